/**
 * veraPDF over many PDFs at once: whether each is PDF/UA-1, and what is against it as sentences. It is a Java program of
 * its own, under the GPL or the MPL, fetched for the tests, and no part of Clear Days. Called by acceptance tests.
 */
import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { VeraPdfCount } from "../../scripts/verapdf-counts.ts";
import { hasJava, javaIsRequired } from "../java.ts";
import { fetchJars, JARS, jarsAreIn } from "./jars.ts";

/** What veraPDF found in one file. */
export interface UaReport {
  readonly file: string;
  readonly compliant: boolean;
  /** Single checks: a rule is checked at every place that it is about. */
  readonly passed: number;
  readonly failed: number;
  /** A sentence for every rule that was broken, with its clause of ISO 14289-1 and the first places. */
  readonly faults: readonly string[];
}

/** How many places of a broken rule are told. */
const PLACES = 3;

/**
 * Null where veraPDF can be run, or has to be; else why it is not. Where there are Java and Maven and its jars have not
 * been fetched yet, fetches them.
 */
export async function whyNotRun(folder = JARS): Promise<string | null> {
  if (javaIsRequired) return null;
  if (!hasJava) return "there is no Java here";
  return fetchJars(folder);
}

/** Runs veraPDF once over `files`. Rejects where it could not be run at all; a file it cannot read has that as a fault. */
export async function uaReports(files: readonly string[]): Promise<UaReport[]> {
  if (!hasJava) throw new Error("veraPDF needs Java, and there is none here");
  if (!jarsAreIn(JARS))
    throw new Error("veraPDF's jars are not in node_modules/.cache: .ci/run fetches them with Maven");
  const paths = files.map((file) => realpathSync(file));
  const jobs = await runVeraPdf(paths);
  return files.map((file, at) =>
    report(
      file,
      jobs.find((job) => job.itemDetails.name === paths[at]),
    ),
  );
}

/** What `npm test` says of these reports at its end: see scripts/verapdf-counts.ts. */
export function countOf(reports: readonly UaReport[]): VeraPdfCount {
  const sum = (of: (report: UaReport) => number) => reports.reduce((total, each) => total + of(each), 0);
  return {
    packs: reports.length,
    checks: sum(({ passed, failed }) => passed + failed),
    failed: sum(({ failed }) => failed),
  };
}

interface Rule {
  readonly clause: string;
  readonly testNumber: number;
  readonly failedChecks: number;
  readonly description: string;
  readonly checks: readonly { readonly context: string; readonly errorMessage: string | null }[];
}

/** One file of veraPDF's report, as far as we read it. */
interface Job {
  readonly itemDetails: { readonly name: string };
  readonly taskException?: { readonly exceptionMessage: string };
  readonly validationResult?: readonly {
    readonly compliant: boolean;
    readonly details: {
      readonly passedChecks: number;
      readonly failedChecks: number;
      readonly ruleSummaries: readonly Rule[];
    };
  }[];
}

function runVeraPdf(paths: readonly string[]): Promise<readonly Job[]> {
  // One thread and quick compilation: it shares the machine with the other tests, and most runs are short.
  const java = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", join(JARS, "*")];
  const options = ["--flavour", "ua1", "--format", "json", "--maxfailuresdisplayed", String(PLACES)];
  return new Promise((resolve, reject) => {
    execFile(
      "java",
      [...java, "org.verapdf.apps.GreenfieldCliWrapper", ...options, ...paths],
      { encoding: "utf8", maxBuffer: 256_000_000 },
      // Its exit status tells whether all files passed, which the report tells file by file.
      (error, stdout, stderr) => {
        try {
          resolve((JSON.parse(stdout) as { report: { jobs: Job[] } }).report.jobs);
        } catch {
          reject(new Error(`veraPDF gave no report. It said:\n${stderr || String(error)}`));
        }
      },
    );
  });
}

function report(file: string, job: Job | undefined): UaReport {
  const result = job?.validationResult?.[0];
  if (!result) {
    const why = job?.taskException?.exceptionMessage ?? "it left the file out";
    return { file, compliant: false, passed: 0, failed: 1, faults: [`veraPDF could not check it: ${why}`] };
  }
  const { passedChecks, failedChecks, ruleSummaries } = result.details;
  return {
    file,
    compliant: result.compliant,
    passed: passedChecks,
    failed: failedChecks,
    faults: ruleSummaries
      .filter((rule) => rule.failedChecks > 0)
      .map(sentence)
      .sort((one, other) => one.localeCompare(other, "en", { numeric: true })),
  };
}

function sentence({ clause, testNumber, failedChecks, description, checks }: Rule): string {
  const times = failedChecks === 1 ? "once" : `${failedChecks} times`;
  const said = [...new Set(checks.map(({ errorMessage }) => errorMessage ?? ""))].join("; ");
  const places = checks.map(({ context }) => place(context)).join(", ");
  return `clause ${clause}, test ${testNumber}, failed ${times}. ${description}. ${said}: ${places}`;
}

/** The page, counted from 1 as veraPDF does not, and the last two steps of the way that leads to the place. */
function place(context: string): string {
  const steps = context.split("/").slice(2);
  const page = /^pages\[(\d+)\]/.exec(steps[0] ?? "")?.[1];
  const way = steps.slice(page === undefined ? 0 : 1);
  const end = [...(way.length > 2 ? ["..."] : []), ...way.slice(-2)].join("/");
  if (page === undefined) return end || "the document";
  return end ? `page ${Number(page) + 1} ${end}` : `page ${Number(page) + 1}`;
}
