/** Rows and columns of tables that Word does not show, or shows so low or so narrow that nobody reads them. */
import type { Paragraph, Surveyed } from "../surveyed.ts";
import { child, childrenOf, type Element, toggle, val, within } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";

/** A row or a column of less than this, in twentieths of a point, shows no letter: three points. */
const TOO_SMALL = 60;

export const hiddenRows: PreflightRule = {
  names: ["word-hidden-row", "word-narrow-column"],
  look(document, surveyed) {
    const find = byElement(surveyed);
    return [document.body, ...document.notes, ...document.headersAndFooters].flatMap(({ root }) =>
      [...within(root, "w:tbl")].flatMap((table) => [...rows(table, find), ...columns(table, find)]),
    );
  },
};

type Find = (inside: Element) => Paragraph | undefined;

/** Finds the first paragraph inside an element that has words. */
function byElement({ paragraphs }: Surveyed): Find {
  const known = new Map(paragraphs.map((each) => [each.element, each]));
  return (inside) => {
    for (const element of within(inside, "w:p")) {
      const paragraph = known.get(element);
      if (paragraph && paragraph.text.trim() !== "") return paragraph;
    }
    return undefined;
  };
}

function rows(table: Element, find: Find): Finding[] {
  return childrenOf(table, "w:tr").flatMap((row): Finding[] => {
    const properties = child(row, "w:trPr");
    const paragraph = toggle(properties, "w:hidden") === true || isLow(properties) ? find(row) : undefined;
    if (!paragraph) return [];
    return [
      {
        rule: "word-hidden-row",
        paragraph,
        message: "its row of the table is hidden, or too low to show anything, and all of it would be published.",
        mend: "Select the table: Table Layout, Properties, Row, and take the tick from Specify height; or delete the row. Under Font (Ctrl+D), take the tick from Hidden.",
      },
    ];
  });
}

function isLow(properties: Element | undefined): boolean {
  const { "w:val": height, "w:hRule": rule } = child(properties, "w:trHeight")?.attributes ?? {};
  return rule === "exact" && Number(height ?? TOO_SMALL) < TOO_SMALL;
}

function columns(table: Element, find: Find): Finding[] {
  // Columns that fit themselves to their words hide none.
  if (child(table, "w:tblPr", "w:tblLayout")?.attributes["w:type"] !== "fixed") return [];
  const widths = childrenOf(child(table, "w:tblGrid"), "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
  const told = new Set<number>();
  return childrenOf(table, "w:tr").flatMap((row) => {
    let at = Number(val(child(row, "w:trPr"), "w:gridBefore") ?? 0);
    return childrenOf(row, "w:tc").flatMap((cell): Finding[] => {
      const place = at;
      const span = Number(val(child(cell, "w:tcPr"), "w:gridSpan") ?? 1);
      at += span;
      const paragraph = isNarrow(cell, widths.slice(place, at)) && !told.has(place) ? find(cell) : undefined;
      if (!paragraph) return [];
      told.add(place);
      return [
        {
          rule: "word-narrow-column",
          paragraph,
          message: "its column of the table is too narrow to show anything, and all of it would be published.",
          mend: "Select the table: Table Layout, AutoFit, AutoFit Contents, and read what appears; or delete the column.",
        },
      ];
    });
  });
}

function isNarrow(cell: Element, columnsOfIt: readonly number[]): boolean {
  const { "w:w": width, "w:type": type } = child(cell, "w:tcPr", "w:tcW")?.attributes ?? {};
  if (type === "dxa" && Number(width) > 0) return Number(width) < TOO_SMALL;
  const all = columnsOfIt.reduce((sum, each) => sum + each, 0);
  return columnsOfIt.length > 0 && all < TOO_SMALL;
}
