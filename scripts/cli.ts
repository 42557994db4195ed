/** Clear Days' commands and their options: the only file that prints or exits. `start.js` hands over to it. */
import { checkCouncil } from "./check/check.ts";
import { loadCouncil } from "./load/council.ts";
import { stops } from "./model/problem.ts";
const p = checkCouncil(loadCouncil(process.argv[3] ?? ".", { drafts: true }));
for (const x of p) console.log(`${x.file}:${x.line}:${x.column} ${x.severity} ${x.rule} ${x.message} ${x.mend}`);
process.exit(p.some(stops) ? 1 : 0);
