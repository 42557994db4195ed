/**
 * The working session behind `npm start`: builds the preview, serves it with the officer's desk, follows what changes in its
 * files, and prints the draft pack of the next meeting behind it. No mistake in a file ends it. Called by commands/start.ts, which prints
 * what it is told.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Built } from "../build.ts";
import { SiteBuilder, type SiteBuilt } from "../building/build-site.ts";
import { importAppendix } from "../import-appendix.ts";
import { importWord } from "../import-word.ts";
import type { Loaded } from "../load/council.ts";
import { civilNow } from "../model/civil.ts";
import type { Printer } from "../printing/printer.ts";
import { PROJECT } from "../templating/environment.ts";
import type { Importers } from "./bring-in.ts";
import { Burst, type Changed } from "./burst.ts";
import { Desk } from "./desk.ts";
import { DraftPacks, nextDraft } from "./draft-packs.ts";
import { faultInWords } from "./fault-in-words.ts";
import { type PreviewServer, servePreview } from "./preview-server.ts";
import { ProblemsOfPages } from "./problems-of-pages.ts";
import { ShownPages } from "./shown-pages.ts";
import { watchFolders } from "./watch-folders.ts";

export interface SessionEvents {
  readonly step: (step: string) => void;
  readonly built: (built: Built, server: PreviewServer, again: boolean) => void;
  readonly packPrinted: (address: string, pages: number, warnings: readonly string[]) => void;
  readonly failed: (what: string, error: unknown) => void;
  /** Told in a line what an officer may want to know, such as that not all folders can be watched. */
  readonly told?: (line: string) => void;
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
  const session = new Session(options, openPrinter, events);
  return session.begin();
}

/** After so many milliseconds without a save there is time to write down what a build leaves for another day. */
const IDLE = 1500;

class Session {
  private readonly root: string;
  private readonly out: string;
  private readonly options: SessionOptions;
  private readonly events: SessionEvents;
  private readonly builder: SiteBuilder;
  private readonly problems = new ProblemsOfPages();
  private readonly shown = new ShownPages(this.problems);
  private readonly packs: DraftPacks;
  private readonly desk: Desk;
  private readonly burst = new Burst((changed) => this.follow(changed));
  private server: PreviewServer | null = null;
  private lastBuilt: Built | null = null;
  private printing: Promise<void> = Promise.resolve();
  private keeping: NodeJS.Timeout | undefined;

  constructor(options: SessionOptions, openPrinter: () => Promise<Printer>, events: SessionEvents) {
    const { now } = options;
    this.options = options;
    this.events = events;
    this.root = resolve(options.root);
    this.out = options.out ?? join(this.root, "_preview");
    const told = events.told ?? (() => {});
    const { root, out } = this;
    this.builder = new SiteBuilder({ root, out, audience: "draft", now, liveReload: true, keepsLater: true, told });
    const council: SiteBuilder["council"] = (note) => this.builder.council(note);
    this.packs = new DraftPacks({ root, now, clock: () => clockOf(council()?.loaded, now), council }, openPrinter, {
      step: events.step,
      printed: (meeting, pages, warnings) =>
        events.packPrinted(`${this.server?.address}meetings/${meeting}/draft-pack.pdf`, pages, warnings),
      failed: (meeting, error) => events.failed(`The draft pack of ${meeting} could not be printed`, error),
      changed: () => this.server?.tellDesk(),
    });
    this.desk = new Desk({
      root,
      now,
      importWord: options.importWord ?? importWord,
      importAppendix,
      packs: this.packs,
      failed: events.failed,
      follow: () => this.burst.now(),
      timePassed: () => this.burst.add([]),
    });
  }

  async begin(): Promise<PreviewServer> {
    // What changes during the first build is followed after it.
    const stopWatching = this.watch();
    const draftPack = (url: string) => {
      const meeting = /^\/meetings\/([a-z0-9-]+)\/draft-pack\.pdf$/.exec(url)?.[1];
      return meeting ? this.packs.fileOf(meeting) : null;
    };
    await this.burst.now();
    const serving = await servePreview(this.out, this.options.port, draftPack, undefined, this.desk, this.shown);
    this.server = serving;
    const nothing = { published: null, problems: [], out: this.out };
    this.events.built(this.lastBuilt ?? nothing, serving, false);
    await this.printing;
    return {
      ...serving,
      close: async () => {
        stopWatching();
        await this.burst.close();
        clearTimeout(this.keeping);
        this.keep();
        await serving.close();
      },
    };
  }

  /** Builds again for what changed; null where that is not known. */
  private async follow(changed: Changed): Promise<void> {
    clearTimeout(this.keeping);
    const own = changed && [...changed].filter((path) => !path.startsWith(OURS));
    try {
      const built = await this.builder.build(this.events.step, own);
      this.show({ ...built, out: this.out }, isOfLook(changed) ? null : built.changed);
    } catch (error) {
      this.fail(error);
    }
    this.keeping = setTimeout(() => this.keep(), IDLE);
  }

  /** Writes down what the last build left. Where that cannot be, as on a full disk, the pages are right all the same. */
  private keep(): void {
    try {
      this.builder.keep();
    } catch (error) {
      this.events.failed("What was worked out could not be written down, so the next start will take longer", error);
    }
  }

  private show(built: Built & Pick<SiteBuilt, "addresses">, pages: readonly string[] | null): void {
    const { builder, desk, packs, problems, shown, server } = this;
    const wasFault = shown.fault !== null;
    shown.fault = null;
    const isThere = (url: string) => existsSync(join(this.out, url, "index.html"));
    const others = problems.show(built.problems, () => builder.council()?.loaded.council ?? null, isThere);
    const opened = builder.council();
    if (opened) {
      const addresses = onlyWhenAsked(() => new Set(built.addresses()));
      const has = (url: string) => (built.published ? addresses().has(url) : isThere(url));
      desk.show(opened.loaded, { has }, { found: built.problems, layout: opened.layout });
      packs.filesChanged(pages === null);
    }
    this.lastBuilt = built;
    if (server) {
      server.reload(wasFault || pages === null ? null : [...new Set([...pages, ...others])], built.problems.length);
      this.events.built(built, server, true);
    }
    this.printing = opened ? this.printNext(opened.loaded) : Promise.resolve();
  }

  private fail(error: unknown): void {
    this.shown.fault = faultInWords(error, this.root);
    this.server?.reload(null, this.problems.total);
    this.events.failed("The preview could not be built again; what was built last is still served", error);
  }

  private printNext(loaded: Loaded): Promise<void> {
    const next = nextDraft(loaded);
    return next && !this.packs.isUpToDate(next) ? this.packs.print(next) : Promise.resolve();
  }

  private watch(): () => void {
    const told = this.events.told ?? (() => {});
    const { root, burst } = this;
    const names = ["content", "data", "templates", ".eleventy.js"];
    const watches = [watchFolders({ root, names }, (paths) => burst.add(paths), told)];
    // In a council's own folder our templates stand elsewhere.
    if (root !== PROJECT)
      watches.push(
        watchFolders(
          { root: PROJECT, names: ["templates"] },
          (paths) => burst.add((paths ?? ["templates"]).map((path) => `${OURS}${path}`)),
          told,
        ),
      );
    return () => {
      for (const each of watches) each.close();
    };
  }
}

/** What the path of a file of ours begins with, which is none of the council's. */
const OURS = "clear-days:";

/** Whether pages may look different though nothing that they say changed. */
function isOfLook(changed: Changed): boolean {
  const isDrawnWith = (path: string) =>
    path.startsWith(OURS) || path.startsWith("templates/") || path === ".eleventy.js";
  return changed !== null && [...changed].some(isDrawnWith);
}

/** What the council's clock says: as it was set, or as the sample's is, or the time in its zone. */
function clockOf(loaded: Loaded | undefined, now: string | undefined): string {
  const settings = loaded?.council?.settings.value;
  return now ?? settings?.sample?.now ?? civilNow(settings?.timeZone ?? "Europe/London", new Date());
}

function onlyWhenAsked<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
