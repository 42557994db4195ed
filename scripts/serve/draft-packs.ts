/** Prints draft packs behind the preview, one after the other, and knows how each stands. Used by preview-session.ts. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PackState } from "../desk/render-desk.ts";
import { makeDraftPack } from "../draft-pack.ts";
import type { Loaded } from "../load/council.ts";
import { dayOf } from "../model/civil.ts";
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
}

export class DraftPacks {
  private readonly states = new Map<string, PackState>();
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

  /** What was printed is not of these files any more. */
  filesChanged(): void {
    for (const [meeting, state] of this.states) this.states.set(meeting, { ...state, isStale: true });
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
    try {
      printer = await this.openPrinter();
      const { pages, warnings } = await makeDraftPack({ root, meeting, now }, printer, this.events.step);
      this.states.set(meeting, { state: "printed", pages, at, words: warnings, isStale: false });
      this.events.printed(meeting, pages, warnings);
    } catch (error) {
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
  const today = dayOf(council?.now ?? "");
  const coming = (council?.meetings ?? [])
    .filter((meeting) => meeting.living.value.date >= today && meeting.drafts?.agenda && meeting.issued.length === 0)
    .sort((a, b) => (a.living.value.date < b.living.value.date ? -1 : 1));
  return coming[0]?.id ?? null;
}
