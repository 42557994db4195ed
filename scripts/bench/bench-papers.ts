/**
 * What a pack of the bench holds, whichever program makes it: the agenda and the reports of one meeting's drafts, as
 * plain data. Read by bench-packs.ts, and written out for rivals by one-html.ts and one-typst.ts.
 */
import { join } from "node:path";
import { loadCouncil } from "../load/council.ts";
import { readBody } from "../load/document.ts";
import { formatDate, formatLongDate } from "../model/civil.ts";
import type { Document } from "../model/council.ts";
import type { Measure } from "../model/plan.ts";
import type { Report } from "../model/report.ts";

export interface BenchPapers {
  readonly council: string;
  readonly committee: string;
  readonly date: string;
  readonly summary: string;
  readonly notice: string;
  readonly items: readonly { readonly number: string; readonly title: string; readonly reports: readonly string[] }[];
  readonly reports: readonly BenchReport[];
  readonly measures: ReadonlyMap<string, Measure>;
  /** The folder that the reports' images lie in. */
  readonly folder: string;
  /** The report, and the anchor in it, that a link leads to; null for a link out of the pack. */
  readonly target: (to: string) => { readonly report: string; readonly anchor: string | null } | null;
}

export interface BenchReport {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly Pair[];
  readonly that: string;
  readonly limbs: readonly string[];
  readonly numbering: "automatic" | "typed" | "none";
  /** Its text, in Markdown. */
  readonly body: string;
  readonly implications: readonly Pair[];
  readonly background: readonly string[];
}

type Pair = readonly [name: string, words: string];

/** The papers of `meeting`, from the council in `root`. */
export function readBenchPapers(root: string, meeting: string): BenchPapers {
  const { council } = loadCouncil(root, { drafts: true });
  const found = council?.meetings.find(({ id }) => id === meeting);
  const agenda = found?.drafts?.agenda?.value;
  if (!council || !found?.drafts || !agenda) throw new Error(`${root} has no drafts of ${meeting}`);
  const committee = council.committees.find(({ id }) => id === found.living.value.committee);
  const settings = council.settings.value;
  const inside = `/meetings/${meeting}/`;
  const reports = new Map(found.drafts.reports.map((report) => [report.id, report]));
  return {
    council: settings.name,
    committee: committee?.value.name ?? "",
    date: formatLongDate(found.living.value.date),
    summary: agenda.summary,
    notice: agenda.notice,
    items: agenda.items.map(({ number, title, papers }) => ({ number, title, reports: papers })),
    reports: agenda.items
      .flatMap((item) => item.papers)
      .flatMap((id) => {
        const report = reports.get(id);
        return report ? [benchReport(report, readBody(root, report))] : [];
      }),
    measures: new Map(council.plans.flatMap(({ value }) => value.measures.map((measure) => [measure.id, measure]))),
    folder: join(root, found.folder),
    target: (to) => {
      const path = to.replace(settings.website ?? "", "");
      if (!path.startsWith(inside)) return null;
      const [report = "", anchor = ""] = path.slice(inside.length).split("/");
      return { report, anchor: anchor.slice(1) || null };
    },
  };
}

function benchReport({ id, value, outline }: Document<Report>, body: string): BenchReport {
  const [contact] = [value.contactOfficer].flat();
  const { origin, recommendations } = value;
  const facts: (Pair | null)[] = [
    ["Report of", value.from],
    contact ? ["Contact", [contact.role, contact.phone, contact.email].filter(Boolean).join(", ")] : null,
    ["Major policy item or statutory plan", value.majorPolicyItem ? "Yes" : "No"],
    origin
      ? [
          "Referred by",
          `${origin.referredBy}${origin.on ? ` (${formatDate(origin.on)})` : ""}: ${origin.because ?? ""}`,
        ]
      : null,
    value.authority ? ["Made under", `Term of reference ${value.authority.split("/")[1]}`] : null,
  ];
  return {
    id,
    item: value.agendaItem,
    title: value.title,
    summary: value.summary ?? "",
    facts: facts.filter((fact) => fact !== null),
    that: `That ${recommendations[0]?.that ?? "the meeting"}`,
    limbs: recommendations.flatMap(({ limbs }) => limbs.map(({ verb, object }) => `${verb} ${object}`)),
    numbering: outline.numbering,
    body,
    implications: Object.entries(value.implications ?? {}).map(([name, each]) => [
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      typeof each === "string" ? each : `${each.text} Cleared by the ${each.clearedBy}, ${formatDate(each.on ?? "")}.`,
    ]),
    background: value.backgroundPapers === "none" ? [] : value.backgroundPapers,
  };
}
