/**
 * Clear Days' commands and their options: the only file that prints or exits. `start.js` hands over to it. Each command
 * loads its own flow when it runs, so that `check` does not wait for the browser's or the renderer's code.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Built, Progress } from "./build.ts";
import { checkCouncil } from "./check/check.ts";
import { type Loaded, loadCouncil } from "./load/council.ts";
import { isCivilDate, isCivilDateTime } from "./model/civil.ts";
import { visible } from "./model/hidden-characters.ts";
import { nearest } from "./model/nearest.ts";
import { stops } from "./model/problem.ts";
import { problemLines } from "./model/problem-lines.ts";
import { ISSUE_KINDS } from "./model/record.ts";
import { Refusal } from "./model/refusal.ts";
import type { Printer } from "./printing/printer.ts";

const OPTIONS = {
  root: { type: "string" },
  out: { type: "string" },
  now: { type: "string" },
  today: { type: "string" },
  json: { type: "boolean" },
  kind: { type: "string" },
  paper: { type: "string", multiple: true },
  nation: { type: "string" },
  reason: { type: "string" },
  plan: { type: "string" },
  because: { type: "string" },
  source: { type: "string" },
  restricted: { type: "string" },
  calendar: { type: "boolean" },
  leaks: { type: "boolean" },
  heads: { type: "boolean" },
  fingerprints: { type: "string" },
  "key-file": { type: "string" },
  browser: { type: "string", multiple: true },
  "password-file": { type: "string" },
  reports: { type: "string", multiple: true },
  papers: { type: "string", multiple: true },
  rounds: { type: "string" },
  against: { type: "string", multiple: true },
  time: { type: "string" },
  place: { type: "string" },
  another: { type: "boolean" },
  report: { type: "string" },
  meeting: { type: "string" },
  title: { type: "string" },
  item: { type: "string" },
  yes: { type: "string", multiple: true },
  again: { type: "boolean" },
  "accept-changes": { type: "boolean" },
  "accept-comments": { type: "boolean" },
  "accept-properties": { type: "boolean" },
  cache: { type: "string" },
  fresh: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Command = () => Promise<number> | number;
const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly about: string }>> = {
  start: { run: start, about: "build and serve the preview, with live reload; print the next draft pack" },
  test: { run: test, about: "every check that we make of Clear Days itself" },
  soak: { run: soak, about: "the checks that take too long for every run" },
  build: { run: build, about: "the public site into _site/" },
  preview: { run: preview, about: "the same with drafts, marked, into _preview/" },
  check: { run: check, about: "every problem, by file and line" },
  new: {
    run: beginDraft,
    about: "begin a meeting, a report or minutes with what is known: npm run new -- meeting COMMITTEE DATE",
  },
  issue: { run: issuePapers, about: "issue a meeting's papers, checked by the law's clocks: npm run issue -- MEETING" },
  verify: {
    run: verifyRecord,
    about: "prove that what stands public is what was issued; --leaks looks for restricted passages",
  },
  fingerprint: {
    run: fingerprint,
    about: "fingerprints of the restricted papers, for verify --leaks: --restricted DIR",
  },
  pack: {
    run: pack,
    about:
      "a draft pack: npm run pack -- MEETING; with --restricted DIR --password-file FILE --out FILE, the members' pack",
  },
  import: {
    run: importFile,
    about:
      "a Word file as a report: npm run import -- word FILE.docx --meeting MEETING --item N; an appendix, or a plan's figures",
  },
  endorse: { run: endorsePlan, about: "keep a plan as the version that a meeting endorsed: npm run endorse -- PLAN" },
  "clear-days": { run: clearDays, about: "the clear days between two days, counted day by day" },
  sample: { run: sample, about: "make the sample council's snapshots again; for the sample alone" },
  bench: { run: bench, about: "packs and sites timed beside those that others make of the same papers" },
  docs: { run: docs, about: "docs/content.md, the editors' schemas and hosts' headers, from the code" },
};

const { positionals, values } = readArguments();
const root = resolve(values.root ?? ".");
const now = clock();

await main();

async function main(): Promise<void> {
  const [name = "help"] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || values.help) {
    console.log(usage());
    process.exitCode = values.help || name === "help" ? 0 : 2;
    return;
  }
  try {
    process.exitCode = await command.run();
  } catch (error) {
    if (error instanceof Refusal) {
      console.error(visible(error.message));
      process.exitCode = error.exitStatus;
      return;
    }
    console.error("This is a fault of Clear Days, not of your files. Please report it with what follows:");
    console.error(error);
    process.exitCode = 3;
  }
}

async function build(): Promise<number> {
  const { buildPublicSite } = await import("./build.ts");
  const started = performance.now();
  return told(await buildPublicSite({ ...siteAsked(), now }, progress()), started);
}

/** Serves until it is stopped. */
async function start(): Promise<number> {
  const { previewSession } = await import("./serve/preview-session.ts");
  const say = progress();
  const clear = () => process.stderr.isTTY && process.stderr.write("\r\x1b[K");
  await previewSession({ root, out: values.out, now, port: 8080 }, openPrinter, {
    step: say,
    built: ({ published, problems }, server, again) => {
      clear();
      tell(problemLines(problems));
      if (again)
        console.log(
          published ? "Built again; open pages that changed have reloaded." : "Not built: put right what stands above.",
        );
      else
        console.log(
          `\nThe officer's desk: ${server.address}desk/\nThe council's papers, drafts included: ${server.address}\nEdit a file in content/ or data/ and the page follows. Stop with Ctrl+C.\n`,
        );
    },
    packPrinted: (address, pages, warnings) => {
      clear();
      tell(warnings);
      console.log(`Draft pack, ${pages} pages: ${address}`);
    },
    told: (line) => {
      clear();
      console.log(visible(line));
    },
    failed: (what, error) => {
      clear();
      console.error(error instanceof Refusal ? `${what}. ${error.message}` : what);
      if (!(error instanceof Refusal)) console.error(error);
    },
  });
  return new Promise(() => {});
}

async function test(): Promise<number> {
  const { runTests } = await import("./test-run.ts");
  return runTests((line) => console.log(line));
}

async function soak(): Promise<number> {
  const { runSoak } = await import("./test-run.ts");
  return runSoak();
}

async function preview(): Promise<number> {
  const { buildPreview } = await import("./build.ts");
  const started = performance.now();
  const built = await buildPreview({ ...siteAsked(), now }, progress());
  return told(built, started);
}

/** Where a site is built from and to, with the cache that it shares with other builds, and whom it tells what of. */
function siteAsked() {
  const cache = values.cache ?? process.env.CLEAR_DAYS_CACHE;
  return {
    root,
    out: values.out,
    cache: cache === "" ? undefined : cache,
    isFresh: values.fresh ?? false,
    told: (line: string) => console.error(visible(line)),
  };
}

async function check(): Promise<number> {
  const loaded = loadCouncil(root, { drafts: true, now });
  if (values.calendar) return calendar(loaded);
  const { checkRestricted } = await import("./restricted/check-restricted.ts");
  const problems = [...checkCouncil(loaded), ...(values.restricted ? checkRestricted(loaded, values.restricted) : [])];
  if (values.json) console.log(JSON.stringify(problems, null, 2));
  else tell(problemLines(problems));
  if (!values.json && problems.length === 0) console.log("No problems: every file can be read and every rule is met.");
  return problems.some(stops) ? 1 : 0;
}

async function calendar(loaded: Loaded): Promise<number> {
  const { dutyCalendar, calendarLines } = await import("./duty-calendar.ts");
  const meetings = dutyCalendar(loaded);
  if (values.json) console.log(JSON.stringify(meetings, null, 2));
  else tell(calendarLines(meetings));
  return 0;
}

async function beginDraft(): Promise<number> {
  const { draftAsked } = await import("./drafting/asked.ts");
  const { draftedLines, newDraft } = await import("./new-draft.ts");
  const { time, place, another, report } = values;
  const drafted = newDraft({ root, now, asked: draftAsked(positionals.slice(1), { time, place, another, report }) });
  if (values.json) console.log(JSON.stringify(drafted, null, 2));
  else tell(draftedLines(drafted));
  return 0;
}

async function issuePapers(): Promise<number> {
  const { issue } = await import("./issue.ts");
  const address = named("issue");
  refuseClockOutsideSample();
  const kind = ISSUE_KINDS.find((each) => each === values.kind);
  if (values.kind && !kind) {
    const guess = nearest(values.kind, ISSUE_KINDS);
    throw new Refusal(
      `--kind must be one of: ${ISSUE_KINDS.join(", ")}.${guess ? ` Did you mean \`${guess}\`?` : ""}`,
      2,
    );
  }
  const { paper: papers, reason, restricted } = values;
  const issued = await withPrinter((printer) =>
    issue({ root, address, kind, papers, reason, restricted, now }, printer, progress()),
  );
  if (values.json) console.log(JSON.stringify(issued, null, 2));
  else tell((await import("./issuing/outcome-lines.ts")).outcomeLines(issued));
  return 0;
}

async function verifyRecord(): Promise<number> {
  const { verify } = await import("./verify.ts");
  const say = progress();
  const verified = await verify({ root, out: values.out, now, leaks: leaksAsked() }, say);
  if (values.heads) tell(verified.heads);
  else if (values.json) console.log(JSON.stringify(verified, null, 2));
  else tell(verified.lines);
  return verified.isSound ? 0 : 1;
}

function leaksAsked(): { fingerprints: string; keyFile: string } | null {
  if (!values.leaks) return null;
  if (!values["key-file"])
    throw new Refusal(
      "Name the key that the fingerprints were made with: npm run verify -- --leaks --key-file FILE",
      2,
    );
  return { fingerprints: values.fingerprints ?? join(root, "fingerprints.json"), keyFile: resolve(values["key-file"]) };
}

async function fingerprint(): Promise<number> {
  const { writeFingerprints } = await import("./verify.ts");
  const { KEY_NAME } = await import("./restricted/key.ts");
  if (!values.restricted)
    throw new Refusal("Name the restricted folder: npm run fingerprint -- --restricted ../restricted", 2);
  const keyFile = resolve(values["key-file"] ?? join(values.restricted, KEY_NAME));
  const out = values.out ?? join(root, "fingerprints.json");
  const lines = await writeFingerprints({
    root,
    restricted: values.restricted,
    keyFile,
    out,
  });
  tell(lines);
  return 0;
}

async function pack(): Promise<number> {
  const meeting = named("pack");
  if (values.restricted) return membersPack(meeting, values.restricted);
  const { makeDraftPack } = await import("./draft-pack.ts");
  const made = await withPrinter((printer) =>
    makeDraftPack({ root, meeting, out: values.out, now }, printer, progress()),
  );
  if (values.json) console.log(JSON.stringify(made, null, 2));
  else tell([...made.warnings, `${made.pages} pages in ${made.file}, each marked as a draft.`]);
  return 0;
}

async function membersPack(meeting: string, restricted: string): Promise<number> {
  const passwordFile = values["password-file"];
  const { out } = values;
  if (!passwordFile || !out)
    throw new Refusal(
      `Say where the password is and where the pack goes: npm run pack -- ${meeting} --restricted ${restricted} --password-file ../password.txt --out ../members/pack.pdf`,
      2,
    );
  const { makeMembersPack } = await import("./members-pack.ts");
  const made = await withPrinter((printer) =>
    makeMembersPack({ root, meeting, restricted, passwordFile, out }, printer, progress()),
  );
  if (values.json) console.log(JSON.stringify(made, null, 2));
  else
    tell([
      ...made.leftOut.map((file) => `Not in the pack, since no report brings it: ${file}`),
      `${made.pages} pages in ${made.pdf}, ${made.restrictedPages} of them restricted; the same for a browser in ${made.html}.`,
      "Both open with the password, which is kept nowhere. Send it by another way than the pack.",
    ]);
  return 0;
}

async function importFile(): Promise<number> {
  const { importKind } = await import("./import/import-kinds.ts");
  const { kind, file } = importKind(positionals.slice(1));
  if (kind === "appendix") return importAppendixFile(file);
  return kind === "word" ? importWordFile(file) : importFigures(file);
}

async function importAppendixFile(file: string): Promise<number> {
  const { appendixAsked, appendixLines, importAppendix } = await import("./import-appendix.ts");
  const imported = importAppendix(appendixAsked(root, file, values, now));
  if (values.json) console.log(JSON.stringify(imported, null, 2));
  else tell(appendixLines(imported));
  return 0;
}

async function importFigures(file: string): Promise<number> {
  const { readingsAsked, outcomeLines } = await import("./import/outcome-lines.ts");
  const { importReadings } = await import("./import-readings.ts");
  const { because, source } = values;
  const imported = importReadings({ root, now, because, source, ...readingsAsked(file, values.plan) });
  if (values.json) console.log(JSON.stringify(imported, null, 2));
  else tell(outcomeLines(imported));
  return imported.problems.length > 0 ? 1 : 0;
}

async function importWordFile(file: string): Promise<number> {
  const { wordAsked, wordLines } = await import("./word/outcome-lines.ts");
  const { importWord } = await import("./import-word.ts");
  const { ACCEPTED } = await import("./word/imported-word.ts");
  const accepted = (Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[]).filter((each) => values[`accept-${each}`]);
  const say = progress();
  say(`Reading ${file}`);
  const imported = await importWord(wordAsked(root, file, { ...values, accepted }, now));
  if (values.json) console.log(JSON.stringify(imported, null, 2));
  else tell(wordLines(imported));
  return imported.problems.length > 0 ? 1 : 0;
}

async function endorsePlan(): Promise<number> {
  const { endorse, endorsedLines } = await import("./endorse.ts");
  const endorsed = endorse(root, named("endorse", "plan", "improvement-plan"), now);
  if (values.json) console.log(JSON.stringify(endorsed, null, 2));
  else tell(endorsedLines(endorsed));
  return 0;
}

async function sample(): Promise<number> {
  const { reissueSample } = await import("./sample.ts");
  const { issuedLine } = await import("./issuing/outcome-lines.ts");
  tell((await withPrinter((printer) => reissueSample(root, printer, progress()))).map(issuedLine));
  return 0;
}

async function clearDays(): Promise<number> {
  const { countClearDays, NATIONS } = await import("./clear-days.ts");
  const [, issued, meeting] = positionals;
  const isIssued = issued !== undefined && (isCivilDate(issued) || isCivilDateTime(issued));
  if (!isIssued || !meeting || !isCivilDate(meeting))
    throw new Refusal(
      "Give the day of issue and the day of the meeting: npm run clear-days -- 2011-09-16 2011-09-26",
      2,
    );
  const nation = NATIONS.find((each) => each === (values.nation ?? each));
  if (!nation) throw new Refusal(`--nation must be one of: ${NATIONS.join(", ")}.`, 2);
  const counted = countClearDays({ root, issued, meeting, nation: values.nation ? nation : undefined });
  if (values.json) console.log(JSON.stringify(counted, null, 2));
  else tell(counted.lines);
  return 0;
}

/** What prints: a browser of this machine, started when it is first wanted, or those that run already. */
async function openPrinter(): Promise<Printer> {
  const { Printer: Opened } = await import("./printing/printer.ts");
  return new Opened({ endpoints: values.browser });
}

async function bench(): Promise<number> {
  const { PROJECT } = await import("./templating/environment.ts");
  const [, what = "both", ...more] = positionals;
  const whole = (words: readonly string[]) => words.map(Number).filter((each) => Number.isInteger(each) && each > 0);
  const [reports, papers] = [values.reports ?? ["30"], values.papers ?? ["1000"]];
  const [sizes, archives, [rounds]] = [whole(reports), whole(papers), whole([values.rounds ?? "3"])];
  const isAsked = ["both", "packs", "site"].includes(what) && more.length === 0;
  if (!isAsked || rounds === undefined || sizes.length < reports.length || archives.length < papers.length)
    throw new Refusal(
      "Say packs or site, and whole numbers: npm run bench -- site --papers 1000 --papers 5000 --rounds 3",
      2,
    );
  const folder = values.out ?? join(PROJECT, ".cleardays/bench");
  const options = { folder, rounds, against: values.against };
  const show = (result: object, lines: readonly string[]) =>
    values.json ? console.log(JSON.stringify(result, null, 2)) : tell(lines);
  if (what !== "site") {
    const { benchPacks } = await import("./bench/bench-packs.ts");
    const { benchLines } = await import("./bench/bench-table.ts");
    const result = await benchPacks({ ...options, sizes }, progress());
    show(result, benchLines(result));
  }
  if (what !== "packs") {
    const { benchSite } = await import("./bench/site/bench-site.ts");
    const { siteBenchLines } = await import("./bench/site/site-table.ts");
    const result = await benchSite({ ...options, sizes: archives }, progress());
    show(result, siteBenchLines(result));
  }
  return 0;
}

/** Closes what was started, whatever happens. */
async function withPrinter<Result>(work: (printer: Printer) => Promise<Result>): Promise<Result> {
  const printer = await openPrinter();
  try {
    return await work(printer);
  } finally {
    await printer.close();
  }
}

/** The meeting, or the plan, that the command line names. */
function named(command: string, what = "meeting", example = "2026-09-28-cabinet"): string {
  const name = positionals[1];
  if (!name) throw new Refusal(`Name the ${what}: npm run ${command} -- ${example}`, 2);
  if (positionals[2]) throw new Refusal(`One at a time: \`${positionals[2]}\` stands after \`${name}\`.`, 2);
  return name;
}

/** The record says when a thing was issued, so nobody may choose the time, except in the sample. */
function refuseClockOutsideSample(): void {
  if (now && !loadCouncil(root, { drafts: false }).council?.settings.value.sample)
    throw new Refusal("--now and --today are for the sample council: a record says when a thing really was issued.", 2);
}

async function docs(): Promise<number> {
  const { hostFiles } = await import("./hosting/host-files.ts");
  const { contentReference } = await import("./reference/content-reference.ts");
  const { PROJECT } = await import("./templating/environment.ts");
  for (const [file, content] of Object.entries({ ...contentReference(), ...hostFiles() })) {
    mkdirSync(dirname(join(PROJECT, file)), { recursive: true });
    writeFileSync(join(PROJECT, file), content);
  }
  console.log("Written: docs/content.md, docs/schemas/ and docs/hosting/.");
  return 0;
}

/** Says what was built, or what stopped it. */
function told({ published, problems, out }: Built, started: number): number {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (values.json) console.log(JSON.stringify({ published, problems, out }, null, 2));
  else {
    tell(problemLines(problems));
    console.log(
      published
        ? `${published.pages} pages and ${published.files} files in ${out} (${seconds} s).`
        : "Nothing was published: put right what stands above. What was public before is still public.",
    );
  }
  return published ? 0 : 1;
}

/** Prints lines; what an officer wrote can hold nothing that a terminal would act on. */
function tell(lines: readonly string[]): void {
  for (const line of lines) console.log(visible(line));
}

/** Steps on a terminal, in place of each other; nothing in CI or where the output is read by a program. */
function progress(): Progress {
  if (!process.stderr.isTTY || process.env.CI || values.json) return () => {};
  return (step) => process.stderr.write(`\r\x1b[K${step}...\r`);
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    console.error(`${(error as Error).message.split(". ")[0]}.\n\n${usage()}`);
    return process.exit(2);
  }
}

/** What the clocks should think, from `--now` or `--today`; undefined for the time it is. */
function clock(): string | undefined {
  const { now: moment, today } = values;
  const given = moment ?? (today ? `${today}T12:00` : undefined);
  if (given === undefined || (isCivilDateTime(given) && (!today || isCivilDate(today)))) return given;
  console.error(
    `${moment ? "--now" : "--today"} must be a ${moment ? "day and time like 2026-09-18T16:50" : "day like 2026-09-18"}.`,
  );
  return process.exit(2);
}

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    "Clear Days: council papers, issued lawfully.",
    "",
    ...Object.entries(COMMANDS).map(([name, { about }]) => `  npm run ${name.padEnd(width)}  ${about}`),
    "",
    "new takes meeting COMMITTEE DATE with --time, --place and --another, report MEETING ITEM with --report NAME, and",
    "minutes MEETING; issue takes --kind, --paper NAME, --reason TEXT and, for a release, --restricted DIR; check takes",
    "--calendar and --restricted DIR; verify takes --leaks with --key-file FILE and --fingerprints FILE, and --heads;",
    "fingerprint takes --restricted DIR; import takes --meeting MEETING, --item N, --report NAME,",
    "--title TEXT, --yes QUESTION, --again and --accept-changes, -comments or -properties; for figures --plan PLAN,",
    "--because TEXT and --source MEETING/PAPER#p3-2;",
    "clear-days takes --nation; bench takes packs with --reports N, or site with --papers N, and --rounds N and --against NAME.",
    "build and preview take --cache DIR, which builds side by side and on other machines may share: docs/scaling.md;",
    "--fresh makes all that is published anew, for when something else wrote there.",
    "Every command takes --root DIR, --out DIR, --now 2026-09-18T16:50 or --today 2026-09-18, and --json.",
  ].join("\n");
}
