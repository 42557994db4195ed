/** Nothing under content/ or data/ is a link: a link is how a restricted folder would come within reach. */
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

export const linkedFiles: Rule = {
  names: ["linked-file"],
  ofMeeting: (_around, { folder }, known) => known.linksUnder(folder).map(problemOf),
  ofCouncil: (_around, known) => known.linksOutsideMeetings().map(problemOf),
};

function problemOf(file: string): Problem {
  return {
    rule: "linked-file",
    severity: "error",
    file,
    line: 1,
    column: 1,
    message: "This is a link to another place, and a link could bring a restricted paper into the council's folder.",
    mend: "Put the file itself here, if the public may have it; and keep the restricted folder outside, with no link to it.",
  };
}
