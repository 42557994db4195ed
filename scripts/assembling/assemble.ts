/**
 * Assembles one PDF from kept prints: pages in order with their numbers stamped, one tree of tags, one set of bookmarks,
 * links between parts made real, fonts and pictures shared. Called by packs/.
 */
import { Refusal } from "../model/refusal.ts";
import { dict, name, type PdfObject, type PdfRef, PdfStream, textString } from "../pdf/objects.ts";
import { PdfWriter } from "../pdf/write-file.ts";
import type { KeptLink, KeptPlace, KeptPrint, KeptResource } from "../printing/kept-print.ts";
import type { Assembly, AssemblyPart } from "./assembly.ts";
import { type BookmarkTree, writeBookmarks } from "./bookmarks.ts";
import { writeDocument } from "./document-facts.ts";
import { joinFonts } from "./join-fonts.ts";
import { NumberStamp } from "./number-stamp.ts";
import { SharedObjects } from "./shared-objects.ts";
import { TagWriter } from "./tags.ts";

/** Pages under one node of the tree of pages. */
const PAGES_TOGETHER = 64;

/** The PDF's bytes. Refuses a link that leads nowhere, naming its source: all such links at once. */
export function assemble(assembly: Assembly): Uint8Array {
  const writer = new PdfWriter();
  const stamp = new NumberStamp(assembly.numberSize);
  const { parts } = assembly;
  const fonts = joinFonts(writer, [
    ...parts.map(({ print }) => print.fonts),
    [stamp.font(parts.flatMap((part) => part.labels))],
  ]);
  const stampFont = fonts.at(-1)?.[0] as PdfRef;
  const shared = new SharedObjects(writer);
  const places = new Places(writer, assembly);
  const tags = new TagWriter(writer, parts, places.pages);

  parts.forEach((part, index) => {
    const objects = shared.add(part.print.objects);
    const resources = new Map<string, PdfRef>();
    part.print.pages.forEach((page, at) => {
      const ref = places.pages[index]?.[at] as PdfRef;
      const content = writer.add(new PdfStream(dict({ Filter: name("FlateDecode") }), page.content));
      const key = JSON.stringify(page.resources);
      const own =
        resources.get(key) ??
        writer.add(resourcesOf(page.resources, fonts[index] ?? [], objects, stampFont, stamp.name));
      resources.set(key, own);
      const annotations = part.print.links.flatMap((link, each) => {
        if (link.page !== at) return [];
        const written = places.link(part, link, tags.linkParent(index, each));
        return written ? [written] : [];
      });
      writer.put(
        ref.number,
        dict({
          Type: name("Page"),
          Parent: places.node(ref),
          MediaBox: [0, 0, page.width, page.height],
          Resources: own,
          Contents: [content, stamp.write(writer, part.labels[at] ?? "", page)],
          StructParents: tags.pageParent(index, at),
          Annots: annotations.length > 0 ? annotations : undefined,
          Tabs: name("S"),
        }),
      );
    });
  });
  places.refuseDangling();
  const pages = places.writeTree();
  const structure = tags.write(places.annotations);
  const outlines = writeBookmarks(writer, bookmarksOf(parts), (part, place) => places.destination(part, place));
  return writeDocument(writer, assembly, { pages, structure, outlines });
}

/** The pages' objects, and where links between them lead. */
class Places {
  readonly pages: readonly (readonly PdfRef[])[];
  /** The annotation written for each link of each part; null for a link that leads nowhere and is none any more. */
  readonly annotations = new Map<KeptLink, PdfRef | null>();
  private readonly writer: PdfWriter;
  private readonly assembly: Assembly;
  private readonly nodes: PdfRef[];
  private readonly root: PdfRef;
  private readonly index: ReadonlyMap<string, number>;
  private readonly nodeOf = new Map<number, PdfRef>();
  private readonly dangling: string[] = [];

  constructor(writer: PdfWriter, assembly: Assembly) {
    this.writer = writer;
    this.assembly = assembly;
    this.pages = assembly.parts.map(({ print }) => print.pages.map(() => writer.reserve()));
    const all = this.pages.flat();
    this.root = writer.reserve();
    this.nodes = Array.from({ length: Math.ceil(all.length / PAGES_TOGETHER) }, () => writer.reserve());
    all.forEach((page, at) => {
      this.nodeOf.set(page.number, this.nodes[Math.floor(at / PAGES_TOGETHER)] as PdfRef);
    });
    this.index = new Map(assembly.parts.map(({ key }, index) => [key, index]));
  }

  node(page: PdfRef): PdfRef {
    return this.nodeOf.get(page.number) as PdfRef;
  }

  destination(part: number, place: KeptPlace): PdfObject {
    const page = this.pages[part]?.[place.page] as PdfRef;
    return [page, name("XYZ"), Math.round(place.left), Math.round(place.top), 0];
  }

  /** Writes a link's annotation. Gives null where it leads nowhere and need not. */
  link(part: AssemblyPart, link: KeptLink, parent: number): PdfRef | null {
    const to = this.whereTo(part, link);
    if (!to) {
      this.annotations.set(link, null);
      return null;
    }
    const ref = this.writer.add(
      dict({
        Type: name("Annot"),
        Subtype: name("Link"),
        F: 4,
        Border: [0, 0, 0],
        Rect: link.rect,
        QuadPoints: link.quads ?? undefined,
        Contents: textString(to.words),
        StructParent: parent,
        ...to.entries,
      }),
    );
    this.annotations.set(link, ref);
    return ref;
  }

  private whereTo(part: AssemblyPart, link: KeptLink): { words: string; entries: Record<string, PdfObject> } | null {
    if (link.place) return this.inPart(part, link.place, link.description);
    if (link.anchor !== null) return this.atAnchor(part, part, link.anchor);
    const target = (part.target ?? this.assembly.target)(link.uri ?? "");
    if (target === null) return null;
    if ("uri" in target)
      return {
        words: link.description ?? target.uri,
        entries: { A: dict({ S: name("URI"), URI: textString(asWritten(target.uri)) }) },
      };
    const other = this.assembly.parts[this.index.get(target.part) ?? -1];
    if (!other) return this.nowhere(part, `${target.part}${target.anchor ? `#${target.anchor}` : ""}`);
    return target.anchor === null
      ? this.inPart(other, { page: 0, left: 0, top: other.print.pages[0]?.height ?? 842 }, null)
      : this.atAnchor(part, other, target.anchor);
  }

  private atAnchor(from: AssemblyPart, part: AssemblyPart, anchor: string) {
    const place = part.print.anchors.get(anchor);
    return place ? this.inPart(part, place, null) : this.nowhere(from, `${part === from ? "" : part.key}#${anchor}`);
  }

  private inPart(part: AssemblyPart, place: KeptPlace, description: string | null) {
    const label = part.labels[place.page] ?? "";
    return {
      words: description ?? `Page ${label}: ${part.title}`,
      entries: { Dest: this.destination(this.index.get(part.key) ?? 0, place) },
    };
  }

  private nowhere(part: AssemblyPart, to: string): null {
    this.dangling.push(`${part.source} links to ${to}, which is not there.`);
    return null;
  }

  refuseDangling(): void {
    if (this.dangling.length > 0)
      throw new Refusal(`${[...new Set(this.dangling)].join("\n")}\nCorrect the links; nothing was printed.`);
  }

  writeTree(): PdfRef {
    const all = this.pages.flat();
    this.nodes.forEach((node, at) => {
      const kids = all.slice(at * PAGES_TOGETHER, (at + 1) * PAGES_TOGETHER);
      this.writer.put(node.number, dict({ Type: name("Pages"), Parent: this.root, Count: kids.length, Kids: kids }));
    });
    this.writer.put(this.root.number, dict({ Type: name("Pages"), Count: all.length, Kids: this.nodes }));
    return this.root;
  }
}

/** An address with what it may not hold, as spaces and letters beyond ASCII, written in its own way; all else as it is. */
function asWritten(uri: string): string {
  return uri.replace(/[^\x21-\x7e]+/g, (letters) => encodeURIComponent(letters));
}

function resourcesOf(
  resources: readonly KeptResource[],
  fonts: readonly PdfRef[],
  objects: readonly PdfRef[],
  stampFont: PdfRef,
  stampName: string,
): PdfObject {
  const kinds = new Map<string, Map<string, PdfObject>>([["Font", new Map([[stampName, stampFont]])]]);
  for (const { kind, name: own, font, object } of resources) {
    const ref = font === null ? objects[object ?? -1] : fonts[font];
    if (!ref) throw new Error(`The print has no ${kind} ${own}`);
    kinds.set(kind, (kinds.get(kind) ?? new Map()).set(own, ref));
  }
  return kinds as ReadonlyMap<string, PdfObject> as PdfObject;
}

/** The parts' own bookmarks, an appendix's under its report's. */
function bookmarksOf(parts: readonly AssemblyPart[]): BookmarkTree[] {
  const top: BookmarkTree[] = [];
  const byKey = new Map<string, BookmarkTree[]>();
  parts.forEach((part, index) => {
    const own: BookmarkTree[] = part.print.bookmarks.map((mark) => ofPart(index, mark));
    const into = part.under === undefined ? top : (byKey.get(part.under) ?? top);
    const [first] = own;
    if (part.under !== undefined || !first) {
      const place = { page: 0, left: 0, top: part.print.pages[0]?.height ?? 842 };
      const node: BookmarkTree = { part: index, title: part.title, place, children: own };
      into.push(node);
      byKey.set(part.key, node.children);
    } else {
      into.push(...own);
      byKey.set(part.key, first.children);
    }
  });
  return top;
}

function ofPart(part: number, mark: KeptPrint["bookmarks"][number]): BookmarkTree {
  return { part, title: mark.title, place: mark.place, children: mark.children.map((child) => ofPart(part, child)) };
}
