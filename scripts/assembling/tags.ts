/** One tree of tags from those of all parts, and the way back from each page and link to its tags. For assemble.ts. */
import { dict, name, nameText, objectText, type PdfObject, PdfRef, stringText, textString } from "../pdf/objects.ts";
import type { PdfWriter } from "../pdf/write-file.ts";
import type { KeptElement, KeptLink } from "../printing/kept-print.ts";
import type { AssemblyPart } from "./assembly.ts";

export class TagWriter {
  private readonly writer: PdfWriter;
  private readonly parts: readonly AssemblyPart[];
  private readonly pages: readonly (readonly PdfRef[])[];
  /** The number of each part's first element; its others follow. */
  private readonly first: readonly number[];
  private readonly pageKeys: readonly number[];
  private readonly linkKeys: readonly number[];
  private readonly size: number;

  constructor(writer: PdfWriter, parts: readonly AssemblyPart[], pages: readonly (readonly PdfRef[])[]) {
    this.writer = writer;
    this.parts = parts;
    this.pages = pages;
    this.first = parts.map(({ print }) => writer.reserveMany(print.elements.length));
    let key = 0;
    const after = (many: number): number => {
      key += many;
      return key - many;
    };
    this.pageKeys = parts.map(({ print }) => after(print.pages.length));
    this.linkKeys = parts.map(({ print }) => after(print.links.length));
    this.size = key;
  }

  pageParent(part: number, page: number): number {
    return (this.pageKeys[part] ?? 0) + page;
  }

  linkParent(part: number, link: number): number {
    return (this.linkKeys[part] ?? 0) + link;
  }

  /** Writes the tree and gives its root. `annotations` has what was written for each link. */
  write(annotations: ReadonlyMap<KeptLink, PdfRef | null>): PdfRef {
    const root = this.writer.reserve();
    const document = this.writer.reserve();
    const parents: string[] = [];
    const ids: [id: string, element: number][] = [];
    const containers = this.parts.map((part, index) => {
      const container = this.writer.reserve();
      this.writePart(part, index, container, annotations, ids);
      const { top, language } = part.print;
      this.writer.put(
        container.number,
        dict({
          S: name("Part"),
          P: document,
          T: textString(part.title),
          Lang: language === null ? undefined : textString(language),
          K: top.map((element) => new PdfRef((this.first[index] ?? 0) + element)),
        }),
      );
      this.parentsOf(part, index, annotations, parents);
      return container;
    });
    this.writer.put(document.number, dict({ S: name("Document"), P: root, K: containers }));
    const parentTree = this.writer.reserve();
    this.writer.putText(parentTree.number, `<</Nums[${parents.join("")}]>>`);
    const roles = new Map(this.parts.flatMap(({ print }) => print.roles));
    this.writer.put(
      root.number,
      dict({
        Type: name("StructTreeRoot"),
        K: document,
        ParentTree: parentTree,
        ParentTreeNextKey: this.size,
        RoleMap:
          roles.size > 0 ? dict(Object.fromEntries([...roles].map(([type, to]) => [type, name(to)]))) : undefined,
        IDTree: ids.length > 0 ? this.idTree(ids) : undefined,
      }),
    );
    return root;
  }

  private writePart(
    { print }: AssemblyPart,
    part: number,
    container: PdfRef,
    annotations: ReadonlyMap<KeptLink, PdfRef | null>,
    ids: [string, number][],
  ): void {
    const first = this.first[part] ?? 0;
    const parentOf = new Map<number, number>();
    const id = (own: number): string => `${String(part + 1).padStart(4, "0")}-${String(own).padStart(6, "0")}`;
    print.elements.forEach((element, index) => {
      for (const kid of element.kids) if ("element" in kid) parentOf.set(kid.element, index);
      // The print's own document is the container now.
      if (index === 0) return;
      const above = parentOf.get(index) ?? 0;
      const parent = above === 0 ? container.number : first + above;
      const links = element.kids.flatMap((kid) =>
        "link" in kid ? [annotations.get(print.links[kid.link] as KeptLink)] : [],
      );
      const isNoLink = element.type === "Link" && links.every((link) => !link);
      let text = `<</S${nameText(isNoLink ? "Span" : element.type)}/P ${parent} 0 R`;
      text += this.kids(element, part, annotations);
      if (element.alt !== null) text += `/Alt${words(element.alt)}`;
      if (element.actual !== null) text += `/ActualText${words(element.actual)}`;
      if (element.language !== null) text += `/Lang${words(element.language)}`;
      if (element.title !== null) text += `/T${words(element.title)}`;
      const headers = element.headers.map((header) => stringText(id(header))).join("");
      if (headers) text += `/A${joined(element.attributes, `<</O/Table/Headers[${headers}]>>`)}`;
      else if (element.attributes) text += `/A${element.attributes}`;
      if (element.id !== null) {
        text += `/ID${stringText(id(element.id))}`;
        ids.push([id(element.id), first + index]);
      }
      this.writer.putText(first + index, `${text}>>`);
    });
  }

  /** What stands in an element. Its page is named once, and again only for what stands on another. */
  private kids({ kids }: KeptElement, part: number, annotations: ReadonlyMap<KeptLink, PdfRef | null>): string {
    const { print } = this.parts[part] as AssemblyPart;
    const pageText = (page: number): string => objectText(this.pages[part]?.[page] ?? null);
    let own: number | null = null;
    const texts: string[] = [];
    for (const kid of kids) {
      if ("element" in kid) texts.push(`${(this.first[part] ?? 0) + kid.element} 0 R`);
      else if ("mark" in kid) {
        own ??= kid.page;
        texts.push(kid.page === own ? String(kid.mark) : `<</Type/MCR/Pg ${pageText(kid.page)}/MCID ${kid.mark}>>`);
      } else {
        const link = print.links[kid.link] as KeptLink;
        const annotation = annotations.get(link);
        if (annotation) texts.push(`<</Type/OBJR/Pg ${pageText(link.page)}/Obj ${annotation.number} 0 R>>`);
      }
    }
    const page = own === null ? "" : `/Pg ${pageText(own)}`;
    if (texts.length === 0) return page;
    return texts.length === 1 ? `${page}/K ${texts[0]}` : `${page}/K[${texts.join(" ")}]`;
  }

  private parentsOf(
    { print }: AssemblyPart,
    part: number,
    annotations: ReadonlyMap<KeptLink, PdfRef | null>,
    parents: string[],
  ): void {
    const first = this.first[part] ?? 0;
    print.pages.forEach(({ marked }, page) => {
      const refs = marked.map((element) => (element < 0 ? "null" : `${first + element} 0 R`));
      parents[this.pageParent(part, page)] = `${this.pageParent(part, page)}[${refs.join(" ")}]`;
    });
    print.elements.forEach(({ kids }, element) => {
      for (const kid of kids)
        if ("link" in kid && annotations.get(print.links[kid.link] as KeptLink))
          parents[this.linkParent(part, kid.link)] = `${this.linkParent(part, kid.link)} ${first + element} 0 R `;
    });
  }

  private idTree(ids: readonly (readonly [id: string, element: number])[]): PdfObject {
    const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
    const names = sorted.map(([id, element]) => `${stringText(id)}${element} 0 R`).join("");
    const leaf = this.writer.reserve();
    const limits = [sorted[0]?.[0] ?? "", sorted.at(-1)?.[0] ?? ""].map(stringText).join("");
    this.writer.putText(leaf.number, `<</Limits[${limits}]/Names[${names}]>>`);
    return dict({ Kids: [leaf] });
  }
}

function words(text: string): string {
  return stringText(textString(text).bytes);
}

function joined(attributes: string | null, more: string): string {
  if (attributes === null) return more;
  return `[${attributes.replace(/^\[|\]$/g, "")}${more}]`;
}
