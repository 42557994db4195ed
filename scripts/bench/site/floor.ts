/**
 * The least that any program could do with a folder of papers: reads each, parses its front matter, renders its Markdown
 * and writes it between two fixed strings. No lists, links or layout. The front matter is parsed as Eleventy parses it,
 * in less than a third of the time that the package takes which tells lines. Run by floor-rival.ts: `CONTENT OUT`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import MarkdownIt from "markdown-it";

const [content = "", out = ""] = process.argv.slice(2);
const HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>';
const markdown = new MarkdownIt({ html: false });

for (const file of readdirSync(content, { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".md")) continue;
  const text = readFileSync(join(content, file), "utf8");
  const { data, content: body } = matter(text, { language: "yaml" });
  const { title, url } = data as { title: string; url: string };
  const name = markdown.utils.escapeHtml(title);
  const page = `${HEAD}${name}</title>\n</head>\n<body>\n<h1>${name}</h1>\n${markdown.render(body)}</body>\n</html>\n`;
  mkdirSync(join(out, url), { recursive: true });
  writeFileSync(join(out, url, "index.html"), page);
}
