import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KINDS_OF_FILE } from "../model/kinds-of-file.ts";
import { PROJECT } from "../templating/environment.ts";
import { contentReference } from "./content-reference.ts";
import { fieldsOf } from "./shape.ts";

describe("docs/content.md and the editors' schemas", () => {
  for (const [file, content] of Object.entries(contentReference()))
    it(`${file} is what the model says (else run npm run docs)`, () => {
      expect(readFileSync(join(PROJECT, file), "utf8")).toBe(content);
    });

  it("have a clerk's sentence for every field", () => {
    const silent = KINDS_OF_FILE.flatMap(({ name, schema }) =>
      fieldsOf(schema)
        .filter(({ about }) => about === "")
        .map(({ path }) => `${name}: ${path}`),
    );
    expect(silent).toEqual([]);
  });
});
