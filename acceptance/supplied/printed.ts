/** PDFs that Chromium prints, with tags and without, as a council's own programs would. Called by the tests of appendices. */
import type { Browser } from "puppeteer-core";

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect width="90" height="40" fill="teal"/></svg>`;

/** Two pages with everything that tags are for, and fonts of their own. */
export const PLAN = `<!doctype html><html lang="cy"><title>token-title</title><meta name="author" content="token-author">
<style>@page { size: A4 } section { break-before: page }</style>
<body><h1>Cynllun gwella</h1><p>Paragraff am y gwasanaeth. <a href="https://inspectors.example/llythyr">Llythyr yr arolygwyr</a></p>
<h2>Camau</h2><ul><li>Cam un</li><li>Cam dau</li></ul>
<table><thead><tr><th scope="col">Cam</th><th scope="col">Erbyn</th></tr></thead><tbody><tr><td>Hyfforddi</td><td>Mai</td></tr></tbody></table>
<p>Gweler <a href="#nesaf">y rhan nesaf</a>.</p>
<section><h2 id="nesaf">Nesaf</h2><img alt="Siart o ffeiliau" src="data:image/svg+xml;base64,${Buffer.from(PICTURE).toString("base64")}">
<p lang="en">A passage in English.</p></section></body></html>`;

export async function printed(browser: Browser, html: string, tagged: boolean, more = {}): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    return await page.pdf({ tagged, outline: tagged, preferCSSPageSize: true, ...more });
  } finally {
    await page.close();
  }
}
