/**
 * The officer's desk behind `npm start`: its pages, made on request and kept nowhere, and the two things that its forms
 * do. What every write has to show first stands in write-guards.ts. Made by preview-session.ts.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { DESK, deskAddress } from "../desk/desk-addresses.ts";
import { type DeskCouncil, deskAt, meetingOnDesk } from "../desk/desk-council.ts";
import { DeskPages, type DeskSession } from "../desk/render-desk.ts";
import { sideBySideOf } from "../desk/side-by-side.ts";
import { DESK_HEADERS, SIDE_BY_SIDE_HEADERS } from "../hosting/security-headers.ts";
import { type Loaded, loadCouncil } from "../load/council.ts";
import { civilNow } from "../model/civil.ts";
import { Refusal } from "../model/refusal.ts";
import { PROJECT } from "../templating/environment.ts";
import { type Importers, Imports } from "./bring-in.ts";
import type { DraftPacks } from "./draft-packs.ts";
import { readForm } from "./read-form.ts";
import { isToken, RefusedRequest, refuseForeignWrite } from "./write-guards.ts";

export interface DeskOptions extends Importers {
  readonly root: string;
  readonly now?: string | undefined;
  readonly packs: Pick<DraftPacks, "print" | "stateOf">;
  /** Told of what is our own fault. */
  readonly failed: (what: string, error: unknown) => void;
  /** Builds the preview again and shows what came of it; left out, the council is read again for the desk alone. */
  readonly follow?: () => Promise<void>;
  /** Told that what was found is of another minute than this one. */
  readonly timePassed?: () => void;
  /** As many bytes as a form may have; left out, what a form of the desk may. */
  readonly largest?: number;
}

interface Shown {
  readonly desk: DeskCouncil;
  readonly pages: DeskPages;
}

const FILES: Readonly<Record<string, string>> = {
  "desk.css": "text/css; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
};
const HTML = "text/html; charset=utf-8";

export class Desk {
  private readonly token = randomBytes(32).toString("base64url");
  private readonly imports: Imports;
  private readonly options: DeskOptions;
  private loaded: Loaded | null = null;
  private known: Parameters<typeof deskAt>[3] = {};
  private pages: DeskCouncil["pages"] = new Set<string>();
  private shown: Shown | null = null;
  /** What is being written now, in words. */
  private writing: string | null = null;

  constructor(options: DeskOptions) {
    this.options = options;
    this.imports = new Imports(options);
  }

  /** Shows the council as it was read for the preview's last build, which has these pages, with what that build knows of it. */
  show(loaded: Loaded, pages: DeskCouncil["pages"], known: Parameters<typeof deskAt>[3] = {}): void {
    this.loaded = loaded;
    this.pages = pages;
    this.known = known;
    this.shown = null;
  }

  /** Answers a request for `url`, which begins with the desk's address. */
  async answer(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    try {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (isRead && this.read(response, url)) return;
      await this.write(request, response, url, isRead);
    } catch (error) {
      if (!(error instanceof RefusedRequest || error instanceof Refusal))
        this.options.failed("The desk could not do what was asked", error);
      const status = error instanceof RefusedRequest ? error.status : error instanceof Refusal ? 422 : 500;
      const words =
        status === 500 ? "This is a fault of Clear Days, not of your files. The terminal says more." : wordsOf(error);
      const close = request.complete ? {} : { Connection: "close" };
      const allow = status === 405 ? { Allow: "POST" } : {};
      send(response, status, HTML, this.refused(words), { ...DESK_HEADERS, ...close, ...allow });
    }
  }

  /** A page, or a file of the desk's own; false where there is none at the address. */
  private read(response: ServerResponse, url: string): boolean {
    const file = url.slice(DESK.length);
    if (Object.hasOwn(FILES, file)) {
      send(response, 200, FILES[file] ?? "", readFileSync(join(PROJECT, "templates/desk", file)));
      return true;
    }
    const { pages, desk } = this.now();
    const [meeting = "", report, last, ...rest] = file.split("/");
    if (file === "") {
      send(response, 200, HTML, pages.home());
      return true;
    }
    if (report === "" && last === undefined) {
      const page = pages.meeting(meeting, this.session());
      if (page) send(response, 200, HTML, page);
      return page !== null;
    }
    if (last !== "side-by-side" || rest.length > 0 || !report) return false;
    const written = sideBySideOf(desk, meeting, report);
    if (written) send(response, 200, HTML, readFileSync(join(desk.council.root, written)), SIDE_BY_SIDE_HEADERS);
    return written !== null;
  }

  private async write(request: IncomingMessage, response: ServerResponse, url: string, isRead: boolean): Promise<void> {
    const [, meeting = "", what = ""] = /^\/desk\/([^/]+)\/(import|pack)$/.exec(url) ?? [];
    if (!what) throw new RefusedRequest(isRead ? 404 : 405, "There is nothing at this address of the desk.");
    refuseForeignWrite(request);
    const form = await readForm(request, this.options.largest);
    if (!isToken(form.get("token"), this.token))
      throw new RefusedRequest(403, "This form is not of this session. Open the page again and send it from there.");
    if (!meetingOnDesk(this.now().desk, meeting))
      throw new RefusedRequest(404, "There is no such meeting on the desk.");
    if (what === "pack") {
      // It is printed behind the page, which says how it stands.
      void this.options.packs.print(meeting);
      response.writeHead(303, { ...DESK_HEADERS, Location: `${deskAddress.meeting(meeting)}#pack` });
      response.end();
      return;
    }
    const answer = await this.alone("A file", () =>
      this.imports.bringIn(this.now().desk, meeting, form, this.options.now),
    );
    if (answer.report) await this.follow();
    send(response, answer.isRefused ? 422 : 200, HTML, this.now().pages.answer(answer, this.token));
  }

  /** The council as the import left it. */
  private async follow(): Promise<void> {
    if (this.options.follow) await this.options.follow();
    else this.show(this.readAgain(), this.pages);
  }

  /** Does one thing at a time that writes into the council's folder. */
  private async alone<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    if (this.writing)
      throw new RefusedRequest(
        409,
        `${this.writing} is being brought in already. Wait for its answer, then try again.`,
      );
    this.writing = what;
    try {
      return await work();
    } finally {
      this.writing = null;
    }
  }

  private session(): DeskSession {
    return {
      token: this.token,
      pack: (meeting) => this.options.packs.stateOf(meeting),
      answers: (meeting) => this.imports.answersOf(this.now().desk, meeting),
    };
  }

  /** The desk as of this minute. */
  private now(): Shown {
    const loaded = this.loaded ?? this.readAgain();
    const now = this.clock(loaded);
    if (this.shown && this.shown.desk.council.now === now) return this.shown;
    if (this.shown) this.options.timePassed?.();
    const desk = deskAt(loaded, now, this.pages, this.known);
    if (!desk)
      throw new RefusedRequest(
        503,
        "The council's own file, data/council.json, cannot be read. The terminal says why.",
      );
    this.shown = { desk, pages: new DeskPages(desk) };
    return this.shown;
  }

  private clock({ council }: Loaded): string {
    const settings = council?.settings.value;
    return this.options.now ?? settings?.sample?.now ?? civilNow(settings?.timeZone ?? "Europe/London", new Date());
  }

  private readAgain(): Loaded {
    return loadCouncil(this.options.root, { drafts: true, now: this.options.now });
  }

  /** A page that says why not; in plain words where the council cannot be read, and so has no look of its own. */
  private refused(words: string): string {
    try {
      return this.now().pages.refused("This was not done", words);
    } catch {
      return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>This was not done</title><h1>This was not done</h1><p data-status>${escaped(words)}</p></html>`;
    }
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return error.onDesk;
  return error instanceof Error ? error.message : String(error);
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = DESK_HEADERS,
): void {
  response.writeHead(status, { "Content-Type": type, ...headers });
  response.end(body);
}
