import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { councilWith, JUNE } from "../examples/councils.ts";
import { standInImport, wordFile } from "../examples/word-imports.ts";
import { importAppendix } from "../import-appendix.ts";
import { loadCouncil } from "../load/council.ts";
import type { WordRequest } from "../word/imported-word.ts";
import { Desk } from "./desk.ts";
import { type PreviewServer, servePreview } from "./preview-server.ts";

const MEETING = "2026-06-01-panel";
const IMPORT = `/desk/${MEETING}/import`;
const PAGE = `/desk/${MEETING}/`;
const LARGEST = 200_000;

let root: string;
let remove: () => void;
let server: PreviewServer;
let token: string;
const asked: WordRequest[] = [];
const packs: string[] = [];
const faults: unknown[] = [];
/** What the import waits for, where a test wants it to take its time. */
let gate: Promise<void> = Promise.resolve();

beforeAll(async () => {
  ({ root, remove } = councilWith());
  mkdirSync(join(root, "_preview"));
  writeFileSync(join(root, "_preview/index.html"), "Home");
  const standIn = standInImport(asked);
  const desk = new Desk({
    root,
    largest: LARGEST,
    importAppendix,
    importWord: async (wanted) => {
      await gate;
      return standIn(wanted);
    },
    packs: {
      print: async (meeting) => {
        packs.push(meeting);
      },
      stateOf: () => null,
    },
    failed: (_, error) => faults.push(error),
  });
  desk.show(loadCouncil(root, { drafts: true }), new Set([`/meetings/${MEETING}/`]));
  server = await servePreview(join(root, "_preview"), 18_420, () => null, undefined, desk);
  token = /name="token" value="([^"]+)"/.exec((await get(PAGE)).body)?.[1] ?? "";
});
afterAll(async () => {
  await server.close();
  remove();
});
beforeEach(() => {
  asked.length = 0;
  packs.length = 0;
  faults.length = 0;
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** Asks exactly as it is told, with no header of its own but the host. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: Uint8Array[] = [],
): Promise<Answer> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = request({ host: "localhost", port, path, method, headers: { host: `localhost:${port}`, ...headers } });
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (data: Buffer) => {
        text += data;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
    });
    sent.on("error", reject);
    for (const chunk of body) sent.write(chunk);
    sent.end();
  });
}
const get = (path: string, headers: Record<string, string> = {}) => ask("GET", path, headers);
const own = () => server.address.replace(/\/$/, "");

type Fields = Record<string, string | readonly string[] | File>;

/** A form as a browser sends it, in bytes. */
async function formBytes(fields: Fields): Promise<{ type: string; bytes: Uint8Array }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of value instanceof File ? [value] : [value].flat()) form.append(name, each as string);
  const made = new Response(form);
  return { type: made.headers.get("content-type") ?? "", bytes: new Uint8Array(await made.arrayBuffer()) };
}

/** Sends a form of the desk, with `more` or other headers. */
async function send(fields: Fields, path = IMPORT, more: Record<string, string> = { origin: own() }): Promise<Answer> {
  const { type, bytes } = await formBytes({ token, ...fields });
  return ask("POST", path, { "content-type": type, ...more }, [bytes]);
}
const good = (more: Fields = {}): Fields => ({
  item: "2",
  report: "budget",
  again: "yes",
  file: wordFile("Words."),
  ...more,
});
/** What an answer says, in words. */
const said = ({ body }: Answer) => /data-status>([^<]*)</.exec(body)?.[1] ?? "";
const filesOfMeeting = () => readdirSync(join(root, JUNE)).sort();

describe("the desk's pages", () => {
  it("are served, at its own address and a meeting's, and say so where there is none", async () => {
    expect((await get("/desk/")).body).toContain("Coming meetings");
    expect((await get(PAGE)).body).toContain("What the public will see");
    expect(await get("/desk")).toMatchObject({ status: 301, headers: { location: "/desk/" } });
    for (const path of [
      "/desk/no-such-meeting/",
      "/desk/nothing",
      `${PAGE}x`,
      `${PAGE}progress/side-by-side`,
      "/desk/__proto__/",
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it("are kept nowhere, framed by nobody, and hold a policy that lets nothing in from elsewhere", async () => {
    for (const answer of [await get("/desk/"), await get("/"), await send({}), await get("/desk/desk.js")])
      expect(answer.headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "content-security-policy": expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      });
    const policy = String((await get(PAGE)).headers["content-security-policy"]);
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it("show an officer's words as words", async () => {
    const answer = await send(good({ file: wordFile("Words.", "<img src=x onerror=alert(1)>.docx") }));
    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain("<img src=x");
    expect((await get(PAGE)).body).toContain("&lt;img src=x");
  });
});

describe("a Word file sent to the desk", () => {
  it("is brought in, and the answer has the report, its side-by-side page and the desk with the new state", async () => {
    const answer = await send(good());
    expect(answer.status).toBe(200);
    expect(said(answer)).toBe(
      "Budget monitoring.docx was brought in as budget.md. No question, 1 gap to be filled in.",
    );
    expect(asked).toMatchObject([
      { root, meeting: MEETING, item: "2", report: "budget", again: true, accepted: [], yes: [] },
    ]);
    expect(filesOfMeeting()).toContain("budget.md");
    expect((await get(PAGE)).body).toContain("Budget monitoring (budget.md)");
    const page = await get(`${PAGE}budget/side-by-side`);
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining("Side by side") });
    expect(page.headers["content-security-policy"]).toContain("script-src 'none'");
  });

  it("is asked about, and brought in again with the answers and without being chosen again", async () => {
    const first = await send(good({ report: "asked", file: wordFile("TRACKED HEADING") }));
    expect(first.status).toBe(422);
    expect(first.body).toContain("A change is tracked here");
    expect(first.body).toContain("Accept or reject it in Word");
    expect(first.body).toContain('<input type="hidden" name="report" value="asked">');
    const upload = /name="upload" value="([0-9a-f]+)"/.exec(first.body)?.[1] ?? "";
    const second = await send({ item: "2", report: "asked", upload, accepted: "changes" });
    expect(second.body).toContain("Is it a heading?");
    expect(second.body).toContain("If yes: It becomes a heading of the second level.");
    expect(second.body).toMatch(/<input type="hidden" name="accepted" value="changes">/);
    const third = await send({
      item: "2",
      report: "asked",
      upload,
      accepted: "changes",
      yes: ["heading-3"],
      again: "yes",
    });
    expect(third.status).toBe(200);
    expect(asked.map(({ accepted, yes }) => [accepted, yes])).toEqual([
      [[], []],
      [["changes"], []],
      [["changes"], ["heading-3"]],
    ]);
    expect(asked.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(Array(3).fill("TRACKED HEADING"));
  });

  it("is taken with Sec-Fetch-Site for its origin, and under each of this machine's own names", async () => {
    expect((await send(good(), IMPORT, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    const { port } = new URL(server.address);
    for (const name of ["127.0.0.1", "[::1]"]) {
      const host = `${name}:${port}`;
      expect((await send(good(), IMPORT, { host, origin: `http://${host}` })).status, name).toBe(200);
    }
  });

  it("is refused, in words, where it is no Word file, is empty, or is not there", async () => {
    expect(said(await send(good({ file: wordFile("x", "old.doc") })))).toContain("ends with .docx");
    expect(said(await send(good({ file: wordFile("x", ".docx") })))).toContain("ends with .docx");
    expect(said(await send(good({ file: wordFile("") })))).toContain("is empty");
    expect(said(await send({ item: "2" }))).toContain("Choose the Word file");
    expect(said(await send({ item: "2", upload: "0".repeat(32) }))).toContain("Choose the Word file");
    expect(asked).toEqual([]);
  });

  it("or a PDF that cannot be brought in is answered in the desk's own words, and not the command line's", async () => {
    const pdf = new File(["%PDF-1.7"], "Plan.pdf");
    const answer = await send({ item: "1", file: pdf });
    expect([answer.status, said(answer)]).toEqual([
      422,
      "Item 1 has no report yet, and an appendix goes with one. Bring in its report first, as a Word file.",
    ]);
    expect((await send({ item: "2", file: new File(["no"], "Plan.pdf") })).status).toBe(422);
    expect(asked).toEqual([]);
  });

  it("that fails for a fault of ours says so, tells the terminal, and leaves the desk free", async () => {
    gate = Promise.reject(new Error("planted"));
    gate.catch(() => {});
    const answer = await send(good());
    gate = Promise.resolve();
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain("planted");
    expect(String(faults[0])).toContain("planted");
    expect((await send(good())).status).toBe(200);
  });
});

describe("a draft pack asked for on the desk", () => {
  it("is printed behind the page, which the browser is sent back to", async () => {
    const answer = await send({}, `/desk/${MEETING}/pack`);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${PAGE}#pack` } });
    expect(packs).toEqual([MEETING]);
  });

  it("is refused like any write without the session's secret, and for a meeting that is none", async () => {
    expect((await send({ token: "" }, `/desk/${MEETING}/pack`)).status).toBe(403);
    expect((await send({}, `/desk/${MEETING}/pack`, {})).status).toBe(403);
    expect((await send({}, "/desk/2026-06-01-council/pack")).status).toBe(404);
    expect(packs).toEqual([]);
  });
});

describe("a write to the desk is refused, and nothing is done", () => {
  const refused = async (answer: Answer, status: number, words: string) => {
    expect(answer.status).toBe(status);
    expect(said(answer)).toContain(words);
    expect(asked).toEqual([]);
    expect(packs).toEqual([]);
  };

  it("from another site's page", async () => {
    for (const origin of [
      "http://evil.example",
      "null",
      "https://localhost",
      `${own()}.evil.example`,
      own().replace(/\d+$/, "9"),
    ])
      await refused(await send(good(), IMPORT, { origin }), 403, "Another site");
    for (const site of ["cross-site", "same-site", "none"]) {
      await refused(await send(good(), IMPORT, { "sec-fetch-site": site }), 403, "Another site");
      await refused(await send(good(), IMPORT, { "sec-fetch-site": site, origin: own() }), 403, "Another site");
    }
  });

  it("with nothing that says where it is from", async () => {
    await refused(await send(good(), IMPORT, {}), 403, "no page of the desk");
  });

  it("under a name that another site has made to lead here", async () => {
    const { port } = new URL(server.address);
    for (const host of ["evil.example", `evil.example:${port}`, "localhost.evil.example", ""]) {
      const answer = await send(good(), IMPORT, { host, origin: `http://${host}` });
      expect(answer.status, host).toBeGreaterThanOrEqual(400);
      expect(answer.status, host).toBeLessThan(404);
    }
    expect(asked).toEqual([]);
  });

  it("without the session's secret, or with another", async () => {
    const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of ["", "x", changed, `${token}A`, token.slice(0, -1)])
      await refused(await send(good({ token: wrong })), 403, "not of this session");
    await refused(await send(good({ token: wordFile(token, "token.docx") })), 403, "not of this session");
    const { type, bytes } = await formBytes(good());
    await refused(
      await ask("POST", IMPORT, { origin: own(), "content-type": type }, [bytes]),
      403,
      "not of this session",
    );
  });

  it("as anything but a POST, and a POST of anything that is read", async () => {
    const { type, bytes } = await formBytes({ token, ...good() });
    for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
      const body = method === "GET" ? [] : [bytes];
      const length = { "content-length": String(method === "GET" ? 0 : bytes.length) };
      const answer = await ask(method, IMPORT, { origin: own(), "content-type": type, ...length }, body);
      await refused(answer, 405, "written to by a form");
      expect(answer.headers.allow).toBe("POST");
    }
    for (const path of ["/desk/", PAGE, "/desk/desk.js"])
      await refused(await send(good(), path), 405, "nothing at this address");
    expect((await ask("POST", "/", { origin: own(), "content-type": type }, [bytes])).status).toBe(405);
    expect((await ask("DELETE", "/index.html")).status).toBe(405);
  });

  it("that is no form, or says nothing of what it is", async () => {
    const { bytes } = await formBytes({ token, ...good() });
    for (const type of [
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "multipart/mixed; boundary=x",
    ])
      await refused(
        await ask("POST", IMPORT, { origin: own(), "content-type": type }, [bytes]),
        415,
        "form of the desk",
      );
    await refused(await ask("POST", IMPORT, { origin: own() }, [bytes]), 415, "form of the desk");
  });

  it("that is broken off", async () => {
    const { type, bytes } = await formBytes({ token, ...good() });
    for (const length of [0, 40, bytes.length - 60, bytes.length - 4]) {
      const part = bytes.subarray(0, length);
      await refused(
        await ask("POST", IMPORT, { origin: own(), "content-type": type }, [part]),
        400,
        "did not arrive whole",
      );
    }
  });

  it("whose sender goes away in the middle, and the desk goes on", async () => {
    const { type, bytes } = await formBytes({ token, ...good() });
    const { port } = new URL(server.address);
    await new Promise<void>((resolve) => {
      const headers = {
        host: `localhost:${port}`,
        origin: own(),
        "content-type": type,
        "content-length": String(bytes.length),
      };
      const sent = request({ host: "localhost", port, path: IMPORT, method: "POST", headers });
      sent.on("error", () => resolve());
      sent.write(bytes.subarray(0, 100), () => setTimeout(() => sent.destroy(new Error("gone")), 50));
    });
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
    expect((await send(good())).status).toBe(200);
  });

  it("that is too large, whether it says so or not, with an answer that can be read", async () => {
    const large = good({ file: wordFile("x".repeat(LARGEST)) });
    const { type, bytes } = await formBytes({ token, ...large });
    const headers = { origin: own(), "content-type": type };
    await refused(
      await ask("POST", IMPORT, { ...headers, "content-length": String(bytes.length) }, [bytes]),
      413,
      "more than the",
    );
    const pieces = Array.from({ length: 10 }, (_, index) =>
      bytes.subarray((index * bytes.length) / 10, ((index + 1) * bytes.length) / 10),
    );
    await refused(
      await ask("POST", IMPORT, { ...headers, "transfer-encoding": "chunked" }, pieces),
      413,
      "more than the",
    );
    const fitting = good({ file: wordFile("x".repeat(LARGEST - 2_000)) });
    expect((await send(fitting)).status).toBe(200);
  });

  it("for a meeting or an item that is not there, however it is written", async () => {
    for (const meeting of [
      "2026-06-01-council",
      "..",
      "%2e%2e",
      "..%2f..%2fetc",
      `${MEETING}%00`,
      "__proto__",
      "constructor",
      `.%2f${MEETING}`,
    ]) {
      const answer = await send(good(), `/desk/${meeting}/import`);
      expect([400, 404, 405], meeting).toContain(answer.status);
    }
    for (const item of ["", "9", "2 ", "../2", "__proto__", "0", "progress"])
      await refused(await send(good({ item })), 400, "no such item");
    expect(asked).toEqual([]);
  });

  it("for a report whose name is a path, or is another file's", async () => {
    for (const report of [
      "../x",
      "../../../../etc/passwd",
      "/etc/passwd",
      "a/b",
      "a\\b",
      "a.md",
      "Budget",
      "a--b",
      "-a",
      "a\u0000b",
      "agenda",
      "meeting",
      "minutes",
      "a".repeat(81),
    ])
      await refused(await send(good({ report })), 400, "small letters");
  });

  it("for an item that is not for publication", async () => {
    const { root: other, remove: removeOther } = councilWith({
      file: `${JUNE}/agenda.md`,
      find: "papers: [progress] }",
      put: "withheld: { category: confidential, description: a secret, forbiddenBy: a court } }",
    });
    const desk = new Desk({
      root: other,
      importWord: standInImport(asked),
      importAppendix,
      packs: { print: async () => {}, stateOf: () => null },
      failed: () => {},
    });
    const second = await servePreview(other, 18_440, () => null, undefined, desk);
    const page = await (await fetch(`${second.address}desk/${MEETING}/`)).text();
    const secret = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const { type, bytes } = await formBytes({ token: secret, ...good() });
    const answer = await fetch(`${second.address}desk/${MEETING}/import`, {
      method: "POST",
      headers: { origin: second.address.replace(/\/$/, ""), "content-type": type },
      body: bytes as BodyInit,
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("restricted folder")]);
    await second.close();
    removeOther();
    expect(asked).toEqual([]);
  });

  it("through a link that leads out of the council's folder", async () => {
    const outside = mkdtempSync(join(tmpdir(), "clear-days-outside-"));
    writeFileSync(join(outside, "kept.md"), "KEPT");
    const link = join(root, JUNE, "linked.md");
    symlinkSync(join(outside, "kept.md"), link);
    await refused(await send(good({ report: "linked" })), 409, "a link to another place");
    unlinkSync(link);
    symlinkSync(outside, join(root, JUNE, "appendices"));
    await refused(await send(good()), 409, "a link to another place");
    unlinkSync(join(root, JUNE, "appendices"));
    expect(readdirSync(outside)).toEqual(["kept.md"]);
    rmSync(outside, { recursive: true });
  });

  it("while another is being done; and is taken when that is over", async () => {
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const first = send(good());
    await expect.poll(async () => (await send(good({ report: "second" }))).status).toBe(409);
    const second = await send(good({ report: "second" }));
    expect(said(second)).toContain("being brought in already");
    open();
    expect((await first).status).toBe(200);
    gate = Promise.resolve();
    expect((await send(good({ report: "second" }))).status).toBe(200);
    expect(asked.map(({ report }) => report)).toEqual(["budget", "second"]);
  });
});

describe("a page that an import wrote", () => {
  it("is served only from where imports write, and through no link", async () => {
    await send(good({ report: "beside" }));
    const file = join(root, ".cleardays/word", MEETING, "beside.html");
    writeFileSync(join(root, "secret.html"), "SECRET");
    unlinkSync(file);
    symlinkSync(join(root, "secret.html"), file);
    const answer = await get(`${PAGE}beside/side-by-side`);
    expect([answer.status, answer.body.includes("SECRET")]).toEqual([404, false]);
    for (const path of [
      `${PAGE}..%2f..%2fsecret/side-by-side`,
      `/desk/..%2f${MEETING}/beside/side-by-side`,
      `${PAGE}beside/side-by-side/x`,
    ])
      expect((await get(path)).status, path).toBe(404);
  });
});
