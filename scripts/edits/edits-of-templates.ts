/** What a council changes in how its site looks: its own templates, stylesheets, pages and wiring. Listed in edits.ts. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../templating/environment.ts";
import type { EditedCouncil } from "./edited-council.ts";
import type { PossibleEdit } from "./edits.ts";

const OVERRIDES = ["layouts/page.njk", "components/macros.njk", "components/report.njk", "components/thread.njk"];
const MEASURE = "components/measure/template.njk";

export const EDITS_OF_TEMPLATES: readonly PossibleEdit[] = [
  {
    name: "put a layout or a component in the place of ours",
    make: (council) => overridden(council, council.draws.pick(OVERRIDES)),
  },
  {
    name: "put the template of one kind of page in the place of ours",
    make: (council) => overridden(council, `pages/${council.draws.pick(kinds())}`),
  },
  {
    name: "put the component that papers call by name in the place of ours",
    make: (council) => overridden(council, MEASURE),
  },
  {
    name: "put a component of the design system in the place of theirs",
    make: (council) =>
      council.put(
        "templates/govuk/components/breadcrumbs/macro.njk",
        `{% macro govukBreadcrumbs(params) %}<p>${council.word()}</p>{% endmacro %}\n`,
      ),
  },
  {
    name: "take a template of the council's own away",
    make: (council) => {
      const file = council.oneOf(/^templates\/.*\.njk$/);
      return file && council.remove(file);
    },
  },
  {
    name: "write a stylesheet of the council's own",
    make: (council) =>
      council.put(
        `templates/assets/${council.draws.pick(["site.css", "own.css", "fonts.css"])}`,
        `p { margin: ${council.draws.whole(1, 999)}px }\n`,
      ),
  },
  {
    name: "write an asset of the council's own",
    make: (council) =>
      council.put(`templates/assets/${council.draws.pick(["arms.svg", "icon.svg", "a/b.txt"])}`, council.word()),
  },
  {
    name: "take an asset of the council's own away",
    make: (council) => {
      const file = council.oneOf(/^templates\/assets\//);
      return file && council.remove(file);
    },
  },
  {
    name: "write a page of the council's own",
    make: (council) =>
      council.put(
        `templates/pages/${council.draws.pick(["index-of-all", "numbers"])}.njk`,
        `{% extends "layouts/page.njk" %}{% block content %}<h1>${council.word()}, {{ council.now }}</h1>\n` +
          "{% for meeting in council.meetings %}<p>{{ meeting.id }} {{ meeting.date }}</p>{% endfor %}\n" +
          "{% for member in council.members %}<p>{{ member.value.name }}</p>{% endfor %}\n" +
          "{% for each in council.followUps %}<p>{{ each.id }}</p>{% endfor %}{% endblock %}\n",
      ),
  },
  {
    name: "write the council's own wiring of Eleventy, and use it",
    make: (council) => {
      overridden(council, "pages/home.njk", " {{ 1 | own }}");
      const word = JSON.stringify(council.word());
      return council.put(".eleventy.js", `export default (config) => { config.addFilter("own", () => ${word}); };\n`);
    },
  },
];

function kinds(): string[] {
  return readdirSync(join(PROJECT, "templates/pages")).sort();
}

/** Ours, or the council's own, with a word more where content begins. */
function overridden(council: EditedCouncil, name: string, more = ""): string {
  const own = `templates/${name}`;
  const ours = join(PROJECT, own);
  const text = council.has(own) ? council.text(own) : existsSync(ours) ? readFileSync(ours, "utf8") : "";
  const word = council.word();
  const marked = text.includes("<main")
    ? text.replace(/<main[^>]*>/, (tag) => `${tag}<p>${word}${more}</p>`)
    : text.includes("{% block content %}")
      ? text.replace("{% block content %}", (tag) => `${tag}<p>${word}${more}</p>`)
      : text.replace(/(\{% macro [^%]+%\})/g, (tag) => `${tag}<!-- ${word} -->`);
  return council.put(own, marked === text ? `${text}<!-- ${word} -->` : marked);
}
