/** The latest fifty papers as a feed. */
import council from "../council.json";
import { reports } from "../lists.mjs";

const escaped = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export async function GET() {
  const latest = (await reports()).slice(0, 50);
  const entries = latest.map(({ data }) => {
    const address = `${council.website}${data.url}`;
    return `<entry><title>${escaped(data.title)}</title><id>${address}</id><link href="${address}"/><updated>${data.issued}:00Z</updated><summary>${escaped(data.summary)}</summary></entry>`;
  });
  const head = `<title>${escaped(council.name)}: papers</title>\n<id>${council.website}/</id>\n<link href="${council.website}/feed.xml" rel="self"/>\n<updated>${latest[0].data.issued}:00Z</updated>`;
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${head}\n${entries.join("\n")}\n</feed>\n`,
  );
}
