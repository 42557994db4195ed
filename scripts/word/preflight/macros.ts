/** Programs inside a Word file. */
import type { PreflightRule } from "./finding.ts";

export const macros: PreflightRule = {
  names: ["word-macros"],
  look({ contentType, parts }) {
    const hasProgram = [...parts.keys()].some((part) => /(^|\/)vba(Project|Data)[^/]*\.(bin|xml)$/i.test(part));
    if (!hasProgram && !/macroEnabled/i.test(contentType)) return [];
    return [
      {
        rule: "word-macros",
        paragraph: null,
        message: "the file holds macros, which are programs.",
        mend: "In Word: File, Save As, Word Document (.docx), which leaves them out. Import that.",
      },
    ];
  },
};
