import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../templating/environment.ts";
import { hostFiles } from "./host-files.ts";
import { netlifyHeaders } from "./netlify.ts";
import { headersFor, SECURITY_HEADERS } from "./security-headers.ts";

describe("the files for a council's host", () => {
  for (const [file, content] of Object.entries(hostFiles()))
    it(`${file} is what the policy says (else run npm run docs)`, () => {
      expect(readFileSync(join(PROJECT, file), "utf8")).toBe(content);
    });

  const forms = { ...hostFiles(), _headers: netlifyHeaders([]) };
  for (const name of ["docs/hosting/nginx.conf", "docs/hosting/cloudfront-headers.json", "_headers"])
    it(`${name} has every header that a council's papers are sent with`, () => {
      const form = forms[name as keyof typeof forms] ?? "";
      // CloudFront has a switch for nosniff, and no place for the word.
      for (const value of Object.values(SECURITY_HEADERS))
        expect(form.replace('"ContentTypeOptions"', "nosniff")).toContain(value);
      expect(form).toContain("script-src 'none'");
      expect(form).toContain("frame-ancestors 'none'");
      if (name !== "_headers") expect(form).toContain(headersFor("/")["Content-Security-Policy"]);
    });

  it("have every file they name explained in docs/hosting.md", () => {
    const page = readFileSync(join(PROJECT, "docs/hosting.md"), "utf8");
    for (const file of Object.keys(hostFiles())) expect(page).toContain(file.replace("docs/", ""));
  });
});

describe("how long a copy may be kept", () => {
  it("is for ever where the name holds the hash", () => {
    expect(headersFor("/assets/site.0123456789abcdef.css")["Cache-Control"]).toContain("immutable");
  });

  it("is no time at all for papers, packs and a council's own plain names, so that what is withdrawn is gone", () => {
    for (const url of ["/", "/meetings/2026-09-28-cabinet/agenda-pack.pdf", "/assets/crest.png", "/plans/a/b.csv"])
      expect(headersFor(url)["Cache-Control"]).toBe("public, max-age=0, must-revalidate");
  });

  it("is said by Netlify's file for hashed files alone, since a header that two rules name is sent joined", () => {
    const rules = netlifyHeaders(["/assets/site.0123456789abcdef.css"]).split(/\n(?=\/)/);
    expect(rules.map((rule) => rule.split("\n")[0])).toEqual(["/*", "/assets/site.0123456789abcdef.css"]);
    expect(rules.filter((rule) => rule.includes("Cache-Control"))).toHaveLength(1);
  });
});
