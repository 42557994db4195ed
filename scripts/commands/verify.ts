/** `npm run verify` and `npm run fingerprint`: what stands public is what was issued, and holds nothing of a restricted paper. */
import { join, resolve } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { type Asked, command } from "./command.ts";

const OPTIONS = {
  leaks: { type: "boolean" },
  heads: { type: "boolean" },
  fingerprints: { type: "string" },
  "key-file": { type: "string" },
} as const;

export const VERIFY = command({
  name: "verify",
  about: "prove that what stands public is what was issued; --leaks looks for restricted passages",
  takes: "verify takes --leaks with --key-file FILE and --fingerprints FILE, and --heads",
  options: OPTIONS,
  run: async (asked) => {
    const { verify } = await import("../verify.ts");
    const { root, now, values, terminal } = asked;
    const verified = await verify({ root, out: values.out, now, leaks: leaksAsked(asked) }, terminal.step);
    if (values.heads) terminal.tell(verified.heads);
    else terminal.show(verified, verified.lines);
    return verified.isSound ? 0 : 1;
  },
});

function leaksAsked({ root, values }: Asked<typeof OPTIONS>): { fingerprints: string; keyFile: string } | null {
  if (!values.leaks) {
    if (values.fingerprints || values["key-file"])
      throw new Refusal("--fingerprints and --key-file are for --leaks: npm run verify -- --leaks --key-file FILE", 2);
    return null;
  }
  if (!values["key-file"])
    throw new Refusal(
      "Name the key that the fingerprints were made with: npm run verify -- --leaks --key-file FILE",
      2,
    );
  return { fingerprints: values.fingerprints ?? join(root, "fingerprints.json"), keyFile: resolve(values["key-file"]) };
}

export const FINGERPRINT = command({
  name: "fingerprint",
  about: "fingerprints of the restricted papers, for verify --leaks: --restricted DIR",
  takes: "fingerprint takes --restricted DIR and --key-file FILE",
  options: { restricted: { type: "string" }, "key-file": { type: "string" } },
  run: async ({ root, values, terminal }) => {
    const { writeFingerprints } = await import("../verify.ts");
    const { KEY_NAME } = await import("../restricted/key.ts");
    const { restricted } = values;
    if (!restricted)
      throw new Refusal("Name the restricted folder: npm run fingerprint -- --restricted ../restricted", 2);
    const keyFile = resolve(values["key-file"] ?? join(restricted, KEY_NAME));
    const out = values.out ?? join(root, "fingerprints.json");
    terminal.tell(await writeFingerprints({ root, restricted, keyFile, out }));
    return 0;
  },
});
