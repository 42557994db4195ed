/** What Word fetches from elsewhere when it opens the file: it is not in the file, and may be another thing tomorrow. */
import type { PreflightRule } from "./finding.ts";

/** Links that readers follow, pictures that have a rule of their own, and what is told as a property. */
const KNOWN = /^(hyperlink|image|attachedTemplate|mailMergeSource|mailMergeHeaderSource|recipientData|customXml)$/;

export const outsideContent: PreflightRule = {
  names: ["word-outside-content"],
  look({ relations }) {
    const found = relations.filter(({ isExternal, type }) => isExternal && !KNOWN.test(type));
    if (found.length === 0) return [];
    return [
      {
        rule: "word-outside-content",
        paragraph: null,
        message: `the file draws in ${found.length === 1 ? "something" : `${found.length} things`} from elsewhere when Word opens it, which is not in the file.`,
        mend: "In Word: File, Info, Edit Links to Files, Break Link for each. Or copy everything into a new document (Ctrl+A, Ctrl+C), and import that.",
      },
    ];
  },
};
