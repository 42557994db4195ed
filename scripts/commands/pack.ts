/** `npm run pack`: a draft pack; or, with the restricted papers, the members' pack of what was issued. */
import { Refusal } from "../model/refusal.ts";
import { type Asked, command, named } from "./command.ts";
import { PRINTS, withPrinter } from "./with-printer.ts";

const OPTIONS = {
  ...PRINTS,
  restricted: { type: "string" },
  "password-file": { type: "string" },
} as const;

export const PACK = command({
  name: "pack",
  about:
    "a draft pack: npm run pack -- MEETING; with --restricted DIR --password-file FILE --out FILE, the members' pack",
  takesWords: true,
  options: OPTIONS,
  run: async (asked) => {
    const { root, now, words, values, terminal } = asked;
    const meeting = named(words, "pack");
    if (values.restricted) return membersPack(asked, meeting, values.restricted);
    const { makeDraftPack } = await import("../draft-pack.ts");
    const made = await withPrinter(values, (printer) =>
      makeDraftPack({ root, meeting, out: values.out, now }, printer, terminal.step),
    );
    terminal.show(made, [...made.warnings, `${made.pages} pages in ${made.file}, each marked as a draft.`]);
    return 0;
  },
});

async function membersPack(
  { root, values, terminal }: Asked<typeof OPTIONS>,
  meeting: string,
  restricted: string,
): Promise<number> {
  const passwordFile = values["password-file"];
  const { out } = values;
  if (!passwordFile || !out)
    throw new Refusal(
      `Say where the password is and where the pack goes: npm run pack -- ${meeting} --restricted ${restricted} --password-file ../password.txt --out ../members/pack.pdf`,
      2,
    );
  const { makeMembersPack } = await import("../members-pack.ts");
  const made = await withPrinter(values, (printer) =>
    makeMembersPack({ root, meeting, restricted, passwordFile, out }, printer, terminal.step),
  );
  terminal.show(made, [
    ...made.leftOut.map((file) => `Not in the pack, since no report brings it: ${file}`),
    `${made.pages} pages in ${made.pdf}, ${made.restrictedPages} of them restricted; the same for a browser in ${made.html}.`,
    "Both open with the password, which is kept nowhere. Send it by another way than the pack.",
  ]);
  return 0;
}
