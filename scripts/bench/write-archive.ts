/**
 * Writes a made-up archive for trying things out: `node scripts/bench/write-archive.ts --papers 5000 --out DIR`, perhaps
 * with `--seed 2`. The folder has to be empty or not there yet.
 */
import { existsSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeGeneratedArchive } from "./generated-archive.ts";

const { values } = parseArgs({
  options: {
    papers: { type: "string" },
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    ahead: { type: "string" },
  },
});
const { out } = values;
const papers = Number(values.papers);
const seed = Number(values.seed);
if (!out || !Number.isInteger(papers) || papers < 2 || !Number.isInteger(seed))
  throw new Error("Usage: node scripts/bench/write-archive.ts --papers 5000 --out DIR [--seed 1] [--ahead 8]");
if (existsSync(out) && readdirSync(out).length > 0) throw new Error(`${out} is not empty.`);
const begun = performance.now();
const { meetings } = writeGeneratedArchive(out, {
  papers,
  seed,
  ...(values.ahead ? { meetingsAhead: Number(values.ahead) } : {}),
});
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
process.stdout.write(`${papers} papers of ${meetings.length} meetings in ${out}, in ${seconds} s.\n`);
