/**
 * The working session behind `npm start`: builds the preview, serves it with the officer's desk, builds it again when a
 * file changes, and prints the draft pack of the next meeting behind it. Called by cli.ts, which prints what it is told.
 */
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import type { Built } from "../build.ts";
import { SiteBuilder } from "../building/build-site.ts";
import { importAppendix } from "../import-appendix.ts";
import { importWord } from "../import-word.ts";
import { type Loaded, loadCouncil } from "../load/council.ts";
import { civilNow } from "../model/civil.ts";
import type { Printer } from "../printing/printer.ts";
import { PROJECT } from "../templating/environment.ts";
import type { Importers } from "./bring-in.ts";
import { Desk } from "./desk.ts";
import { DraftPacks, nextDraft } from "./draft-packs.ts";
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
  /** What brings a Word file in; left out, import-word.ts. */
  readonly importWord?: Importers["importWord"];
}

/** Runs until the program is stopped. Resolves when the first build is served and the first draft pack printed. */
export async function previewSession(
  options: SessionOptions,
  openPrinter: () => Promise<Printer>,
  events: SessionEvents,
): Promise<PreviewServer> {
  const { root, now } = options;
  const out = options.out ?? join(root, "_preview");
  const builder = new SiteBuilder({ root, out, audience: "draft", now, liveReload: true });
  const build = async () => {
    const built = await builder.build(events.step);
    return { ...built, out, loaded: loadCouncil(root, { drafts: true, now }), addresses: built.addresses() };
  };
  const first = await build();
  let server: PreviewServer | null = null;
  const packs = new DraftPacks({ root, now, clock: clockOf(first.loaded, now) }, openPrinter, {
    step: events.step,
    printed: (meeting, pages, warnings) =>
      events.packPrinted(`${server?.address}meetings/${meeting}/draft-pack.pdf`, pages, warnings),
    failed: (meeting, error) => events.failed(`The draft pack of ${meeting} could not be printed`, error),
    changed: () => server?.tellDesk(),
  });
  const importers = { importWord: options.importWord ?? importWord, importAppendix };
  const desk = new Desk({ root, now, ...importers, packs, failed: events.failed });
  desk.show(first.loaded, first.addresses);
  const draftPack = (url: string) => {
    const meeting = /^\/meetings\/([a-z0-9-]+)\/draft-pack\.pdf$/.exec(url)?.[1];
    return meeting ? packs.fileOf(meeting) : null;
  };
  server = await servePreview(out, options.port, draftPack, undefined, desk);
  events.built(first, server, false);

  const printNext = (loaded: Loaded) => {
    const next = nextDraft(loaded);
    return next ? packs.print(next) : Promise.resolve();
  };
  const serving = server;
  const rebuild = oneAtATime(async () => {
    try {
      const again = await build();
      desk.show(again.loaded, again.addresses);
      packs.filesChanged();
      events.built(again, serving, true);
      serving.reload();
      void printNext(again.loaded);
    } catch (error) {
      events.failed("The preview could not be built", error);
    }
  });
  const stopWatching = watchFolders(root, () => void rebuild());
  await printNext(first.loaded);
  return {
    ...serving,
    close: async () => {
      stopWatching();
      await serving.close();
    },
  };
}

/** What the council's clock says: as it was set, or as the sample's is, or the time in its zone. */
function clockOf({ council }: Loaded, now: string | undefined): () => string {
  const settings = council?.settings.value;
  const set = now ?? settings?.sample?.now;
  return () => set ?? civilNow(settings?.timeZone ?? "Europe/London", new Date());
}

/** `work` that never runs twice at once: asked for while it runs, it runs once more. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  let wanted = false;
  return async () => {
    if (running) {
      wanted = true;
      return;
    }
    running = true;
    do {
      wanted = false;
      await work();
    } while (wanted);
    running = false;
  };
}

/** Calls back a moment after anything changes in the council's folders, or in our templates, until it is told to stop. */
function watchFolders(root: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const folders = new Set([
    join(root, "content"),
    join(root, "data"),
    join(root, "templates"),
    join(PROJECT, "templates"),
  ]);
  const watchers = [...folders].filter(existsSync).map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, 60);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
