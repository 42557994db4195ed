/**
 * The working session behind `npm start`: builds the preview, serves it, builds it again when a file changes, and
 * prints the draft pack of the next meeting behind it. Called by cli.ts, which prints what it is told.
 */
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { type Built, buildPreview } from "../build.ts";
import { makeDraftPack } from "../draft-pack.ts";
import type { Loaded } from "../load/council.ts";
import type { Printer } from "../printing/printer.ts";
import { PROJECT } from "../templating/environment.ts";
import { type PreviewServer, servePreview } from "./preview-server.ts";

export interface SessionEvents {
  readonly step: (step: string) => void;
  readonly built: (built: Built, server: PreviewServer, again: boolean) => void;
  readonly packPrinted: (address: string, pages: number, warnings: readonly string[]) => void;
  readonly failed: (what: string, error: unknown) => void;
}

export interface SessionOptions {
  readonly root: string;
  readonly out?: string | undefined;
  readonly now?: string | undefined;
  readonly port: number;
}

/** Runs until the program is stopped. Resolves when the first build is served and the first draft pack printed. */
export async function previewSession(
  options: SessionOptions,
  openPrinter: () => Promise<Printer>,
  events: SessionEvents,
): Promise<PreviewServer> {
  const packs = join(options.root, ".cleardays/draft-packs");
  const out = options.out ?? join(options.root, "_preview");
  const draftPack = (url: string) => {
    const meeting = /^\/meetings\/([^/]+)\/draft-pack\.pdf$/.exec(url)?.[1];
    const file = meeting ? join(packs, `${meeting}.pdf`) : null;
    return file && existsSync(file) ? file : null;
  };
  const build = () => buildPreview({ root: options.root, out, now: options.now, liveReload: true }, events.step);
  const first = await build();
  const server = await servePreview(out, options.port, draftPack);
  events.built(first, server, false);

  const printer = new PackPrinter(options, openPrinter, events, server);
  let building = false;
  let wanted = false;
  const rebuild = async () => {
    if (building) {
      wanted = true;
      return;
    }
    building = true;
    do {
      wanted = false;
      try {
        const again = await build();
        events.built(again, server, true);
        server.reload();
        void printer.print(again.loaded);
      } catch (error) {
        events.failed("The preview could not be built", error);
      }
    } while (wanted);
    building = false;
  };
  watchFolders(options.root, () => void rebuild());
  await printer.print(first.loaded);
  return server;
}

/** Prints the draft pack of the next meeting that has one; a change while it prints makes it print once more. */
class PackPrinter {
  private printing = false;
  private wanted: Loaded | null = null;
  private readonly options: SessionOptions;
  private readonly openPrinter: () => Promise<Printer>;
  private readonly events: SessionEvents;
  private readonly server: PreviewServer;

  constructor(
    options: SessionOptions,
    openPrinter: () => Promise<Printer>,
    events: SessionEvents,
    server: PreviewServer,
  ) {
    this.options = options;
    this.openPrinter = openPrinter;
    this.events = events;
    this.server = server;
  }

  async print(loaded: Loaded): Promise<void> {
    this.wanted = loaded;
    if (this.printing) return;
    this.printing = true;
    while (this.wanted) {
      const next = nextDraft(this.wanted);
      this.wanted = null;
      if (next) await this.printOne(next);
    }
    this.printing = false;
  }

  private async printOne(meeting: string): Promise<void> {
    let printer: Printer | null = null;
    try {
      printer = await this.openPrinter();
      const { pages, warnings } = await makeDraftPack(
        { root: this.options.root, meeting, now: this.options.now },
        printer,
        this.events.step,
      );
      this.events.packPrinted(`${this.server.address}meetings/${meeting}/draft-pack.pdf`, pages, warnings);
    } catch (error) {
      this.events.failed(`The draft pack of ${meeting} could not be printed`, error);
    } finally {
      await printer?.close();
    }
  }
}

/** The next meeting, from today on, that has an agenda in draft and none issued. */
function nextDraft({ council }: Loaded): string | null {
  const today = council?.now.slice(0, 10) ?? "";
  const coming = (council?.meetings ?? [])
    .filter((meeting) => meeting.living.value.date >= today && meeting.drafts?.agenda && meeting.issued.length === 0)
    .sort((a, b) => (a.living.value.date < b.living.value.date ? -1 : 1));
  return coming[0]?.id ?? null;
}

/** Calls back a moment after anything changes in the council's folders, or in our templates. */
function watchFolders(root: string, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const folders = new Set([
    join(root, "content"),
    join(root, "data"),
    join(root, "templates"),
    join(PROJECT, "templates"),
  ]);
  for (const folder of folders)
    if (existsSync(folder))
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(changed, 60);
      });
}
