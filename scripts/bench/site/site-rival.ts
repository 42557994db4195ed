/** What the bench asks of another way to make a council's site. One file each: eleventy-rival.ts and the like. Called by bench-site.ts. */

/** What is changed in an archive before its site is made again. */
export const EDITS = ["body", "title", "template", "meeting"] as const;
/** What is done to an archive between two builds. */
export const CHANGES = ["nothing", ...EDITS] as const;
export type Change = (typeof CHANGES)[number];

/** A program to run and to time, from its start to its end, and the folder of pages that it leaves. */
export interface SiteTask {
  readonly command: readonly [program: string, ...args: string[]];
  /** Where it is run. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly out: string;
  /** What the program keeps for its next run, its output among them: taken away for a cold one. */
  readonly kept: readonly string[];
}

/** What shows in the output that a change was taken up: words in a page. */
export interface Sign {
  /** The page's file in the output folder. */
  readonly page: string;
  readonly words: string;
}

/** A rival's own project, ready to be built. */
export interface PreparedSite {
  readonly task: SiteTask;
  /** Makes a change to its content or layout, another in each round; null where it makes none. */
  change(what: Change, round: number): Sign | null;
}

export interface SiteRival {
  readonly name: string;
  /** A command that puts it where it is looked for. */
  readonly howToGet: string;
  /** What ours does and it does not, a clause each: what makes the work unequal. */
  readonly differs: readonly string[];
  /** Its version, or null where it is not on this machine. */
  isThere(): string | null;
  /** Writes the public papers of `archive` as its own content into `folder`, with the stylesheet `assets` has. Not timed. */
  prepare(archive: string, folder: string, assets: string): PreparedSite;
}
