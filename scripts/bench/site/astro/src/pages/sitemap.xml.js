/** The address of every page. */
import { getCollection } from "astro:content";
import council from "../council.json";
import { decisionYears, meetings, meetingYears, minutes, reports } from "../lists.mjs";

export async function GET() {
  const listed = [await reports(), await meetings(), await minutes(), await getCollection("committees")];
  const urls = [
    ...["/", "/meetings/", "/decisions/", "/committees/"],
    ...listed.flatMap((pages) => pages.map(({ data }) => data.url)),
    ...(await meetingYears()).map(({ year }) => `/meetings/${year}/`),
    ...(await decisionYears()).map(({ year }) => `/decisions/${year}/`),
  ];
  const rows = urls.map((url) => `<url><loc>${council.website}${url}</loc></url>`);
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join("\n")}\n</urlset>\n`,
  );
}
