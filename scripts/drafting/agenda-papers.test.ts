import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../load/front-matter.ts";
import { agenda } from "../model/agenda.ts";
import { Refusal } from "../model/refusal.ts";
import { PROJECT } from "../templating/environment.ts";
import { itemForPaper, withPaper } from "./agenda-papers.ts";

const agendaWith = (...items: string[]) =>
  `---\naccess: public\nsummary: Cabinet meets. # as ever\nnotice: Notice.\nitems:\n${items.join("\n")}\n---\nA body: [as it was]  \n`;
const first = '  - id: apologies\n    number: "1"\n    title: Apologies\n';

/** The one line that an edit adds, with the line it stands after; the rest has to be as it was. */
function addedTo(text: string, number = "2", paper = "budget", endsToFollow = false): string {
  const [before, after] = [text.split("\n"), withPaper(text, number, paper, { endsToFollow }).split("\n")];
  const at = after.findIndex((line, index) => line !== before[index]);
  const inserted = [...after.slice(0, at), ...after.slice(at + 1)];
  expect(inserted).toEqual(before);
  return `${after[at - 1]?.trim()} | ${after[at]}`;
}

describe("a paper put into an agenda that an officer wrote", () => {
  it("stands in a list of its own under the item's last field", () => {
    const text = agendaWith(
      first.trimEnd(),
      '  - id: budget\n    number: "2" # the big one\n    title: Budget # said twice',
    );
    expect(addedTo(text)).toBe("title: Budget # said twice | " + "    papers: [budget]");
  });

  it("stands before what the agenda has after papers, and before the item that follows", () => {
    const text = agendaWith(
      '  - id: budget\n    number: "2"\n    title: Budget\n    # not before Friday\n    toFollow: Late',
      first,
    );
    expect(withPaper(text, "2", "budget")).toBe(
      text.replace("    toFollow: Late", "    papers: [budget]\n    toFollow: Late"),
    );
    const next = agendaWith('  - id: budget\n    number: "2"\n    title: Budget', first);
    expect(addedTo(next)).toBe("title: Budget |     papers: [budget]");
  });

  it.each([
    ["a long text", "    text: >-\n      To agree the\n      budget.", "budget. |     papers: [budget]"],
    ["a long text with lines kept", "    text: |+\n      To agree.\n", " |     papers: [budget]"],
    ["a quoted text over two lines", '    text: "To agree\n      the budget."', 'the budget." |     papers: [budget]'],
  ])("stands after %s", (_, field, placed) => {
    expect(addedTo(agendaWith(`  - id: budget\n    number: "2"\n    title: Budget\n${field}`, first))).toBe(placed);
  });

  it("joins the papers that are there, however they are written", () => {
    const item = (papers: string) =>
      agendaWith(`  - id: budget\n    number: "2"\n    title: Budget\n    papers: ${papers}`);
    const result = (papers: string) => withPaper(item(papers), "2", "budget");
    expect(result("[tax] # one")).toBe(item("[tax, budget] # one"));
    expect(result("[]")).toBe(item("[budget]"));
    expect(result("[\n      tax, # first\n      rent,\n    ]")).toBe(
      item("[\n      tax, # first\n      rent, budget,\n    ]"),
    );
    expect(result("\n      - tax # first\n      - rent")).toBe(
      item("\n      - tax # first\n      - rent\n      - budget"),
    );
    expect(result("\n    - tax\n    for: decision")).toBe(item("\n    - tax\n    - budget\n    for: decision"));
  });

  it("is put into an item written on one line", () => {
    const item = (fields: string) => agendaWith(`  - { id: budget, number: 2, title: "Budget: 2026"${fields} } # here`);
    expect(withPaper(item(""), "2", "budget")).toBe(item(", papers: [budget]"));
    expect(withPaper(item(", papers: [tax], for: decision"), "2", "budget")).toBe(
      item(", papers: [tax, budget], for: decision"),
    );
  });

  it("keeps the ends of lines and a mark at the beginning that a Windows editor writes", () => {
    const text = `\uFEFF${agendaWith('  - id: budget\n    number: "2"\n    title: Budget', first)}`.replaceAll(
      "\n",
      "\r\n",
    );
    expect(withPaper(text, "2", "budget")).toBe(
      text.replace("title: Budget\r\n", "title: Budget\r\n    papers: [budget]\r\n"),
    );
  });

  it("changes nothing where it is named already", () => {
    const text = agendaWith('  - id: budget\n    number: "2"\n    title: Budget\n    papers: [budget]');
    expect(withPaper(text, "2", "budget")).toBe(text);
  });

  it("takes `toFollow` away only where it is told to", () => {
    const item = (rest: string) => agendaWith(`  - id: budget\n    number: "2"\n    title: Budget\n${rest}`, first);
    const ends = { endsToFollow: true };
    expect(
      withPaper(
        item("    papers: [budget]\n    toFollow: >-\n      It is\n      late.\n    # a note\n    urgent: Yes."),
        "2",
        "budget",
        ends,
      ),
    ).toBe(item("    papers: [budget]\n    # a note\n    urgent: Yes."));
    expect(withPaper(item("    toFollow: Late."), "2", "budget", ends)).toBe(item("    papers: [budget]"));
    expect(withPaper(item("    toFollow: Late."), "2", "budget")).toBe(
      item("    papers: [budget]\n    toFollow: Late."),
    );
    const line = (fields: string) => agendaWith(`  - { id: budget, number: 2, title: Budget${fields} }`);
    expect(withPaper(line(", toFollow: Late"), "2", "budget", ends)).toBe(line(", papers: [budget]"));
    const leading = (toFollow: string) =>
      agendaWith(`  - ${toFollow}id: budget\n    number: "2"\n    title: Budget\n    papers: [budget]`);
    expect(withPaper(leading("toFollow: Late\n    "), "2", "budget", ends)).toBe(leading(""));
  });

  it("is put into every item of every agenda of the sample, and nothing else of it moves", () => {
    for (const meeting of ["2026-09-28-cabinet", "2026-10-21-council", "2026-12-03-childrens-scrutiny"]) {
      const text = readFileSync(join(PROJECT, `content/meetings/2026/${meeting}/agenda.md`), "utf8");
      const items = (value: string) => agenda.parse(splitFrontMatter(value, "agenda.md").value).items;
      for (const { number, papers } of items(text)) {
        const after = withPaper(text, number, "a-new-paper");
        expect(items(after).find((each) => each.number === number)?.papers).toEqual([...papers, "a-new-paper"]);
        expect(after.replace(/\n? *papers: \[a-new-paper\](?=\n)/, "").replace(", a-new-paper", "")).toBe(text);
      }
    }
  });

  it("refuses an agenda that cannot be read, and an item that is not there", () => {
    expect(() => withPaper("---\nitems: [\n---\n", "2", "budget")).toThrow(Refusal);
    expect(() => withPaper("no front matter", "2", "budget")).toThrow(Refusal);
    expect(() => withPaper(agendaWith(first), "2", "budget")).toThrow("There is no item 2");
  });

  it("refuses, and says what to do by hand, where a change would be read as anything else", () => {
    const text = agendaWith('  - id: budget\n    number: "2"\n    title: Budget\n    papers: [tax]');
    expect(() => withPaper(text, "2", "a, b")).toThrow("by hand");
    expect(() => withPaper(text, "2", "a] # ")).toThrow(Refusal);
  });
});

describe("the item that a paper is for", () => {
  const value = agenda.parse({
    access: "public",
    summary: "S",
    notice: "N",
    items: [
      { id: "apologies", number: "1", title: "Apologies" },
      { id: "budget", number: "12", title: "Budget" },
      { id: "contract", number: "13", title: "A contract", withheld: { category: "exempt", description: "D" } },
    ],
  });

  it("is found by its number", () => {
    expect(itemForPaper(value, "12").id).toBe("budget");
  });

  it("is refused where no item has that number, with the nearest and all there are", () => {
    expect(() => itemForPaper(value, "11")).toThrow("no item 11 on the agenda. Did you mean 12?");
    expect(() => itemForPaper(value, "budget")).toThrow("Did you mean 12?");
    expect(() => itemForPaper(value, "99")).toThrow(
      "There is no item 99 on the agenda. Its items: 1 (Apologies), 12 (Budget), 13 (A contract).",
    );
  });

  it("is refused where its papers are not for publication", () => {
    expect(() => itemForPaper(value, "13")).toThrow("Write it in the restricted folder");
  });
});
