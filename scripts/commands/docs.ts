/** `npm run docs`: the pages and schemas of docs/ that are made from the code. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { command } from "./command.ts";

export const DOCS = command({
  name: "docs",
  about: "docs/content.md, the editors' schemas and hosts' headers, from the code",
  options: {},
  run: async ({ terminal }) => {
    const { hostFiles } = await import("../hosting/host-files.ts");
    const { contentReference } = await import("../reference/content-reference.ts");
    const { PROJECT } = await import("../templating/environment.ts");
    for (const [file, content] of Object.entries({ ...contentReference(), ...hostFiles() })) {
      mkdirSync(dirname(join(PROJECT, file)), { recursive: true });
      writeFileSync(join(PROJECT, file), content);
    }
    terminal.tell(["Written: docs/content.md, docs/schemas/ and docs/hosting/."]);
    return 0;
  },
});
