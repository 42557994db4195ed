/** The text of every page of a PDF by the marks it stands in, as pdf.js reads it. Called by pack-transcript.ts. */
import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface MarkedPages {
  readonly title: string | null;
  readonly language: string | null;
  readonly pages: readonly MarkedPage[];
}

export interface MarkedPage {
  /** The number that readers see, which is printed on it. */
  readonly label: string;
  /** The text of each marked content, by its number; empty where there is a mark with no text in it. */
  readonly texts: ReadonlyMap<number, string>;
  /** Numbers that more than one marked content has, so that nobody can tell which is meant. */
  readonly repeated: readonly number[];
  /** Text that is neither in marked content with a number nor an artifact. */
  readonly loose: string;
}

/** Reads the text of all pages. */
export async function markedPages(bytes: Uint8Array): Promise<MarkedPages> {
  // pdf.js keeps the bytes it is given for itself.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const document = await task.promise;
    const { info, metadata } = await document.getMetadata();
    const { Title, Language } = info as { Title?: string; Language?: string };
    const labels = await document.getPageLabels();
    const pages: MarkedPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push({
        label: labels?.[number - 1] ?? String(number),
        ...(await textsOf(await document.getPage(number))),
      });
    return { title: (metadata?.get("dc:title") as string | null) ?? Title ?? null, language: Language ?? null, pages };
  } finally {
    await task.destroy();
  }
}

/** A mark that is open: the number it has, and whether what is in it is an artifact. */
interface Mark {
  readonly mcid: number | null;
  readonly isArtifact: boolean;
}

async function textsOf(page: PDFPageProxy): Promise<Omit<MarkedPage, "label">> {
  const texts = new Map<number, string>();
  const repeated = new Set<number>();
  let loose = "";
  const open: Mark[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ("str" in item) {
      const mark = open.at(-1);
      const text = item.hasEOL ? `${item.str} ` : item.str;
      if (mark?.isArtifact) continue;
      if (mark && mark.mcid !== null) texts.set(mark.mcid, (texts.get(mark.mcid) ?? "") + text);
      else loose += text;
    } else if (item.type === "endMarkedContent") open.pop();
    else {
      const around = open.at(-1);
      // The types of pdf.js leave the tag out.
      const isArtifact = around?.isArtifact || (item as { tag?: string }).tag === "Artifact";
      const own = /_mc(\d+)$/.exec(item.id ?? "")?.[1];
      const mcid = own === undefined ? (around?.mcid ?? null) : Number(own);
      open.push({ mcid, isArtifact });
      if (own === undefined || isArtifact) continue;
      if (texts.has(Number(own))) repeated.add(Number(own));
      else texts.set(Number(own), "");
    }
  }
  return { texts, repeated: [...repeated], loose: loose.replace(/\s+/g, " ").trim() };
}
