/**
 * Gathers what changes in a burst, such as a git checkout or a find-and-replace, so that one build follows all of it. Work that
 * runs is never begun twice at once; what changes meanwhile is the next burst. Used by preview-session.ts.
 */

/** Paths that changed, or null where nobody knows which. */
export type Changed = ReadonlySet<string> | null;

/** After one save it is quiet soon; every further path makes it worth waiting longer for the next, up to a point. */
const QUIET = { first: 30, each: 4, most: 300 };

/** What never becomes quiet is built all the same: after a second, and a little later where there is much of it. */
const LONGEST = { least: 1000, each: 10, most: 5000 };

export class Burst {
  private readonly work: (changed: Changed) => Promise<void>;
  private changed: Set<string> | null = new Set();
  private began: number | null = null;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private isClosed = false;
  private readonly idle: (() => void)[] = [];

  /** `work` must not throw: what goes wrong in it is its own to tell. */
  constructor(work: (changed: Changed) => Promise<void>) {
    this.work = work;
  }

  /** Takes paths that changed; null where some are not known. */
  add(paths: Iterable<string> | null): void {
    if (this.isClosed) return;
    if (paths === null) this.changed = null;
    else for (const path of paths) this.changed?.add(path);
    this.began ??= performance.now();
    if (!this.running) this.wait();
  }

  /** Does the work now for what changed and for `paths`; resolves when nothing is left to do. */
  async now(paths: Iterable<string> = []): Promise<void> {
    this.add(paths);
    this.begin();
    await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  /** Begins no more work; resolves when what runs is done. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.running;
    for (const each of this.idle.splice(0)) each();
  }

  private wait(): void {
    clearTimeout(this.timer);
    const count = this.changed?.size ?? Number.POSITIVE_INFINITY;
    const quiet = Math.min(QUIET.first + QUIET.each * Math.max(0, count - 1), QUIET.most);
    const longest = Math.min(Math.max(LONGEST.least, LONGEST.each * count), LONGEST.most);
    const left = (this.began ?? 0) + longest - performance.now();
    this.timer = setTimeout(() => this.begin(), Math.max(0, Math.min(quiet, left)));
  }

  private begin(): void {
    if (this.running || this.isClosed) return;
    clearTimeout(this.timer);
    const changed = this.changed;
    this.changed = new Set();
    this.began = null;
    this.running = this.work(changed).finally(() => {
      this.running = null;
      if (this.began !== null) this.wait();
      else for (const each of this.idle.splice(0)) each();
    });
  }
}
