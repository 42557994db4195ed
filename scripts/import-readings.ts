/**
 * Brings figures from a spreadsheet's CSV into a plan, as named steps: everything that is wrong is told at once and nothing
 * is changed; otherwise the plan's file has the new figures, and every figure that one of them replaces. Called by commands/import.ts.
 */
import { readFileSync, statSync } from "node:fs";
import { sourceFault } from "./check/sources.ts";
import { Surroundings } from "./check/surroundings.ts";
import { readTable } from "./import/csv-table.ts";
import { FIRST_COLUMNS } from "./import/figure-columns.ts";
import { type Figure, readFigures } from "./import/figures.ts";
import type { Refused } from "./import/heard.ts";
import { newReadings, withReadings } from "./import/new-readings.ts";
import type { ImportedReadings, WrittenFigure } from "./import/outcome-lines.ts";
import { textWithReadings } from "./import/plan-text.ts";
import { exists } from "./load/files.ts";
import { type CivilDateTime, dayOf } from "./model/civil.ts";
import { paperReference } from "./model/fields.ts";
import { hiddenCharacter } from "./model/hidden-characters.ts";
import type { Plan } from "./model/plan.ts";
import { Refusal } from "./model/refusal.ts";
import { LARGEST_FILE, type OpenPlan, openPlan, replacePlan } from "./plan-file.ts";

export interface ReadingsRequest {
  readonly root: string;
  /** The CSV. */
  readonly file: string;
  /** The plan, by its short name. */
  readonly plan: string;
  /** Why figures that are there already change. */
  readonly because?: string | undefined;
  /** The paper that reports the figures, where the CSV does not say. */
  readonly source?: string | undefined;
  readonly now?: CivilDateTime | undefined;
}

/** Reads the CSV, and writes what is new in it into the plan where nothing in it is wrong. */
export function importReadings(request: ReadingsRequest): ImportedReadings {
  const { file } = request;
  const opened = openPlan(request.root, request.plan, request.now);
  const { council, plan, text } = opened;
  refuseDoubles(plan.value, plan.file);
  const because = reasonGiven(request.because);
  const source = sourceGiven(request.source, opened);
  const today = dayOf(council.now);
  const { table, problems } = readTable(file, readFigureFile(file), FIRST_COLUMNS);
  const measures = plan.value.measures;
  const read = table
    ? readFigures(table, { file, measures, today, wrongSource: (each) => wrongSource(opened, each) })
    : { figures: [], blank: 0, problems };
  const { changes, problems: unexplained } = newReadings(file, read.figures, { because, source });
  const all = [...read.problems, ...unexplained].sort((a, b) => a.line - b.line || a.column - b.column);
  const outcome = { plan: plan.id, planFile: plan.file, today, problems: all, blank: read.blank };
  if (all.length > 0) return { ...outcome, isChanged: false, added: [], revised: [], leftAlone: 0, notes: [] };
  const isChanged = changes.added.length + changes.revised.length > 0;
  if (isChanged) replacePlan(opened, textWithReadings(text, changes, today), withReadings(plan.value, changes, today));
  const { leftAlone, notes } = changes;
  const revised = changes.revised.map((each) => ({
    ...written(each),
    before: each.before.value,
    because: each.because,
  }));
  return { ...outcome, isChanged, added: changes.added.map(written), revised, leftAlone, notes };
}

function written({ measure, date, value, approximate, source }: Figure): WrittenFigure {
  return { measure: measure.id, unit: measure.unit, date, value: Number(value), approximate, source: source ?? null };
}

function readFigureFile(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new Refusal(`There is no file ${file}. Name the CSV that the figures were exported to.`, 2);
  if (found.size > LARGEST_FILE)
    throw new Refusal(`${file} is larger than 10 MB, so it is not read. Export the figures of one plan alone.`);
  return readFileSync(file);
}

/** Which of two a figure belongs to nobody can tell. */
function refuseDoubles({ measures }: Plan, file: string): void {
  const ids = measures.map(({ id }) => id);
  const sameId = ids.find((id, index) => ids.indexOf(id) !== index);
  const sameDay = measures.find(({ readings }) => new Set(readings.map(({ date }) => date)).size < readings.length);
  if (sameId ?? sameDay)
    throw new Refusal(
      `${file} has ${sameId ? `two measures \`${sameId}\`` : `two readings of \`${sameDay?.id}\` for one day`}, so figures cannot be added to it. Run npm run check for the line, and put it right first.`,
    );
}

function reasonGiven(because: string | undefined): string | undefined {
  if (because === undefined) return undefined;
  const words = because.replace(/\s+/g, " ").trim();
  if (words === "")
    throw new Refusal('--because says why a figure changed: --because "Four had been counted twice."', 2);
  const hidden = hiddenCharacter(words);
  if (hidden) throw new Refusal(`In --because: ${hidden.message} ${hidden.mend}`, 2);
  return words;
}

function sourceGiven(source: string | undefined, opened: OpenPlan): string | undefined {
  if (source === undefined) return undefined;
  const { error } = paperReference().safeParse(source);
  if (error) throw new Refusal(`--source ${error.issues[0]?.message}.`, 2);
  const wrong = wrongSource(opened, source);
  if (wrong) throw new Refusal(`--source ${source} ${wrong.message} ${wrong.mend}`, 2);
  return source;
}

/** A source that leads nowhere would hold its figure back for ever. */
function wrongSource({ council, loaded }: OpenPlan, source: string): Refused | null {
  const fault = sourceFault(
    new Surroundings(council),
    { isUnreadable: (file) => loaded.unreadable.has(file), hasFile: (file) => exists(council.root, file) },
    source,
  );
  return fault && { message: `leads nowhere. ${fault[0]}`, mend: fault[1] };
}
