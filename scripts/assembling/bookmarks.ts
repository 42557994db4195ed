/** A PDF's bookmarks, nested as the headings are. For assemble.ts. */
import { dict, type PdfObject, type PdfRef, textString } from "../pdf/objects.ts";
import type { PdfWriter } from "../pdf/write-file.ts";
import type { KeptPlace } from "../printing/kept-print.ts";

export interface BookmarkTree {
  readonly part: number;
  readonly title: string;
  readonly place: KeptPlace;
  readonly children: BookmarkTree[];
}

/** Writes the bookmarks and gives their root; the first level is shown open, what is below it closed. */
export function writeBookmarks(
  writer: PdfWriter,
  marks: readonly BookmarkTree[],
  destination: (part: number, place: KeptPlace) => PdfObject,
): PdfRef | null {
  if (marks.length === 0) return null;
  const root = writer.reserve();
  const level = (children: readonly BookmarkTree[], parent: PdfRef): { First: PdfRef; Last: PdfRef } => {
    const refs = children.map(() => writer.reserve());
    children.forEach((mark, at) => {
      const own = refs[at] as PdfRef;
      const below = mark.children.length > 0 ? level(mark.children, own) : {};
      writer.put(
        own.number,
        dict({
          Title: textString(mark.title),
          Parent: parent,
          Dest: destination(mark.part, mark.place),
          Prev: refs[at - 1],
          Next: refs[at + 1],
          Count: mark.children.length > 0 ? -mark.children.length : undefined,
          ...below,
        }),
      );
    });
    return { First: refs[0] as PdfRef, Last: refs.at(-1) as PdfRef };
  };
  writer.put(root.number, dict({ Count: marks.length, ...level(marks, root) }));
  return root;
}
