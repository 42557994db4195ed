/** What a Word file says of who made it and how, which nobody sees on its pages. It is never taken over. */
import type { WordDocument } from "../word-document.ts";
import { child, childrenOf, type Element, parseXml, wordsOf } from "../xml.ts";
import type { PreflightRule } from "./finding.ts";

const SAID: Readonly<Record<string, string>> = {
  "dc:creator": "author",
  "cp:lastModifiedBy": "last saved by",
  "dc:subject": "subject",
  "dc:description": "comments",
  "cp:keywords": "keywords",
  "cp:category": "category",
  "cp:contentStatus": "status",
  "ep:Company": "company",
  "ep:Manager": "manager",
};
/** Of custom properties, those that programs write and that say nothing of people. */
const OF_PROGRAMS = /^(_dlc_|ContentTypeId$|MediaServiceImageTags$|KSOProductBuildVer$|ICV$)/;

/** The list of sources that Word adds to every file, and the types that SharePoint adds. */
const OF_PROGRAM = /(bibliography|\/contentType|metadata\/properties|LongProperties|customXsn|FormTemplates)/i;

export const properties: PreflightRule = {
  names: ["word-properties"],
  look(document) {
    const said = propertiesOf(document);
    if (said.length === 0) return [];
    return [
      {
        rule: "word-properties",
        paragraph: null,
        message: `the file says what its pages do not: ${said.map(told).join(", ")}.`,
        mend: "In Word: File, Info, Check for Issues, Inspect Document, and remove Document Properties and Personal Information.",
        accept: "properties",
      },
    ];
  },
};

/** With its value, shortened, where it has one. */
function told({ name, value }: { readonly name: string; readonly value: string }): string {
  if (value === "") return name;
  return `${name} (${value.length > 50 ? `${value.slice(0, 50)}…` : value})`;
}

/** Every property that says something, with its value. */
export function propertiesOf(document: WordDocument): { readonly name: string; readonly value: string }[] {
  const found: { name: string; value: string }[] = [];
  const say = (name: string, value: string) => {
    const words = value.replace(/\s+/g, " ").trim();
    if (words !== "") found.push({ name, value: words });
  };
  const read = new Set<string>();
  for (const { type, target, isExternal, of } of document.relations) {
    if (of === "" && !isExternal && /properties$/.test(type)) {
      for (const each of childrenOf(partAt(document, target)))
        if (each.name === "op:property") {
          if (!OF_PROGRAMS.test(each.attributes.name ?? "")) say(each.attributes.name ?? "a property", wordsOf(each));
        } else if (Object.hasOwn(SAID, each.name)) say(SAID[each.name] as string, wordsOf(each));
    }
    if (type === "customXml" && !isExternal && !read.has(target)) {
      read.add(target);
      const part = partAt(document, target);
      if (part && !OF_PROGRAM.test(part.name)) say("data of its own", wordsOf(part));
    }
    if (type === "attachedTemplate") say("template", target);
    if (/^classificationlabels$/i.test(type)) found.push({ name: "a sensitivity label", value: "" });
  }
  for (const each of childrenOf(child(document.settings, "w:docVars"), "w:docVar"))
    say(`variable ${each.attributes["w:name"] ?? ""}`, each.attributes["w:val"] ?? "");
  if (child(document.settings, "w:mailMerge")) found.push({ name: "the list of addresses of a mail merge", value: "" });
  return found;
}

function partAt({ parts }: WordDocument, part: string): Element | undefined {
  const bytes = parts.get(part);
  return bytes && parseXml(bytes, part);
}
