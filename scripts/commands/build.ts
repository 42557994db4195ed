/** `npm run build` and `npm run preview`: a site into a folder, and what that came to. */
import type { Built } from "../build.ts";
import { problemLines } from "../model/problem-lines.ts";
import { type Asked, command } from "./command.ts";

const OPTIONS = {
  cache: { type: "string" },
  fresh: { type: "boolean" },
} as const;

export const BUILD = command({
  name: "build",
  about: "the public site into _site/",
  takes:
    "build and preview take --cache DIR, which builds side by side and on other machines may share: docs/scaling.md; --fresh makes all that is published anew, for when something else wrote there.",
  options: OPTIONS,
  run: async (asked) => {
    const { buildPublicSite } = await import("../build.ts");
    return told(asked, () => buildPublicSite(siteAsked(asked), asked.terminal.step));
  },
});

export const PREVIEW = command({
  name: "preview",
  about: "the same with drafts, marked, into _preview/",
  options: OPTIONS,
  run: async (asked) => {
    const { buildPreview } = await import("../build.ts");
    return told(asked, () => buildPreview(siteAsked(asked), asked.terminal.step));
  },
});

/** Where a site is built from and to, with the cache that it shares with other builds, and whom it tells what of. */
function siteAsked({ root, now, values, terminal }: Asked<typeof OPTIONS>) {
  const cache = values.cache ?? process.env.CLEAR_DAYS_CACHE;
  return {
    root,
    now,
    out: values.out,
    cache: cache === "" ? undefined : cache,
    isFresh: values.fresh ?? false,
    told: terminal.warn,
  };
}

/** Builds, and says what was built, or what stopped it. */
async function told({ terminal }: Asked<typeof OPTIONS>, build: () => Promise<Built>): Promise<number> {
  const started = performance.now();
  const { published, problems, out } = await build();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.show({ published, problems, out }, [
    ...problemLines(problems),
    published
      ? `${published.pages} pages and ${published.files} files in ${out} (${seconds} s).`
      : "Nothing was published: put right what stands above. What was public before is still public.",
  ]);
  return published ? 0 : 1;
}
