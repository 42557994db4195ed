import { describe, expect, it } from "vitest";
import type { AgendaItem } from "../../model/agenda.ts";
import type { FormField } from "../../model/report-template.ts";
import type { FormLine, FormValue } from "../form.ts";
import { frontMatter } from "./front-matter.ts";

const ITEM: AgendaItem = {
  id: "budget",
  number: "5",
  title: "The budget",
  for: "decision",
  keyDecision: false,
  papers: [],
  excludesPublicFor: [],
};
const MEMBERS = [{ id: "jo-mbeki", name: "Jo Mbeki" }];

function value(field: FormField, ...texts: string[]): FormValue {
  return { field, label: "", paragraphs: [1], lines: texts.map((text) => ({ label: "", text })) };
}

function made(values: readonly FormValue[], item: AgendaItem = ITEM) {
  return frontMatter({ values, item, committee: "Cabinet", date: "2026-12-14", members: MEMBERS, numbering: "typed" });
}

describe("a report's front matter from its form", () => {
  it("is all gaps where there was no form, and names each", () => {
    const { fields, gaps } = made([]);
    expect(fields.title).toBe("The budget");
    expect(fields.access).toBe("public");
    expect(gaps).toEqual([
      "who the report is from, by role",
      "the officer to ask about the report, by post",
      "what the report says, in two sentences that a resident can follow",
      "what the meeting is asked to do: notes, agrees, approves",
      "what it is asked to do it to",
      "the background papers that the report draws on, or the word none",
    ]);
    expect(JSON.stringify(fields).match(/\[to be filled in: /g)).toHaveLength(gaps.length);
  });

  it("asks for no recommendation where the item is for information", () => {
    expect(made([], { ...ITEM, for: "information" }).fields.recommendations).toBeUndefined();
  });

  it("keeps the recommendation's own words beside its limbs", () => {
    const text = "That Cabinet notes the plan and approves the costs.";
    const [recommendation] = made([value("recommendations", text)]).fields.recommendations as never[];
    expect(recommendation).toEqual({
      text,
      that: "Cabinet",
      limbs: [
        { verb: "notes", object: "the plan" },
        { verb: "approves", object: "the costs" },
      ],
    });
  });

  it("keeps a recommendation that nobody can tell apart, and asks for its verbs", () => {
    const { fields, gaps } = made([value("recommendations", "See section 4.")]);
    expect(JSON.stringify(fields.recommendations)).toContain("See section 4.");
    expect(gaps).toContain("the verb of each limb of the recommendation, with its object");
  });

  it("leaves at the head of the body what no field can take", () => {
    const { left, gaps, fields } = made([
      value("cabinetMembers", "Councillor Nobody Known"),
      value("majorPolicyItem", "Perhaps"),
    ]);
    expect(fields.cabinetMembers).toBeUndefined();
    expect(left).toEqual([
      "[to be filled in: cabinet members, from the form: Councillor Nobody Known]",
      "[to be filled in: majorPolicyItem, from the form: Perhaps]",
    ]);
    expect(gaps).toContain("majorPolicyItem, from the form: Perhaps");
  });

  it("reads background papers one a line, without the sentence of the Act, and `none` in its many words", () => {
    const papers = (...texts: string[]) => made([value("backgroundPapers", ...texts)]).fields.backgroundPapers;
    expect(
      papers("Used to prepare this report, in accordance with the Act:", "The plan;", "The letter; and", "The audit."),
    ).toEqual(["The plan", "The letter", "The audit"]);
    for (const none of ["None", "N/A", "Nil.", "not applicable"]) expect(papers(none)).toBe("none");
    expect(JSON.stringify(papers(""))).toContain("to be filled in");
  });

  it("says where the form is of another day than the meeting", () => {
    expect(made([value("date", "14 DECEMBER 2026")]).otherDay).toBeNull();
    expect(made([value("date", "26 September 2011")]).otherDay).toBe("26 September 2011");
  });

  it("tells what it read as something else than words", () => {
    const { notes } = made([value("majorPolicyItem", "NO"), value("agendaItem", "7"), value("title", "The budget")]);
    expect(notes).toEqual([
      'Read: "NO" as majorPolicyItem: no.',
      'Read and not written: "7".',
      "The form says item 7; it is placed at item 5, as you asked.",
    ]);
  });

  it("loses no word of a contact that is written in a way of its own", () => {
    const said = "Sam Adeyemi, Director of Finance, Tel: 01555 010 360 or 01555 010 361";
    const { left, fields } = made([value("contactOfficer", said)]);
    const all = JSON.stringify([fields.contactOfficer, left]);
    for (const word of ["Sam", "Adeyemi", "Director", "Finance", "360", "361"]) expect(all).toContain(word);
  });

  it("shows a recommendation of several lines as limbs, unless a word of it would be lost", () => {
    const limbs = [
      { verb: "notes", object: "the forecast" },
      { verb: "approves", object: "the transfer" },
    ];
    const recommended = (...texts: string[]) => made([value("recommendations", ...texts)]).fields.recommendations;
    expect(recommended("That Cabinet:", "notes the forecast; and", "approves the transfer.")).toEqual([
      { that: "Cabinet", limbs },
    ]);
    expect(recommended("That the whole Cabinet:", "notes the forecast", "approves the transfer")).toEqual([
      { that: "whole Cabinet", limbs },
    ]);
    const numbered = value("recommendations", "That Cabinet:", "notes the forecast");
    const [first, second] = numbered.lines as [FormLine, FormLine];
    const labelled = { ...numbered, lines: [first, { ...second, label: "Recommendation 1:" }] };
    expect(made([labelled]).fields.recommendations).toEqual([
      expect.objectContaining({ text: "That Cabinet: Recommendation 1: notes the forecast" }),
    ]);
  });
});
