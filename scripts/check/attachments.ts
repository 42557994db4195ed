/** The appendices and images that papers name are there, and are what they say they are. */
import { isLocalFile } from "../load/papers.ts";
import { placeOf } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import type { Known, Rule } from "./rule.ts";

const IMAGE_STARTS: ReadonlyMap<string, readonly number[]> = new Map([
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpg", [0xff, 0xd8, 0xff]],
  ["jpeg", [0xff, 0xd8, 0xff]],
]);

export const attachments: Rule = {
  names: ["missing-file", "wrong-file"],
  check(council, known) {
    const problems: Problem[] = [];
    for (const { drafts, folder } of council.meetings) {
      if (!drafts) continue;
      for (const report of drafts.reports)
        report.value.appendices.forEach((appendix, index) => {
          const place = placeOf(report, ["appendices", index, "file"]);
          problems.push(
            ...checkFile(known, `${folder}/${appendix.file}`, appendix.file, [0x25, 0x50, 0x44, 0x46], "a PDF", place),
          );
        });
      for (const paper of [...drafts.reports, ...(drafts.minutes ? [drafts.minutes] : [])])
        for (const { file, line } of paper.outline.images) {
          const start = IMAGE_STARTS.get(file.split(".").at(-1) ?? "");
          const place = { file: paper.file, line, column: 1 };
          if (!isLocalFile(file) || !start)
            problems.push({
              ...place,
              rule: "wrong-file",
              severity: "error",
              message: `\`${file}\` is not an image in this meeting's folder.`,
              mend: "Put the image, a .png or .jpg with a name of small letters, digits and hyphens, beside the report and name it alone.",
            });
          else problems.push(...checkFile(known, `${folder}/${file}`, file, start, "an image of that kind", place));
        }
    }
    const living = [
      ...council.committees,
      ...council.members,
      ...council.inspections,
      ...council.matters,
      ...council.pages,
      ...council.meetings.map((meeting) => meeting.living),
    ];
    for (const { file: page, outline } of living)
      for (const { file, line } of outline.images)
        if (!file.startsWith("/assets/"))
          problems.push({
            rule: "wrong-file",
            severity: "error",
            file: page,
            line,
            column: 1,
            message: `\`${file}\` cannot be shown here: pictures stand in reports and minutes, or come from the council's own assets.`,
            mend: "Put the picture in `templates/assets/` and name it `/assets/...`, or take it out.",
          });
    return problems;
  },
};

function checkFile(
  known: Known,
  file: string,
  name: string,
  start: readonly number[],
  kind: string,
  place: { file: string; line: number; column: number },
): Problem[] {
  const bytes = known.startOf(file);
  if (!bytes)
    return [
      {
        ...place,
        rule: "missing-file",
        severity: "error",
        message: `There is no file \`${name}\` in this meeting's folder.`,
        mend: "Put the file itself there (a link to one elsewhere does not count), or correct its name.",
      },
    ];
  if (start.every((byte, index) => bytes[index] === byte)) return [];
  return [
    {
      ...place,
      rule: "wrong-file",
      severity: "error",
      message: `\`${name}\` is not ${kind}.`,
      mend: `Save it again as ${kind}.`,
    },
  ];
}
