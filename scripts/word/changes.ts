/**
 * Tracked changes: found, or accepted as Word accepts them. Called by read-word.ts before anything else is read, since what
 * was deleted is no part of the paper and takes no number.
 */
import { child, type Element, isElement, type Node } from "./xml.ts";

/** What was put in, whether as words, as a moved passage or as a cell: its inside stays. */
const PUT_IN = new Set(["w:ins", "w:moveTo"]);
const TAKEN_OUT = new Set(["w:del", "w:moveFrom"]);
/** How something looked before it was formatted, and marks of where a change begins and ends. */
const TRACES =
  /^w:(rPrChange|pPrChange|sectPrChange|tblPrChange|tblGridChange|trPrChange|tcPrChange|tblPrExChange|numberingChange|cellIns|cellMerge|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd|customXml(Ins|Del|MoveFrom|MoveTo)Range(Start|End))$/;
const CHANGES_OF_WORDS = /^w:(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)$/;
const CHANGES_OF_LOOKS = /^w:(rPrChange|pPrChange|sectPrChange|tblPrChange|trPrChange|tcPrChange|numberingChange)$/;

export interface Change {
  readonly element: Element;
  /** Whether words changed, and not only how they look. */
  readonly isOfWords: boolean;
}

/** Every tracked change inside `root`, in reading order. */
export function changesIn(root: Element): Change[] {
  const found: Change[] = [];
  const visit = (element: Element): void => {
    const isOfWords = CHANGES_OF_WORDS.test(element.name);
    if (isOfWords || CHANGES_OF_LOOKS.test(element.name)) found.push({ element, isOfWords });
    for (const node of element.children) if (isElement(node)) visit(node);
  };
  visit(root);
  return found;
}

/** `root` as it stands once every change is accepted. */
export function withChangesAccepted(root: Element): Element {
  return { ...root, children: joined(root.children.flatMap(accepted)) };
}

function accepted(node: Node): readonly Node[] {
  if (!isElement(node)) return [node];
  if (TAKEN_OUT.has(node.name) || TRACES.test(node.name)) return [];
  if (PUT_IN.has(node.name)) return node.children.flatMap(accepted);
  if (node.name === "w:tr" && isTakenOut(child(node, "w:trPr"))) return [];
  if (node.name === "w:tc" && child(node, "w:tcPr", "w:cellDel")) return [];
  // The mark of a paragraph that was taken out is looked at when its paragraph is joined to the next.
  if (node.name === "w:pPr") return [{ ...node, children: node.children.flatMap(keptMark) }];
  const children = joined(node.children.flatMap(accepted));
  // A table whose rows are all taken out is gone.
  if (node.name === "w:tbl" && !children.some((each) => isElement(each) && each.name === "w:tr")) return [];
  return [{ ...node, children }];
}

function keptMark(node: Node): readonly Node[] {
  if (!isElement(node) || node.name !== "w:rPr") return accepted(node);
  const mark = node.children.filter((each) => isElement(each) && TAKEN_OUT.has(each.name));
  return [{ ...node, children: [...mark, ...node.children.filter((each) => !mark.includes(each)).flatMap(accepted)] }];
}

function isTakenOut(properties: Element | undefined): boolean {
  return (properties?.children ?? []).some((each) => isElement(each) && TAKEN_OUT.has(each.name));
}

/** A paragraph whose mark was taken out goes on in the next, which keeps its own look and number. */
function joined(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  let before: Node[] = [];
  for (const node of nodes) {
    if (!isElement(node) || node.name !== "w:p") {
      if (before.length > 0 && isElement(node) && node.name === "w:tbl") {
        out.push({ name: "w:p", attributes: {}, children: before });
        before = [];
      }
      out.push(node);
      continue;
    }
    const words = node.children.filter((each) => !isElement(each) || each.name !== "w:pPr");
    if (isTakenOut(child(node, "w:pPr", "w:rPr"))) {
      before = before.concat(words);
      continue;
    }
    const properties = node.children.filter((each) => isElement(each) && each.name === "w:pPr");
    out.push(before.length > 0 ? { ...node, children: [...properties, ...before, ...words] } : node);
    before = [];
  }
  // The last paragraph of a cell or of the paper has nothing to go on in.
  if (before.length > 0) out.push({ name: "w:p", attributes: {}, children: before });
  return out;
}
