/** `data/plans/<plan>.json`: the progress data, actions and measures with their readings. */
import { z } from "zod";
import * as field from "./fields.ts";

const ACTION_STATUSES = ["not started", "under way", "done", "stopped"] as const;

/** What was said of an action on one day: the last that gives a status is where it stands. */
export const progress = z.strictObject({
  date: field.date().describe("The day it was said."),
  status: field.oneOf(ACTION_STATUSES).optional().describe("Where it stood then; whether it is overdue is worked out."),
  text: field.text().describe("What was said of it."),
  saidBy: field.text().optional().describe("Who said it, by role, where that is not the owner."),
  for: field
    .oneOf(["the council", "a committee", "inspectors"])
    .default("the council")
    .describe("For whom they said it; what inspectors confirmed weighs more than what the council says of itself."),
  source: field.paperReference().optional().describe("Where it is written."),
});
export type ProgressEntry = z.output<typeof progress>;

export const action = z.strictObject({
  id: field.shortName().describe("A short name that never changes."),
  title: field.text().describe("What will be done."),
  findings: field
    .optionalList(field.text())
    .describe("The findings it answers, as `2026-safeguarding/management-oversight`."),
  owner: field.text().optional().describe("The officer, by role, who answers for it; left out where nobody does yet."),
  start: field.date().optional().describe("When work began or is to begin."),
  due: field.date().optional().describe("When it is to be done by."),
  progress: field.optionalList(progress).describe("What has been said of it, oldest first."),
  evidence: field
    .optionalList(
      z.strictObject({
        text: field.text().describe("What it shows."),
        source: z.union([field.paperReference(), field.webAddress()]).describe("The paper, or the address on the web."),
      }),
    )
    .describe("Where anybody can see for themselves that it was done."),
});
export type Action = z.output<typeof action>;

export const reading = z.strictObject({
  date: field.date().describe("The last day that the figure covers."),
  value: field.decimal().describe("The figure."),
  approximate: field.yesNo().default(false).describe("Whether it is about right and not exact."),
  source: field.paperReference().optional().describe("The paper, and paragraph, that reported it."),
  revisions: field
    .optionalList(
      z.strictObject({
        value: field.decimal().describe("The figure that stood here before."),
        approximate: field.yesNo().optional().describe("Whether it was about right and not exact."),
        source: field
          .paperReference()
          .optional()
          .describe("The paper that reported it, where another reports the new one."),
        on: field.date().describe("The day it was changed."),
        because: field.text().describe("Why."),
      }),
    )
    .describe("Figures of this day that were published and changed since, oldest first."),
});
export type Reading = z.output<typeof reading>;

const FREQUENCIES = ["monthly", "quarterly", "half-yearly", "yearly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const measure = z.strictObject({
  id: field.shortName().describe("A short name, unlike any other measure's, that never changes."),
  title: field.text().describe("What is measured."),
  unit: field.text().describe("`%`, or what is counted, such as `cases` or `working days`."),
  direction: field.oneOf(["higher is better", "lower is better"]).describe("Which way is better."),
  frequency: field.oneOf(FREQUENCIES).optional().describe("How often there is to be a figure."),
  countsPeople: field
    .yesNo()
    .optional()
    .describe("Whether it counts people, or cases about them, who could be known from a small number."),
  smallNumbers: z
    .strictObject({
      decidedBy: field.text().describe("Who decided, by role."),
      on: field.date().describe("When."),
      because: field.text().describe("Why nobody can be known from them, or why they are published all the same."),
    })
    .optional()
    .describe("The decision to publish counts of one to four; without it they are withheld."),
  rating: z
    .strictObject({
      is: field.oneOf(["green", "amber", "red"]).describe("The rating."),
      because: field.text().describe("Why it is not left to the rule."),
      saidBy: field.text().describe("Who rates it so, by role."),
      on: field.date().describe("When."),
    })
    .optional()
    .describe("A rating by hand, which stands beside the one that is worked out."),
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
      version: field.text().optional().describe("The version that was endorsed."),
      hash: field
        .text()
        .regex(/^[0-9a-f]{64}$/, "must be 64 digits and letters from a to f, as `npm run endorse` writes it")
        .optional()
        .describe("SHA-256 of that version, kept in `data/plans/endorsed/`; `npm run endorse` writes both."),
    })
    .optional()
    .describe("The resolution that endorsed it, and the version it endorsed."),
  submitted: z
    .strictObject({
      to: field.text().describe("To whom."),
      on: field.date().describe("When."),
      source: z
        .union([field.paperReference(), field.webAddress()])
        .optional()
        .describe("Where that is written: a paper, or an address on the web."),
    })
    .optional()
    .describe("When it was sent to inspectors or a department."),
  summary: field.text().describe("What it is for, in a sentence."),
  owner: field.text().describe("The officer, by role, who answers for it."),
  updated: field.date().describe("The day these figures were brought up to date."),
  reportsTo: field.optionalList(field.shortName()).describe("The committees that are told of its progress."),
  actions: field.list(action).describe("What will be done."),
  measures: field.optionalList(measure).describe("How anybody can tell whether it works."),
});
export type Plan = z.output<typeof plan>;
