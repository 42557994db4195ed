/** Serves the preview on this machine alone, and tells open pages to reload when it was built again. Used by start. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { DESK } from "../desk/desk-addresses.ts";
import { previewHeadersFor } from "../hosting/security-headers.ts";
import { PROJECT } from "../templating/environment.ts";
import { PROBLEMS_SHEET } from "./put-into-page.ts";
import { RELOAD_SCRIPT } from "./reload-script.ts";
import { isOwnHost } from "./write-guards.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const SHEET = join(PROJECT, "templates/desk/preview.css");

export interface PreviewServer {
  readonly address: string;
  /** Tells open pages that those at these addresses are others now, or all where it is null; and how many problems there are. */
  readonly reload: (pages: readonly string[] | null, total?: number) => void;
  /** Tells open pages of the desk alone that something on it is another. */
  readonly tellDesk: () => void;
  readonly close: () => Promise<void>;
}

/** What is put into pages as they are served. */
export interface PutsIntoPages {
  readonly into: (html: string, url: string) => string;
  /** A page that cannot be made as its file stands, as it was before or in words; null where there is no such page. */
  readonly insteadOf: (url: string, missing: string) => string | null;
}

/** What answers every address of the desk. */
export interface AnswersDesk {
  readonly answer: (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;
}

/**
 * Serves `folder`, as it is at each request, on the first free port from `port`. `extra` names files
 * that lie elsewhere, by address; `headers` gives what a host would send with an address; `puts` what pages have beside what
 * stands in their files.
 */
export async function servePreview(
  folder: string,
  port: number,
  extra: (url: string) => string | null,
  headers: (url: string) => Record<string, string> = previewHeadersFor,
  desk: AnswersDesk | null = null,
  puts: PutsIntoPages | null = null,
): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    // Another site's page must not read drafts through a name of its own that leads to this machine.
    if (!isOwnHost(request.headers.host))
      return send(response, 403, TYPES[".txt"] ?? "", "This preview is served to this machine alone.");
    const url = pathOf(request.url ?? "/");
    if (url === null) return send(response, 400, TYPES[".txt"] ?? "", "This is no address.");
    if (desk && `${url}/` === DESK) {
      response.writeHead(301, { ...previewHeadersFor(url), Location: DESK });
      response.end();
      return;
    }
    if (desk && url.startsWith(DESK)) return void desk.answer(request, response, url);
    if (request.method !== "GET" && request.method !== "HEAD")
      return send(response, 405, TYPES[".txt"] ?? "", "Nothing is written here.", {
        ...previewHeadersFor(url),
        Allow: "GET, HEAD",
        Connection: "close",
      });
    if (url === "/assets/live-reload") {
      response.writeHead(200, { ...previewHeadersFor(url), "Content-Type": "text/event-stream" });
      response.write("\n");
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
      return;
    }
    if (url === "/assets/live-reload.js") return send(response, 200, TYPES[".js"] ?? "", RELOAD_SCRIPT);
    if (puts && url === PROBLEMS_SHEET) return send(response, 200, TYPES[".css"] ?? "", readFileSync(SHEET));
    const file = extra(url) ?? fileAt(folder, url);
    const bytes = file === null ? null : bytesOf(file);
    if (file && bytes) {
      const body = puts && file.endsWith(".html") ? puts.into(bytes.toString("utf8"), url) : bytes;
      return send(response, 200, TYPES[extname(file)] ?? "application/octet-stream", body, headers(url));
    }
    const missing = bytesOf(join(folder, "404.html"))?.toString("utf8") ?? "Not found";
    send(response, 404, TYPES[".html"] ?? "", puts?.insteadOf(url, missing) ?? missing);
  });
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}/`,
    reload: (pages, total = 0) => {
      const news = JSON.stringify({ pages: pages && pages.length > MANY ? null : pages, total });
      for (const listener of listeners) listener.write(`data: ${news}\n\n`);
    },
    tellDesk: () => {
      for (const listener of listeners) listener.write("event: desk\ndata: changed\n\n");
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** So many pages that changed are as good as all. */
const MANY = 2000;

/** The bytes of a file; null where it went in this moment. */
function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The path of an address, or null where it cannot be read. */
function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return null;
  }
}

/** The file an address stands for, never outside the folder; null where there is none. */
function fileAt(folder: string, url: string): string | null {
  const path = join(folder, normalize(`/${url}`));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  return existsSync(file) ? file : null;
}

/** Answers with `body`. */
function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = previewHeadersFor(""),
): void {
  response.writeHead(status, { "Content-Type": type, ...headers });
  response.end(body);
}

/** Listens on `port` or the next that is free, of twenty; on this machine's own address only. */
function listen(server: Server, port: number, tries = 20): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && tries > 0) listen(server, port + 1, tries - 1).then(resolve, reject);
      else reject(error);
    });
    // A port that was taken leaves its callback behind, so the server is asked which it has.
    server.listen(port, "localhost", () => resolve((server.address() as AddressInfo).port));
  });
}
