/**
 * A PDF put together from its objects as the format writes them, so that a test can show exactly the one thing it is
 * about. Called by the tests of what reads PDFs.
 */

/** An object by its number: its source, or a stream by its content and what else its dictionary says. */
export type RawObjects = Readonly<Record<number, string | { readonly stream: string; readonly entries?: string }>>;

/** The bytes of a PDF with these objects; `catalog` is the number of the one that all hang from. */
export function rawPdf(objects: RawObjects, catalog = 1): Uint8Array {
  const places = new Map<number, number>();
  // The second line has four bytes over 127, which tells programs (and PDF/UA) that the file is binary.
  let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  for (const [number, object] of Object.entries(objects)) {
    places.set(Number(number), file.length);
    file += `${number} 0 obj\n${source(object)}\nendobj\n`;
  }
  const table = file.length;
  const size = Math.max(...places.keys()) + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number++) {
    const at = places.get(number);
    file += at === undefined ? "0000000000 00000 f \n" : `${String(at).padStart(10, "0")} 00000 n \n`;
  }
  file += `trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

function source(object: RawObjects[number]): string {
  if (typeof object === "string" || object === undefined) return object ?? "null";
  const { stream, entries = "" } = object;
  return `<< /Length ${stream.length} ${entries} >>\nstream\n${stream}\nendstream`;
}
