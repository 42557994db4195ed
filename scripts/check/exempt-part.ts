/**
 * What is withheld says why it may be: an exempt part cites a paragraph of Schedule 12A and the public interest, a
 * confidential one says who forbids its disclosure. Sources: LGA 1972 s100A(3) and Sch 12A Part 1 and para 10.
 */
import { exemptDescription } from "../law/schedule-12a.ts";
import type { Withheld } from "../model/agenda.ts";
import { problemAt, type Rule } from "./rule.ts";

type Fault = [rule: string, field: string, message: string, mend: string];

export const exemptPart: Rule = {
  names: ["exempt-paragraph", "public-interest", "not-for-publication"],
  ofMeeting(_around, { drafts }) {
    const agenda = drafts?.agenda;
    if (!agenda) return [];
    return agenda.value.items.flatMap(({ withheld }, index) =>
      (withheld ? faultsOf(withheld) : []).map(([rule, field, message, mend]) =>
        problemAt(agenda, ["items", index, "withheld", field], rule, "error", message, mend),
      ),
    );
  },
};

function faultsOf({ category, paragraph, description, publicInterest, forbiddenBy }: Withheld): Fault[] {
  if (category === "confidential") {
    const faults: Fault[] = [];
    if (!forbiddenBy)
      faults.push([
        "exempt-paragraph",
        "forbiddenBy",
        "A confidential part must say which government department, enactment or court forbids its disclosure (LGA 1972 s100A(3)).",
        "Add `forbiddenBy:`; if nothing forbids it, the part may be exempt instead.",
      ]);
    if (paragraph)
      faults.push([
        "exempt-paragraph",
        "paragraph",
        "Schedule 12A is about exempt information, and this part is confidential.",
        "Take the paragraph out, or say `category: exempt`.",
      ]);
    return faults;
  }
  const faults: Fault[] = [];
  if (!/^[1-7]$/.test(paragraph ?? ""))
    faults.push([
      "exempt-paragraph",
      "paragraph",
      "An exempt part must cite paragraph 1 to 7 of Part 1 of Schedule 12A to the Local Government Act 1972.",
      "Add `paragraph:` with its number: 1 an individual, 2 what would reveal one, 3 financial or business affairs, 4 labour relations, 5 legal privilege, 6 a proposed notice or order, 7 crime.",
    ]);
  else if (!exemptDescription(paragraph)?.terms.test(description))
    faults.push([
      "not-for-publication",
      "description",
      `A withheld report is marked not for publication with the description of its category (LGA 1972 s100B(5)), and "${description}" is not that of paragraph ${paragraph}: ${exemptDescription(paragraph)?.covers}.`,
      "Write the description as Part 1 of Schedule 12A has it, or correct the paragraph.",
    ]);
  if (!publicInterest)
    faults.push([
      "public-interest",
      "publicInterest",
      "An exempt part must say why the public interest in withholding it outweighs that in disclosing it; where they are equal, it is disclosed (Sch 12A para 10).",
      "Add `publicInterest:` with the reason, for the public to read.",
    ]);
  return faults;
}
