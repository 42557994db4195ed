/**
 * The inspections of a made-up archive, and the plan that answers each with its actions and measures. Called by
 * generated-archive.ts.
 */
import { addDays, type CivilDate, dayNumber, endOfMonth } from "../model/civil.ts";
import { type Measure, measure as measureSchema } from "../model/plan.ts";
import { type PlannedMeeting, paperAt } from "./archive-calendar.ts";
import { Draws } from "./draws.ts";
import { capital, decimal, fill, sentence, sentences } from "./made-up-words.ts";
import { matterText } from "./matter-text.ts";

export interface ArchiveInspection {
  readonly id: string;
  readonly published: CivilDate;
  /** Its findings for improvement, as reports name them: `inspections/2011-03-roads/finding-1`. */
  readonly findings: readonly string[];
  readonly plan: string;
  readonly measures: readonly (Measure & { readonly plan: string })[];
}

export interface ArchivePlans {
  readonly inspections: readonly ArchiveInspection[];
  readonly files: Readonly<Record<string, string>>;
}

const SERVICES = ["roads", "safeguarding", "housing", "adult-care", "libraries", "schools", "benefits", "parks"];

/** So many inspections, spread over the archive's years, each with a plan. */
export function archivePlans(
  count: number,
  begins: CivilDate,
  meetings: readonly PlannedMeeting[],
  seed: number,
): ArchivePlans {
  const files: Record<string, string> = {};
  const span = dayNumber("2026-03-01") - dayNumber(begins);
  const inspections = Array.from({ length: count }, (_, at) => {
    const from = addDays(begins, Math.floor((at * span) / count) - 70);
    return writeInspection(files, from, at, meetings, seed);
  });
  return { inspections, files };
}

function writeInspection(
  files: Record<string, string>,
  from: CivilDate,
  at: number,
  meetings: readonly PlannedMeeting[],
  seed: number,
): ArchiveInspection {
  const draws = new Draws(seed * 49_979_687 + at);
  const service = SERVICES[at % SERVICES.length] as string;
  const id = `${from.slice(0, 7)}-${service}`;
  const plan = `${service}-plan-${at + 1}`;
  const published = addDays(from, 50);
  const findings = ["one", "two", "three"].map((name) => `finding-${name}`);
  const title = `Inspection of ${service.replace("-", " ")}, ${from.slice(0, 4)}`;
  const grade = () => draws.pick(["Good", "Requires improvement", "Inadequate"]);
  files[`content/inspections/${id}.md`] = matterText(
    {
      title,
      inspectorate: "The inspectorate",
      framework: `Framework of ${Number(from.slice(0, 4)) - 2}`,
      kind: draws.pick(["full", "focused visit", "monitoring visit"]),
      fieldwork: { from, to: addDays(from, 4) },
      received: addDays(from, 36),
      published,
      overall: grade(),
      judgements: ["Leadership", "Quality of work", "Work with partners"].map((area) => ({ area, grade: grade() })),
      findings: [
        ...findings.map((finding) => ({
          id: finding,
          title: sentence(draws),
          kind: "for improvement",
          text: sentence(draws),
        })),
        { id: "praise", title: sentence(draws), kind: "positive" },
      ],
    },
    sentences(draws, 3, 6),
  );
  const year = Number(published.slice(0, 4));
  const ids = ["waiting", "quality", "cost"].map((name) => `${name}-${at + 1}`);
  const measures = ids.map((each, place) => measureOf(each, `action-${place + 1}`, published, draws));
  const owner = fill(draws, "{who}");
  const source = paperAfter(meetings, addDays(published, 30), draws, seed);
  const isOver = year < 2025;
  const actions = findings.map((finding, place) => ({
    id: `action-${place + 1}`,
    title: capital(fill(draws, "see that the {kind} {things} are {done}")),
    findings: [`${id}/${finding}`],
    owner: fill(draws, "{who}"),
    start: addDays(published, 30),
    due: isOver ? addDays(published, 300 + 90 * place) : "2027-06-30",
    progress: [
      { date: addDays(published, 40), status: "under way", text: sentence(draws), ...source },
      ...(isOver
        ? [{ date: addDays(published, 290 + 80 * place), status: "done", text: sentence(draws), for: "inspectors" }]
        : []),
    ],
  }));
  files[`data/plans/${plan}.json`] = `${JSON.stringify(
    {
      title: `Plan after the ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      kind: "improvement",
      inspection: id,
      version: "1.0",
      status: "draft",
      summary: sentence(draws),
      owner,
      updated: "2026-10-30",
      reportsTo: [meetings[0]?.committee.id],
      actions,
      measures,
    },
    null,
    2,
  )}\n`;
  return {
    id,
    published,
    findings: findings.map((finding) => `inspections/${id}/${finding}`),
    plan,
    measures: measures.map((each) => ({ ...measureSchema.parse(asTyped(each)), plan })),
  };
}

/** The figures of a quarter for younger plans, of a year for older ones: so many as a council would still give. */
function measureOf(id: string, action: string, published: CivilDate, draws: Draws) {
  const isOld = published < "2020";
  const step = isOld ? 12 : 3;
  const begins = isOld ? `${Number(published.slice(0, 4)) - 1}-12-31` : endOfMonth(`${published.slice(0, 4)}-03-15`);
  const readings: { date: CivilDate; value: number }[] = [];
  for (let date = begins; date <= "2026-09-30"; date = endOfMonth(date, step))
    readings.push({
      date,
      value: Number(decimal(draws, 20 + Math.min(40, readings.length * 2), 40 + Math.min(50, readings.length * 3))),
    });
  return {
    id,
    title: capital(fill(draws, "{kind} {things} {done}")),
    unit: "%",
    direction: "higher is better",
    frequency: isOld ? "yearly" : "quarterly",
    baseline: { value: Number(decimal(draws, 8, 19)), date: begins },
    target: { value: draws.whole(70, 95), by: endOfMonth(begins, 72) },
    actions: [action],
    readings,
  };
}

/** A paper of the first past meeting from a day on, as a field `source`; none where there is no such meeting. */
function paperAfter(
  meetings: readonly PlannedMeeting[],
  day: CivilDate,
  draws: Draws,
  seed: number,
): { source?: string } {
  const found = meetings.find(
    ({ date, ahead, reports, later }) => date >= day && !ahead && reports > 1 && later === null,
  );
  return found ? { source: `${found.id}/${paperAt(found, draws.whole(0, found.reports - 1), seed).id}` } : {};
}

/** Schemas read every scalar as the text that was typed. */
function asTyped(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === "number" ? String(each) : each));
}
