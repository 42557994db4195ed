/** The appendices and images that papers name are there, and are what they say they are. */
import { isLocalFile } from "../load/papers.ts";
import { type Document, placeOf } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import type { Known, Rule } from "./rule.ts";

const IMAGE_STARTS: ReadonlyMap<string, readonly number[]> = new Map([
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpg", [0xff, 0xd8, 0xff]],
  ["jpeg", [0xff, 0xd8, 0xff]],
]);

export const attachments: Rule = {
  names: ["missing-file", "wrong-file"],
  ofMeeting: (_around, { living, drafts, folder }, known) => [
    ...(drafts?.reports ?? []).flatMap((report) => ofAppendices(known, folder, report)),
    ...[...(drafts?.reports ?? []), ...(drafts?.minutes ? [drafts.minutes] : [])].flatMap((paper) =>
      ofImages(known, folder, paper),
    ),
    ...ofPage(living),
  ],
  ofCouncil: ({ council: { committees, members, inspections, matters, pages } }) =>
    [...committees, ...members, ...inspections, ...matters, ...pages].flatMap(ofPage),
};

function ofAppendices(known: Known, folder: string, report: Document<Report>): Problem[] {
  return report.value.appendices.flatMap(({ file }, index) => {
    const fault = faultOf(known, `${folder}/${file}`, file, [0x25, 0x50, 0x44, 0x46], "a PDF");
    return fault ? [{ ...fault, ...placeOf(report, ["appendices", index, "file"]) }] : [];
  });
}

function ofImages(known: Known, folder: string, paper: Document<unknown>): Problem[] {
  return paper.outline.images.flatMap(({ file, line }) => {
    const start = IMAGE_STARTS.get(file.split(".").at(-1) ?? "");
    const fault =
      isLocalFile(file) && start
        ? faultOf(known, `${folder}/${file}`, file, start, "an image of that kind")
        : wrongFile(
            `\`${file}\` is not an image in this meeting's folder.`,
            "Put the image, a .png or .jpg with a name of small letters, digits and hyphens, beside the report and name it alone.",
          );
    return fault ? [{ ...fault, file: paper.file, line, column: 1 }] : [];
  });
}

/** Living pages bring no files of their own. */
function ofPage({ file: page, outline }: Document<unknown>): Problem[] {
  return outline.images
    .filter(({ file }) => !file.startsWith("/assets/"))
    .map(({ file, line }) => ({
      ...wrongFile(
        `\`${file}\` cannot be shown here: pictures stand in reports and minutes, or come from the council's own assets.`,
        "Put the picture in `templates/assets/` and name it `/assets/...`, or take it out.",
      ),
      file: page,
      line,
      column: 1,
    }));
}

/** What is wrong, before it is known where that is told. */
type Fault = Omit<Problem, "file" | "line" | "column">;

function faultOf(known: Known, file: string, name: string, start: readonly number[], kind: string): Fault | null {
  const bytes = known.startOf(file);
  if (!bytes)
    return {
      rule: "missing-file",
      severity: "error",
      message: `There is no file \`${name}\` in this meeting's folder.`,
      mend: "Put the file itself there (a link to one elsewhere does not count), or correct its name.",
    };
  if (start.every((byte, index) => bytes[index] === byte)) return null;
  return wrongFile(`\`${name}\` is not ${kind}.`, `Save it again as ${kind}.`);
}

function wrongFile(message: string, mend: string): Fault {
  return { rule: "wrong-file", severity: "error", message, mend };
}
