import { PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { Refusal } from "../model/refusal.ts";
import type { KeptPrint } from "../printing/kept-print.ts";
import { assemble } from "./assemble.ts";
import type { Assembly } from "./assembly.ts";
import { assembly, link, opened, part, printOf, whereTo } from "./example-prints.ts";

const labelsOf = async (given: Assembly) =>
  (await getDocument({ data: new Uint8Array(assemble(given)), verbosity: 0 }).promise).getPageLabels();

describe("links of an assembled pack", () => {
  it("lead to places: in their own part, in another, at its top, and to addresses outside", async () => {
    const links = [
      link({ anchor: "p4-7" }),
      link({ uri: "pack:b#p4-7" }),
      link({ uri: "pack:b" }),
      link({ uri: "https://example.org/ŵ%20x" }),
      link({ place: { page: 1, left: 0, top: 100 }, description: "The second page" }),
    ];
    const target = (uri: string) => {
      const [, other, anchor] = /^pack:(\w)#?(.*)$/.exec(uri) ?? [];
      return other ? { part: other, anchor: anchor || null } : { uri };
    };
    const { pdf, links: found } = await opened(
      assembly([part("a", printOf(2, { links }), 7), part("b", printOf(3), 9)], { target }),
    );
    const [own = [], ...others] = found;
    expect(others.flat()).toEqual([]);
    expect([0, 1, 2, 4].map((at) => whereTo(pdf, own[at]?.lookup(PDFName.of("Dest"))))).toEqual([
      [1, 10, 701],
      [4, 10, 701],
      [2, 0, 842],
      [1, 0, 100],
    ]);
    expect(String(own[3]?.lookup(PDFName.of("A"), PDFDict).get(PDFName.of("URI")))).toBe(
      "(https://example.org/%C5%B5%20x)",
    );
    const described = own.map((each) => each.lookup(PDFName.of("Contents")));
    expect(described.map((each) => (each as unknown as { decodeText: () => string }).decodeText())).toEqual([
      ...["Page 8: The a", "Page 11: The b", "Page 9: The b", "https://example.org/ŵ%20x", "The second page"],
    ]);
  });

  it("that lead nowhere are refused, all at once, each with its source and once", () => {
    const links = [
      link({ anchor: "p9-9" }),
      link({ anchor: "p9-9" }),
      link({ uri: "pack:b" }),
      link({ uri: "pack:gone" }),
    ];
    const target = (uri: string) => ({ part: uri.slice(5), anchor: uri === "pack:b" ? "s1" : null });
    const parts = [part("a", printOf(1, { links }), 1), part("b", printOf(1, { links: [link({ anchor: "p0" })] }), 2)];
    const told = [
      ...["a.md links to #p9-9, which is not there.", "a.md links to b#s1, which is not there."],
      ...["a.md links to gone, which is not there.", "b.md links to #p0, which is not there."],
      "Correct the links; nothing was printed.",
    ];
    expect(() => assemble(assembly(parts, { target }))).toThrow(new Refusal(told.join("\n")));
  });

  it("that nothing stands behind are words and no link: no note on the page, no link among the tags", async () => {
    const { links, tagsOf, tags } = await opened(
      assembly([part("a", printOf(1, { links: [link({ uri: "x:" })] }), 1)], { target: () => null }),
    );
    expect(links.flat()).toEqual([]);
    expect(tagsOf("Link")).toEqual([]);
    expect(tagsOf("Span")).toHaveLength(1);
    expect(tags.map(String).join()).not.toContain("OBJR");
  });
});

describe("page labels of an assembled pack", () => {
  it("are what is stamped: from any number on, with a series of their own for restricted pages, and back", async () => {
    const restricted = part("b", printOf(3), 0, { labels: ["E1", "E2", "E3"] });
    const labels = await labelsOf(
      assembly([part("a", printOf(2), 47), restricted, part("c", printOf(1), 49), part("d", printOf(1), 60)]),
    );
    expect(labels).toEqual(["47", "48", "E1", "E2", "E3", "49", "60"]);
  });

  it("have a number on every page, stamped as an artifact", async () => {
    const bytes = assemble(assembly([part("a", printOf(1), 47), part("b", printOf(1), 0, { labels: ["E1"] })]));
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    for (const [number, words] of [
      [1, "Page 47"],
      [2, "Page E1"],
    ] as const) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
      expect(
        items
          .map((each) =>
            "str" in each ? each.str : each.type === "endMarkedContent" ? ")" : `${(each as { tag?: string }).tag}(`,
          )
          .join(""),
      ).toContain(`Artifact(${words})`);
    }
  });
});

describe("bookmarks of an assembled pack", () => {
  it("are those of its parts, nested, an appendix's under its report's, a part's own name where it has none", async () => {
    const mark = (title: string, children: KeptPrint["bookmarks"] = []) => ({
      title,
      place: { page: 0, left: 0, top: 800 },
      children,
    });
    const parts = [
      part("front", printOf(1), 1),
      part("report", printOf(1, { bookmarks: [mark("Budget", [mark("1 Why", [mark("Costs")])])] }), 2),
      part("map", printOf(1, { bookmarks: [mark("Page one")] }), 3, { under: "report", title: "A map & more" }),
      part("gone", printOf(1), 4, { under: "no such part" }),
    ];
    const outline = await (
      await getDocument({ data: new Uint8Array(assemble(assembly(parts))), verbosity: 0 }).promise
    ).getOutline();
    const told = (marks: typeof outline): string =>
      marks.map(({ title, items }) => `${title}(${told(items)})`).join(" ");
    expect(told(outline)).toBe("The front() Budget(1 Why(Costs()) A map & more(Page one())) The gone()");
  });
});

describe("what an assembled pack says of itself", () => {
  const metadataOf = async (given: Assembly) => {
    const { pdf } = await opened(given);
    return Buffer.from((pdf.catalog.lookup(PDFName.of("Metadata")) as PDFStream).getContents()).toString("utf8");
  };

  it("is escaped, whatever stands in a title", async () => {
    const xml = await metadataOf(
      assembly([part("a", printOf(1), 1)], { title: `Tŷ & <b>"quoted"</b>'s ]]>`, author: "A&B" }),
    );
    expect(xml).toContain("Tŷ &#38; &#60;b&#62;&#34;quoted&#34;&#60;/b&#62;&#39;s ]]&#62;");
    expect(xml).toContain("<rdf:li>A&#38;B</rdf:li>");
    expect(xml).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("has the day where it was issued, and none where it is a draft", async () => {
    const parts = [part("a", printOf(1), 1)];
    expect(await metadataOf(assembly(parts))).not.toContain("Date");
    expect(await metadataOf(assembly(parts, { issuedAt: "2026-09-18T16:50" }))).toContain(
      "<xmp:CreateDate>2026-09-18T16:50:00<",
    );
    const { pdf } = await opened(assembly(parts, { issuedAt: "2026-09-18T16:50" }));
    expect(String(pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict).get(PDFName.of("CreationDate")))).toBe(
      "(D:20260918165000)",
    );
  });

  it("is the same, byte for byte, from the same parts", () => {
    const once = () => assemble(assembly([part("a", printOf(3), 1), part("b", printOf(2), 4)]));
    expect(Buffer.compare(once(), once())).toBe(0);
  });
});

describe("pictures and fonts of an assembled pack", () => {
  it("are there once, however many parts bring them, and never one for another", async () => {
    const object = (words: string, stream: string) => ({
      text: [`<</Type/XObject/Name/${words}>>`],
      stream: Buffer.from(stream),
    });
    const with_ = (...objects: ReturnType<typeof object>[]) => printOf(1, { objects });
    const one = object("One", "drawn");
    const parts = [
      part("a", with_(one), 1),
      part("b", with_(object("Two", "drawn"), one), 2),
      part("c", with_(object("One", "other")), 3),
    ];
    const { all } = await opened(assembly(parts));
    const names = all.flatMap((each) => (each instanceof PDFStream ? [String(each.dict.get(PDFName.of("Name")))] : []));
    expect(names.filter((each) => each !== "undefined").sort()).toEqual(["/One", "/One", "/Two"]);
  });

  it("that a page names and its print has not are a fault of ours", () => {
    const bare = printOf(1);
    const [page] = bare.pages;
    const resources = [{ kind: "XObject" as const, name: "X5", font: null, object: 4 }];
    const print = { ...bare, pages: page ? [{ ...page, resources }] : [] };
    expect(() => assemble(assembly([part("a", print, 1)]))).toThrow("The print has no XObject X5");
  });
});
