/** A PDF that goes with a report is paper: it runs nothing, opens nothing, and carries no other file. */
import { placeOf } from "../model/council.ts";
import type { PdfDeed } from "../model/pdf-facts.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

const WORDS: Readonly<Record<PdfDeed, string>> = {
  script: "holds a script",
  program: "starts a program, or sends or fetches data",
  file: "carries another file inside it",
  film: "holds a form or film that only some programs show",
  password: "is protected with a password",
  unread: "has objects packed in a way that cannot be looked into",
};

export const activePdf: Rule = {
  names: ["active-pdf"],
  ofMeeting: (_around, { drafts }) =>
    (drafts?.reports ?? []).flatMap((report) =>
      report.value.appendices.flatMap(({ file }, index) =>
        (drafts?.attachments.get(file)?.pdf?.does ?? []).map(
          (deed): Problem => ({
            ...placeOf(report, ["appendices", index, "file"]),
            rule: "active-pdf",
            severity: "error",
            message: `\`${file}\` ${WORDS[deed]}.`,
            mend: "Print it to a new PDF, without a password, and put that in its place; a file inside it becomes an appendix of its own.",
          }),
        ),
      ),
    ),
};
