/** What a PDF says of itself: title, author, language, page labels, and that it keeps to PDF/UA-1. For assemble.ts. */
import { dict, name, type PdfDict, type PdfRef, PdfStream, PdfString, textString } from "../pdf/objects.ts";
import type { PdfWriter } from "../pdf/write-file.ts";
import type { Assembly } from "./assembly.ts";

const PRODUCER = "Clear Days";

/** Writes the catalogue and gives the whole file. */
export function writeDocument(
  writer: PdfWriter,
  assembly: Assembly,
  trees: { readonly pages: PdfRef; readonly structure: PdfRef; readonly outlines: PdfRef | null },
): Uint8Array {
  const { title, author, language, issuedAt, lock } = assembly;
  const catalogue = writer.add(
    dict({
      Type: name("Catalog"),
      Pages: trees.pages,
      Metadata: writer.add(
        new PdfStream(dict({ Type: name("Metadata"), Subtype: name("XML") }), Buffer.from(metadata(assembly))),
      ),
      MarkInfo: dict({ Marked: true }),
      Lang: textString(language),
      StructTreeRoot: trees.structure,
      Outlines: trees.outlines ?? undefined,
      PageMode: trees.outlines ? name("UseOutlines") : undefined,
      PageLabels: pageLabels(assembly.parts.flatMap((part) => part.labels)),
      ViewerPreferences: dict({ DisplayDocTitle: true }),
    }),
  );
  const date = issuedAt ? new PdfString(`D:${issuedAt.replace(/\D/g, "")}00`) : undefined;
  const info = writer.add(
    dict({
      Title: textString(title),
      Author: textString(author),
      Producer: textString(PRODUCER),
      CreationDate: date,
      ModDate: date,
    }),
  );
  return writer.file(catalogue, info, lock ?? null);
}

/** What programs read to know the document, and its claim to be accessible (PDF/UA-1, clause 5). */
function metadata({ title, author, language, issuedAt }: Assembly): string {
  const date = issuedAt
    ? `\n<xmp:CreateDate>${issuedAt}:00</xmp:CreateDate>\n<xmp:ModifyDate>${issuedAt}:00</xmp:ModifyDate>`
    : "";
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>${date}
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Labels as runs: a prefix and a number that counts on. What a viewer's page box shows is what is stamped. */
function pageLabels(labels: readonly string[]): PdfDict {
  const runs: (number | PdfDict)[] = [];
  let prefix: string | null = null;
  let next = 0;
  labels.forEach((label, index) => {
    const [, letters = "", digits = ""] = /^(\D*)(\d*)$/.exec(label) ?? [];
    const number = Number(digits);
    if (letters !== prefix || number !== next)
      runs.push(index, dict({ S: name("D"), P: letters ? new PdfString(letters) : undefined, St: number }));
    prefix = letters;
    next = number + 1;
  });
  return dict({ Nums: runs });
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
