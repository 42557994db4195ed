/** Headings that are folded up, so that whoever reads the file in Word does not see what stands under them. */
import { child, toggle } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";

export const collapsedHeadings: PreflightRule = {
  names: ["word-collapsed-heading"],
  look: (_document, surveyed) =>
    surveyed.paragraphs
      .filter(({ element, text }) => text.trim() !== "" && toggle(child(element, "w:pPr"), "w15:collapsed") === true)
      .map(
        (paragraph): Finding => ({
          rule: "word-collapsed-heading",
          paragraph,
          message:
            "the heading is folded up, so Word does not show what stands under it, and all of it would be published.",
          mend: "Right-click the heading, Expand/Collapse, Expand All Headings. Read what appears, and save the file.",
        }),
      ),
};
