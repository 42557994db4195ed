/** What is asked of every page. Each check takes a page and gives its faults as sentences; none where it is right. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import type { Page } from "puppeteer-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Hashes guard files that others serve; all of ours come from the site itself.
    "require-sri": ["error", { target: "crossorigin" }],
    // A title names the paper, the committee and the day, as a member's open tabs must.
    "long-title": "off",
    // A page of the pack is its number, as in /pages/#47; HTML asks only that an id be one word.
    "valid-id": ["error", { relaxed: true }],
  },
});

/** Faults that html-validate finds in a page's source. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${each.ruleId}: ${each.message} (line ${each.line})`),
  );
}

/** Links to addresses or anchors that are not there. `anchors` knows every address of the site and the ids on it. */
export function linkFaults(url: string, html: string, anchors: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const faults: string[] = [];
  for (const [, attribute, value = ""] of html.matchAll(/\s(href|src)="([^"]*)"/g)) {
    const link = value.replaceAll("&amp;", "&");
    if (/^(https?:|mailto:|tel:|data:)/.test(link)) {
      if (attribute === "src") faults.push(`${link} is fetched from elsewhere`);
      continue;
    }
    const target = new URL(link, `http://site${url}`);
    const ids = anchors.get(decodeURIComponent(target.pathname));
    if (!ids) faults.push(`${link} leads nowhere`);
    else if (target.hash && !target.pathname.endsWith(".pdf") && !ids.has(decodeURIComponent(target.hash.slice(1))))
      faults.push(`${link} leads to no place on its page`);
  }
  return faults;
}

/**
 * Whatever in a page's source could run, or ask another origin for anything, as the browser's own parser finds it without
 * running any of it.
 */
export async function inertFaults(page: Page, html: string): Promise<string[]> {
  return (await page.evaluate(
    `((html) => {
    const faults = [];
    const read = (address) => { try { return new URL(address, "http://ours.example/a/"); } catch { return null; } };
    // An address that cannot be read leads nowhere, and fetches nothing.
    const safe = (address) => /^(https?|mailto|tel):$/.test(read(address)?.protocol ?? "http:");
    const ours = (address) => (read(address)?.origin ?? "http://ours.example") === "http://ours.example";
    for (const element of new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")) {
      const name = element.localName;
      const what = "<" + name + ">";
      if (["script", "style", "iframe", "object", "embed", "base", "form", "template", "foreignobject", "animate", "set", "use"].includes(name)) faults.push(what + " stands in the page");
      if (name === "meta" && /refresh/i.test(element.httpEquiv)) faults.push(what + " sends readers elsewhere");
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute)) faults.push(what + " has " + attribute);
        if (attribute === "style" || attribute === "srcdoc") faults.push(what + " has " + attribute);
        if (/^(href|xlink:href|action|formaction|cite|ping)$/.test(attribute) && !safe(value)) faults.push(what + " leads to " + value);
        const isFetched = /^(src|srcset|poster|background|data)$/.test(attribute) || (name === "link" && attribute === "href") || (name === "image" && /href$/.test(attribute));
        if (isFetched && !ours(value)) faults.push(what + " fetches " + value);
        if (attribute === "fill" || attribute === "stroke" || attribute === "filter") if (/url\\(/i.test(value)) faults.push(what + " fetches " + value);
      }
    }
    return faults;
  })(${JSON.stringify(html)})`,
  )) as string[];
}

/** What the page's own policy leaves open that a public page's must not. */
export function policyFaults(html: string): string[] {
  const policy = (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll(
    "&#39;",
    "'",
  );
  const directives = new Map(policy.split("; ").map((each): [string, string] => [each.split(" ")[0] ?? "", each]));
  return [
    ...["default-src 'none'", "script-src 'none'", "base-uri 'none'", "form-action 'none'"]
      .filter((wanted) => directives.get(wanted.split(" ")[0] ?? "") !== wanted)
      .map((wanted) => `the policy does not say ${wanted}`),
    ...(/unsafe|\*|https?:|data:/.test(policy) ? [`the policy is open: ${policy}`] : []),
  ];
}

/** Every id on a page. */
export function idsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ""));
}

/** Faults that axe finds in the page as it stands in the browser. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = (await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then((result) =>
    result.violations.map((each) => each.id + ": " + each.help + " at " + each.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")))`)) as string[];
  return violations;
}

/** What reaches over the edge of the screen, outside a frame that scrolls. */
export async function overflowFaults(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide <= 0) return [];
    const over = [...document.querySelectorAll("main *, header *, footer *")].filter((element) =>
      element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll"));
    return ["the page is " + wide + "px wider than the screen: " + over.slice(0, 3).map((element) => element.tagName + "." + element.className).join(", ")];
  })()`)) as string[];
}

/** What cannot be reached with the Tab key, in the order of the page, or shows no sign of having focus. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)");
  const wanted = (await page.evaluate(`(() => {
    const stops = 'a[href], button, summary, [tabindex="0"], input:not([type="radio"]), input[type="radio"]:checked';
    const all = [...document.querySelectorAll(stops)].filter((element) => element.getClientRects().length > 0 && element.checkVisibility());
    all.forEach((element, index) => element.setAttribute("data-tab", String(index)));
    return all.length;
  })()`)) as number;
  const faults: string[] = [];
  for (let expected = 0; expected < wanted; expected++) {
    await page.keyboard.press("Tab");
    const focus = (await page.evaluate(`(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return { tab: element.getAttribute("data-tab"), what: element.outerHTML.slice(0, 80), seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
    })()`)) as { tab: string | null; what: string; seen: boolean };
    if (focus.tab !== String(expected)) {
      faults.push(`Tab ${expected + 1} reached ${focus.what}, out of order`);
      break;
    }
    if (!focus.seen) faults.push(`${focus.what} shows no focus`);
  }
  return faults;
}
