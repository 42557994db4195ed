/** The floor: what reading, parsing, rendering and writing alone would take. It is nobody's site, and bounds every other. */
import { join } from "node:path";
import { PROJECT } from "../../templating/environment.ts";
import { writeRivalContent } from "./rival-content.ts";
import { changesTo, NOT_IN_ANY } from "./rival-project.ts";
import type { SiteRival } from "./site-rival.ts";

export const floor: SiteRival = {
  name: "Floor",
  howToGet: "npm ci",
  differs: [...NOT_IN_ANY, "have a layout, navigation, lists, a feed or any facts of the front matter but the title"],
  isThere: () => process.version,
  prepare(archive, folder) {
    const content = join(folder, "content");
    const { reports } = writeRivalContent(archive, content);
    const out = join(folder, "out");
    const program = join(PROJECT, "scripts/bench/site/floor.ts");
    const command = [process.execPath, "--disable-warning=ExperimentalWarning", program, content, out] as const;
    return { task: { command, folder, out, kept: [out] }, change: changesTo({ content, reports, layout: null }) };
  },
};
