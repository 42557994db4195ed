/** Prints draft packs behind the preview, one after the other, and knows how each stands. Used by preview-session.ts. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OpenedCouncil } from "../building/lazy-council.ts";
import { nextToPrint } from "../desk/next-to-print.ts";
import type { PackState } from "../desk/render-desk.ts";
import { makeDraftPack } from "../draft-pack.ts";
import type { Loaded } from "../load/council.ts";
import { Refusal } from "../model/refusal.ts";
import type { Printer } from "../printing/printer.ts";

export interface PackEvents {
  readonly step: (step: string) => void;
  readonly printed: (meeting: string, pages: number, warnings: readonly string[]) => void;
  readonly failed: (meeting: string, error: unknown) => void;
  /** Whenever the state of any pack is another. */
  readonly changed: () => void;
}

export interface PackOptions {
  readonly root: string;
  readonly now?: string | undefined;
  /** What the council's clock says. */
  readonly clock: () => string;
  /** The council as it was built last; left out, or where there is none, it is read for each pack. */
  readonly council?: (note?: (input: string) => void) => OpenedCouncil | null;
}

/** What a pack was printed from: all that was looked at for it, with how it stood. */
type Inputs = ReadonlyMap<string, string>;

export class DraftPacks {
  private readonly states = new Map<string, PackState>();
  private readonly madeFrom = new Map<string, Inputs>();
  private readonly wanted = new Set<string>();
  private printing: Promise<void> | null = null;
  private readonly options: PackOptions;
  private readonly openPrinter: () => Promise<Printer>;
  private readonly events: PackEvents;

  constructor(options: PackOptions, openPrinter: () => Promise<Printer>, events: PackEvents) {
    this.options = options;
    this.openPrinter = openPrinter;
    this.events = events;
  }

  stateOf(meeting: string): PackState | null {
    return this.states.get(meeting) ?? null;
  }

  /** The PDF of a meeting's draft pack; null where none was printed. */
  fileOf(meeting: string): string | null {
    const file = join(this.options.root, ".cleardays/draft-packs", `${meeting}.pdf`);
    return existsSync(file) ? file : null;
  }

  /** Files changed: packs that were made from any of them are stale. `isAll` where what every pack is drawn with changed. */
  filesChanged(isAll = false): void {
    if (isAll) this.madeFrom.clear();
    for (const [meeting, state] of this.states)
      if (!this.isUpToDate(meeting)) this.states.set(meeting, { ...state, isStale: true });
  }

  /** Whether nothing changed that the pack was made from. Not known of one that was not printed by this session. */
  isUpToDate(meeting: string): boolean {
    const inputs = this.madeFrom.get(meeting);
    const opened = inputs && this.options.council?.();
    return opened ? [...inputs].every(([input, was]) => stateOf(opened, input) === was) : false;
  }

  /** Prints the pack of `meeting` when those before it are done. A change while it prints makes it print once more. */
  print(meeting: string): Promise<void> {
    this.wanted.add(meeting);
    this.states.set(meeting, { state: "printing", pages: 0, at: this.options.clock(), words: [], isStale: false });
    this.events.changed();
    this.printing ??= this.printAll().finally(() => {
      this.printing = null;
    });
    return this.printing;
  }

  private async printAll(): Promise<void> {
    for (const meeting of this.wanted) {
      this.wanted.delete(meeting);
      await this.printOne(meeting);
      this.events.changed();
    }
  }

  private async printOne(meeting: string): Promise<void> {
    let printer: Printer | null = null;
    const { root, now, clock } = this.options;
    const at = clock();
    const lookedAt = new Set<string>();
    const opened = this.options.council?.((input) => lookedAt.add(input)) ?? null;
    const isDone = () => {
      if (opened) this.madeFrom.set(meeting, new Map([...lookedAt].map((input) => [input, stateOf(opened, input)])));
    };
    this.madeFrom.delete(meeting);
    try {
      printer = await this.openPrinter();
      const { pages, warnings } = await makeDraftPack(
        { root, meeting, now, loaded: opened?.loaded },
        printer,
        this.events.step,
      );
      isDone();
      this.states.set(meeting, {
        state: "printed",
        pages,
        at,
        words: warnings,
        isStale: opened !== null && !this.isUpToDate(meeting),
      });
      this.events.printed(meeting, pages, warnings);
    } catch (error) {
      // A pack that its files do not allow is not tried again before they are others.
      if (error instanceof Refusal) isDone();
      const words = error instanceof Refusal ? [error.message] : ["The terminal that runs the preview says more."];
      this.states.set(meeting, { state: "failed", pages: 0, at, words, isStale: false });
      this.events.failed(meeting, error);
    } finally {
      await printer?.close();
    }
  }
}

/** The next meeting, from today on, that has an agenda in draft and none issued. */
export function nextDraft({ council }: Loaded): string | null {
  return council ? nextToPrint(council) : null;
}

/** How an input stands. Of the clock a pack has the day alone. */
function stateOf({ hashOf }: OpenedCouncil, input: string): string {
  return input === "now" ? hashOf(input).slice(0, 10) : hashOf(input);
}
