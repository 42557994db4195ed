/** Fields that begin and never end, or end and never began: Word shows text there that would be taken for an instruction. */
import type { Story } from "../word-document.ts";
import { childrenOf, type Element, isElement } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";

export const brokenFields: PreflightRule = {
  names: ["word-broken-field"],
  look(document, surveyed) {
    const known = new Map(surveyed.paragraphs.map((each) => [each.element, each]));
    return [document.body, ...document.notes, ...document.headersAndFooters]
      .flatMap(textsOf)
      .flatMap(brokenIn)
      .map(
        (element): Finding => ({
          rule: "word-broken-field",
          paragraph: known.get(element) ?? null,
          message: "a field here has no end, or no beginning, so nobody can tell what of the text after it Word shows.",
          mend: "Press Alt+F9 to see the fields, delete this one, write what it should show, and press Alt+F9 again.",
        }),
      );
  },
};

/** Each note is a text of its own. */
function textsOf({ kind, root }: Story): Element[] {
  return kind === "footnotes" || kind === "endnotes" ? childrenOf(root) : [root];
}

/** The paragraphs of fields that are not whole. A text box is a text of its own inside another. */
function brokenIn(text: Element): Element[] {
  const open: { readonly paragraph: Element; isInResult: boolean }[] = [];
  const broken: Element[] = [];
  const visit = (element: Element, paragraph: Element): void => {
    for (const node of element.children) {
      if (!isElement(node)) continue;
      const type = node.name === "w:fldChar" ? node.attributes["w:fldCharType"] : undefined;
      const last = open.at(-1);
      if (node.name === "w:txbxContent") for (const each of brokenIn(node)) broken.push(each);
      else if (type === "begin") open.push({ paragraph, isInResult: false });
      else if (type === "separate" && last && !last.isInResult) last.isInResult = true;
      else if (type === "end" && last) open.pop();
      else if (node.name === "w:fldChar") broken.push(paragraph);
      else visit(node, node.name === "w:p" ? node : paragraph);
    }
  };
  visit(text, text);
  return [...broken, ...open.map(({ paragraph }) => paragraph)];
}
