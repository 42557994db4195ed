/** `meeting.md`: when and where a meeting is, which is public as it stands, long before there is an agenda. */
import { z } from "zod";
import * as field from "./fields.ts";

export const meeting = z.strictObject({
  committee: field.shortName().describe("The committee, by the name of its file in content/committees/."),
  kind: field
    .oneOf(["ordinary", "extraordinary", "annual"])
    .default("ordinary")
    .describe("What sort of meeting it is."),
  date: field.date().describe("The day it is on now. The folder keeps the day first set, for ever."),
  time: field.time().describe("When it starts."),
  duration: field.text().optional().describe("How long it should take, such as `about 2 hours`."),
  place: z
    .strictObject({
      name: field.text().describe("The room and the building."),
      address: field.text().optional().describe("The street and postcode."),
      access: field.text().optional().describe("How to get in without steps, and what there is for hearing."),
    })
    .describe("Where it is."),
  status: field
    .oneOf(["scheduled", "moved", "cancelled", "inquorate", "adjourned", "reconvened", "held"])
    .default("scheduled")
    .describe("What has become of it."),
  because: field.text().optional().describe("Why it was moved, cancelled or adjourned, for the public to read."),
  shorterNotice: z
    .strictObject({
      convened: field.dateTime().describe("When it was convened; its agenda and reports are open from then."),
      because: field.text().describe("Why it could not wait, for the public to read."),
    })
    .optional()
    .describe("For a meeting convened at shorter notice than the law's clear days."),
  watch: z
    .strictObject({
      text: field.text().describe("What it says, such as `Live from 6.25pm`."),
      address: field.webAddress().describe("Where it is."),
    })
    .optional()
    .describe("Where to watch it."),
  ask: field.text().optional().describe("How and until when a resident can ask a question."),
});
export type Meeting = z.output<typeof meeting>;
