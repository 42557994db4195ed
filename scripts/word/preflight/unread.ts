/** What is shown in Word and could not be told as text: signs of unknown fonts, numbers and dates that Word works out. */
import { hiddenCharacter } from "../../model/hidden-characters.ts";
import type { Finding, PreflightRule } from "./finding.ts";

/** Letters that have no meaning but in one program. */
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u;

export const unread: PreflightRule = {
  names: [
    "word-unknown-sign",
    "word-unknown-number",
    "word-field",
    "word-prompt",
    "word-hidden-character",
    "word-numbered-field",
  ],
  look(_document, surveyed) {
    return surveyed.paragraphs
      .filter(({ story }) => story.kind !== "header" && story.kind !== "footer")
      .flatMap((paragraph) => {
        const { hasUnknownSign, label, emptyFields, hasPrompt, text, isContents } = paragraph;
        const found: Finding[] = [];
        const say = (rule: string, message: string, mend: string, at = 0) =>
          found.push({ rule, paragraph, at, message, mend });
        if (hasUnknownSign || PRIVATE.test(text))
          say(
            "word-unknown-sign",
            "there is a sign of a special font that stands for no known letter.",
            "Take it out, or put in the sign that is meant from Insert, Symbol, with the font (normal text).",
            Math.max(0, text.search(PRIVATE)),
          );
        if (label?.unknownFormat && text.trim() !== "")
          say(
            "word-unknown-number",
            `its number is of a kind that is not known here (${label.unknownFormat}).`,
            "Choose numbers or letters for it under Home, Multilevel List, Define New Multilevel List.",
          );
        for (const field of isContents ? [] : emptyFields)
          say(
            "word-field",
            `a field (${field.slice(0, 40)}) shows something that is not in the file.`,
            "Select it and press Ctrl+Shift+F9, which makes it text.",
          );
        if (hasPrompt)
          say(
            "word-prompt",
            "a prompt of the template still stands where something should have been written.",
            "Write what it asks for, or delete it.",
          );
        const hidden = hiddenCharacter(text);
        if (hidden) say("word-hidden-character", hidden.message, hidden.mend);
        return found;
      });
  },
};
