import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PreviewServer, servePreview } from "./preview-server.ts";

let folder: string;
let server: PreviewServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "clear-days-"));
  mkdirSync(join(folder, "site/about"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "SECRET");
  writeFileSync(join(folder, "site/about/index.html"), "About us");
  server = await servePreview(join(folder, "site"), 18_380, () => null);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for `path` exactly as it is written, under the name `host`. */
function ask(path: string, host = "localhost"): Promise<{ status: number; body: string }> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: "localhost", port, path, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => {
        body += data;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("the preview's server", () => {
  it("serves a page, and says so where there is none", async () => {
    expect(await ask("/about/")).toEqual({ status: 200, body: "About us" });
    expect((await ask("/nothing/")).status).toBe(404);
  });

  it("takes the next port where one is taken, and says which it is", async () => {
    const taken = Number(new URL(server.address).port);
    const other = await servePreview(join(folder, "site"), taken, () => null);
    const { port } = new URL(other.address);
    const answer = await fetch(`${other.address}about/`);
    await other.close();
    expect(Number(port)).toBeGreaterThan(taken);
    expect(await answer.text()).toBe("About us");
  });

  it("answers what is no address, and goes on serving", async () => {
    for (const path of ["/%", "/%E0%A4%A", "//"]) expect((await ask(path)).status).toBe(400);
    expect((await ask("/about/")).status).toBe(200);
  });

  it("does not reach outside its folder", async () => {
    for (const path of ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt"])
      expect((await ask(path)).body).not.toContain("SECRET");
  });

  it("refuses a name that is not this machine's own, so that another site cannot read drafts through it", async () => {
    expect((await ask("/about/", "evil.example")).status).toBe(403);
    for (const host of ["localhost:8080", "127.0.0.1", "[::1]:8080"])
      expect((await ask("/about/", host)).status).toBe(200);
  });
});
