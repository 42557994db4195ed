/** Typst, with its compiler from npm, as tagged PDF/UA-1. One of the bench's rivals. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../templating/environment.ts";
import { writeOneTypst } from "./one-typst.ts";
import { RIVALS_FOLDER, RIVALS_NAME, type Rival } from "./rival.ts";

/** Its 0.7.0 is Typst 0.14.2. */
const COMPILER = "@myriaddreamin/typst-ts-node-compiler";
/** The packs' font as Typst reads it: whole cuts, and not WOFF2. */
const FONT = "@expo-google-fonts/atkinson-hyperlegible-next";

export const typst: Rival = {
  name: "Typst",
  howToGet: `npm install --prefix ${RIVALS_NAME} ${COMPILER}@0.7.0 ${FONT}@0.4.1`,
  async isThere() {
    try {
      readFileSync(join(RIVALS_FOLDER, "node_modules", FONT, "package.json"));
      const own = readFileSync(join(RIVALS_FOLDER, "node_modules", COMPILER, "package.json"), "utf8");
      return `${COMPILER} ${(JSON.parse(own) as { version: string }).version}`;
    } catch {
      return null;
    }
  },
  async prepare(papers, folder) {
    const out = join(folder, "typst.pdf");
    const program = join(PROJECT, "scripts/bench/compile-typst.ts");
    const fonts = join(RIVALS_FOLDER, "node_modules", FONT);
    return { command: [process.execPath, program, RIVALS_FOLDER, writeOneTypst(papers, folder), out, fonts], out };
  },
};
