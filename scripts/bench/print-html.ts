/** The program that rival-one-print.ts times: one Chromium, one page, one print. `PACK.html OUT.pdf`. */
import { pathToFileURL } from "node:url";
import { startBrowser } from "../printing/browser.ts";

const [html = "", out = ""] = process.argv.slice(2);
const browser = await startBrowser();
const page = await browser.newPage();
await page.setJavaScriptEnabled(false);
await page.goto(pathToFileURL(html).href, { waitUntil: "load", timeout: 0 });
await page.pdf({
  path: out,
  tagged: true,
  outline: true,
  preferCSSPageSize: true,
  printBackground: true,
  timeout: 0,
});
await browser.close();
