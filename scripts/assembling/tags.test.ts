import { type PDFArray, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { assembly, link, opened, part, printOf } from "./example-prints.ts";

describe("tags of an assembled pack", () => {
  const twice = () => opened(assembly([part("a", printOf(2), 1), part("b", printOf(2), 3)]));

  it("are one tree, each part in one of its own, in order", async () => {
    const { root, tagsOf, entry } = await twice();
    expect(entry(root.lookup(PDFName.of("K")), "S")).toBe(PDFName.of("Document"));
    expect(tagsOf("Part").map((each) => String(each.get(PDFName.of("T"))))).toEqual(["(The a)", "(The b)"]);
    expect(tagsOf("P")).toHaveLength(4);
  });

  it("have names of their own though two prints are the same, and cells name the header of their own table", async () => {
    const { root, tagsOf, entry, pdf } = await twice();
    const ids = tagsOf("TH").map((each) => String(each.get(PDFName.of("ID"))));
    expect(new Set(ids).size).toBe(2);
    const named = tagsOf("TD").map((each) => /\/Headers \[ (\(.*?\)) \]/.exec(String(each.get(PDFName.of("A"))))?.[1]);
    expect(named).toEqual(ids);
    expect(String(tagsOf("TD")[0]?.get(PDFName.of("A")))).toContain("/ColSpan 2");
    const [leaf] = (entry(root.lookup(PDFName.of("IDTree")), "Kids") as PDFArray).asArray();
    const names = (entry(pdf.context.lookup(leaf), "Names") as PDFArray).asArray();
    expect(names.filter((_, at) => at % 2 === 0).map(String)).toEqual([...ids].sort());
  });

  it("are found from every page and every link", async () => {
    const { root, pdf, links, entry, tagsOf } = await opened(
      assembly([part("a", printOf(2), 1), part("b", printOf(2, { links: [link({ uri: "https://x.example/" })] }), 3)]),
    );
    const nums = (entry(root.lookup(PDFName.of("ParentTree")), "Nums") as PDFArray).asArray();
    const found = new Map(nums.flatMap((key, at) => (at % 2 === 0 ? [[Number(String(key)), nums[at + 1]]] : [])));
    pdf.getPages().forEach((page, at) => {
      const own = found.get(Number(String(page.node.get(PDFName.of("StructParents")))));
      const [tag] = (own as PDFArray).asArray();
      expect(pdf.context.lookup(tag)).toBe(tagsOf("P")[at]);
    });
    const of = found.get(Number(String(links[2]?.[0]?.get(PDFName.of("StructParent")))));
    expect(pdf.context.lookup(of as PDFRef)).toBe(tagsOf("Link")[0]);
    expect(Number(String(root.get(PDFName.of("ParentTreeNextKey"))))).toBe(5);
  });

  it("that are not PDF's own say which they stand for, and keep words, language and signs", async () => {
    const { root, tagsOf } = await twice();
    expect(String(root.lookup(PDFName.of("RoleMap")))).toMatch(/\/Em \/Span/);
    const em = String(tagsOf("Em")[0]);
    for (const each of ["/Lang (cy)", "/Alt <feff00540177>", "/ActualText <feff2022>"])
      expect(em.toLowerCase()).toContain(each.toLowerCase());
  });
});
