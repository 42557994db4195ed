/** `data/plans/<plan>.json`: the progress data, actions and measures with their readings. */
import { z } from "zod";
import * as field from "./fields.ts";

export const action = z.strictObject({
  id: field.shortName().describe("A short name that never changes."),
  title: field.text().describe("What will be done."),
  findings: field
    .optionalList(field.text())
    .describe("The findings it answers, as `2026-safeguarding/management-oversight`."),
  owner: field.text().optional().describe("The officer, by role, who answers for it; left out where nobody does yet."),
  start: field.date().optional().describe("When work began or is to begin."),
  due: field.date().optional().describe("When it is to be done by."),
  status: field
    .oneOf(["not started", "under way", "done", "stopped"])
    .describe("What the council says of it; whether it is overdue is worked out."),
  saidBy: field.text().optional().describe("Who says so, by role, where that is not the owner."),
  progress: field
    .optionalList(
      z.strictObject({
        date: field.date().describe("The day it was reported."),
        text: field.text().describe("What was reported."),
        source: field.paperReference().optional().describe("Where it was reported."),
      }),
    )
    .describe("What has been reported of it, oldest first."),
});
export type Action = z.output<typeof action>;

export const reading = z.strictObject({
  date: field.date().describe("The last day that the figure covers."),
  value: field.decimal().describe("The figure."),
  source: field.paperReference().optional().describe("The paper, and paragraph, that reported it."),
});
export type Reading = z.output<typeof reading>;

export const measure = z.strictObject({
  id: field.shortName().describe("A short name, unlike any other measure's, that never changes."),
  title: field.text().describe("What is measured."),
  unit: field.text().describe("`%`, or what is counted, such as `cases` or `working days`."),
  direction: field.oneOf(["higher is better", "lower is better"]).describe("Which way is better."),
  baseline: z
    .strictObject({ value: field.decimal().describe("The figure."), date: field.date().describe("The day it is of.") })
    .optional()
    .describe("Where it began."),
  target: z
    .strictObject({
      value: field.decimal().describe("The figure."),
      by: field.date().describe("When it is to be reached."),
    })
    .optional()
    .describe("Where it should be, and when."),
  actions: field.optionalList(field.shortName()).describe("The actions of this plan that it measures."),
  readings: field.list(reading).describe("The figures, oldest first."),
});
export type Measure = z.output<typeof measure>;

export const plan = z.strictObject({
  $schema: field.text().optional().describe("Where an editor finds the rules for this file."),
  title: field.text().describe("The plan's title."),
  kind: field.oneOf(["improvement", "recovery", "statement of action"]).describe("What sort of plan."),
  inspection: field.shortName().describe("The inspection it answers."),
  version: field.text().describe("The version, such as `1.0`."),
  status: field.oneOf(["draft", "endorsed", "submitted"]).describe("How far it has come."),
  endorsed: z
    .strictObject({
      meeting: field.text().describe("The meeting, by its folder's name."),
      minute: field.text().describe("The minute's number."),
      resolution: field.text().describe("The resolution's letter."),
    })
    .optional()
    .describe("The resolution that endorsed it."),
  summary: field.text().describe("What it is for, in a sentence."),
  owner: field.text().describe("The officer, by role, who answers for it."),
  updated: field.date().describe("The day these figures were brought up to date."),
  reportsTo: field.optionalList(field.shortName()).describe("The committees that are told of its progress."),
  actions: field.list(action).describe("What will be done."),
  measures: field.optionalList(measure).describe("How anybody can tell whether it works."),
});
export type Plan = z.output<typeof plan>;
