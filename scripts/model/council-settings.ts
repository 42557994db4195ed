/** `data/council.json`: what is true of the council as a whole. */
import { z } from "zod";
import * as field from "./fields.ts";
import { ISSUE_KINDS } from "./record.ts";

export const councilSettings = z.strictObject({
  $schema: field.text().optional().describe("Where an editor finds the rules for this file."),
  name: field.text().describe("The council's full name, as residents know it."),
  shortName: field.text().optional().describe("The name in running text, such as `Fenmarsh`."),
  strapline: field.text().optional().describe("One sentence for the home page about what stands here."),
  jurisdiction: field.oneOf(["england", "wales", "scotland", "english-parish"]).describe("Whose law sets the clocks."),
  timeZone: field.timeZone().default("Europe/London").describe("The zone of every date and time in these files."),
  language: field.language().default("en").describe("The language that papers are in unless they say another."),
  website: field.webAddress().optional().describe("Where this site will stand, for feeds and the sitemap."),
  address: field.list(field.text()).describe("The postal address, a line each."),
  phone: field.text().describe("The number to ring about meetings."),
  email: field.email().describe("The address to write to about meetings."),
  accessibleFormats: field
    .text()
    .optional()
    .describe(
      "How to have papers on paper, in large print, in braille or in another form, for every meeting's page; left out, that one may ask.",
    ),
  office: field.text().optional().describe("When the offices are open for reading papers."),
  standingOrders: z
    .strictObject({
      closedDays: field
        .optionalList(
          z.strictObject({
            date: field.date().describe("The day."),
            why: field.text().describe("Why it is left out, such as `Offices closed`."),
          }),
        )
        .describe("Days that are not counted as clear days, beside weekends and bank holidays."),
      officeCloses: field
        .time()
        .optional()
        .describe("When the office closes, if papers posted later count from the next working day."),
      urgentBusiness: field
        .text()
        .optional()
        .describe("The standing order under which full council takes urgent business, such as `standing order 14.2`."),
      longNotice: field
        .oneOf(["calendar", "working"])
        .default("calendar")
        .describe(
          "How the 28 clear days of a key decision or a private meeting are counted: calendar or working days.",
        ),
    })
    .optional()
    .describe("What the council's own standing orders add to the law's clocks."),
  colours: z
    .strictObject({
      light: field.colour().describe("The council's colour on a white page; it must stand out from it at 4.5 to 1."),
      dark: field.colour().describe("The same for the dark page."),
    })
    .describe("The one colour, used for where a reader can go."),
  licence: z
    .strictObject({
      name: field.text().describe("What the licence is called."),
      statement: field.text().describe("The sentence that stands on every page."),
    })
    .describe("The open licence that the public papers are under."),
  sample: z
    .strictObject({
      now: field.dateTime().describe("What the clock says in the sample, so that it always looks the same."),
      issued: field
        .list(
          z.strictObject({
            meeting: field.text().describe("The meeting's folder name, or `forward-plan/` and an entry's."),
            kind: field.oneOf(ISSUE_KINDS).describe("What was issued."),
            at: field.dateTime().describe("When it was issued."),
            papers: field.optionalList(field.shortName()).describe("For a supplement: the papers in it."),
            reason: field.text().optional().describe("For a revision and the like: why."),
          }),
        )
        .describe("Every act of issuing, in order, for `npm run sample` to make again."),
    })
    .optional()
    .describe("Only for the sample council that comes with Clear Days; a real council leaves it out."),
});
export type CouncilSettings = z.output<typeof councilSettings>;
