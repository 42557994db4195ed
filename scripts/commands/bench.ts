/** `npm run bench`: packs and sites timed beside those that others make of the same papers. */
import { join } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { command } from "./command.ts";

export const BENCH = command({
  name: "bench",
  about: "packs and sites timed beside those that others make of the same papers",
  takes:
    "bench takes packs with --reports N, or site with --papers N, and --rounds N and --against NAME and --only cold",
  takesWords: true,
  options: {
    reports: { type: "string", multiple: true },
    papers: { type: "string", multiple: true },
    rounds: { type: "string" },
    against: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
  },
  run: async ({ words, values, terminal }) => {
    const { PROJECT } = await import("../templating/environment.ts");
    const [what = "both", ...more] = words;
    const [reports, papers] = [values.reports ?? ["30"], values.papers ?? ["1000"]];
    const [sizes, archives, [rounds]] = [whole(reports), whole(papers), whole([values.rounds ?? "3"])];
    const isAsked = ["both", "packs", "site"].includes(what) && more.length === 0;
    if (!isAsked || rounds === undefined || sizes.length < reports.length || archives.length < papers.length)
      throw new Refusal(
        "Say packs or site, and whole numbers: npm run bench -- site --papers 1000 --papers 5000 --rounds 3",
        2,
      );
    if (what === "packs" && (values.papers || values.only)) throw new Refusal("--papers and --only are of sites.", 2);
    if (what === "site" && values.reports) throw new Refusal("--reports is of packs.", 2);
    const options = { folder: values.out ?? join(PROJECT, ".cleardays/bench"), rounds, against: values.against };
    if (what !== "site") {
      const { benchPacks } = await import("../bench/bench-packs.ts");
      const { benchLines } = await import("../bench/bench-table.ts");
      const result = await benchPacks({ ...options, sizes }, terminal.step);
      terminal.show(result, benchLines(result));
    }
    if (what !== "packs") {
      const { benchSite, SITUATIONS } = await import("../bench/site/bench-site.ts");
      const { siteBenchLines } = await import("../bench/site/site-table.ts");
      const only = values.only && SITUATIONS.filter((each) => values.only?.includes(each));
      if (only && only.length < (values.only?.length ?? 0))
        throw new Refusal(`Only these can be timed alone: ${SITUATIONS.join(", ")}.`, 2);
      const result = await benchSite({ ...options, sizes: archives, only }, terminal.step);
      terminal.show(result, siteBenchLines(result));
    }
    return 0;
  },
});

/** Those of `words` that are whole numbers above nought. */
function whole(words: readonly string[]): number[] {
  return words.map(Number).filter((each) => Number.isInteger(each) && each > 0);
}
