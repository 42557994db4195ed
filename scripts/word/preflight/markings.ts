/** A file that says itself that it is not for the public. It must not come into a folder whose papers are published. */
import { within } from "../xml.ts";
import { type Finding, type PreflightRule, shortened } from "./finding.ts";
import { propertiesOf } from "./properties.ts";

/** On a page of its own, in a header, a file's name or a label, the word alone is enough. */
const WORD = /\b(exempt|confidential|not for publication|official[\s_-]*sensitive|restricted|secret)\b/i;
/** In running text it takes a marking: a paper may well say that another is exempt. */
const MARKING =
  /\b(not for publication|exempt from publication|strictly confidential|private and confidential|official[\s-]*sensitive|contains exempt information|(exempt|confidential|restricted) (report|item|appendix|paper))\b|^\W*(exempt|confidential|restricted|private|secret)\W*$/i;
const LONGEST_MARKING = 12;

const MEND =
  "If the paper is not for the public, keep it in the restricted folder and say in agenda.md what the public may know (withheld). If the marking is left over, take it out in Word.";

export const markings: PreflightRule = {
  names: ["word-marked-restricted"],
  look(document, surveyed, name) {
    const found: Finding[] = [];
    const say = (paragraph: Finding["paragraph"], words: string) =>
      found.push({
        rule: "word-marked-restricted",
        paragraph,
        message: `"${shortened(words, LONGEST_MARKING)}" says that it is not for the public.`,
        mend: MEND,
      });
    if (WORD.test(name.replaceAll("_", " "))) say(null, name);
    for (const { name: property, value } of propertiesOf(document))
      if (WORD.test(value)) say(null, `${property}: ${value}`);
    for (const paragraph of surveyed.paragraphs) {
      const isAround = paragraph.story.kind === "header" || paragraph.story.kind === "footer";
      const words = paragraph.text.replace(/\s+/g, " ").trim();
      const isShort = words.split(" ").length <= LONGEST_MARKING;
      if (isAround ? WORD.test(words) : isShort && MARKING.test(words)) say(paragraph, words);
      for (const object of paragraph.objects)
        for (const { attributes } of within(object, "v:textpath"))
          if (WORD.test(attributes.string ?? "")) say(paragraph, attributes.string ?? "");
    }
    return found;
  },
};
