/** Every kind of file that officers write, with its schema: what docs/content.md and the editors' schemas are made from. */
import type { z } from "zod";
import { agenda } from "./agenda.ts";
import { committee } from "./committee.ts";
import { councilSettings } from "./council-settings.ts";
import { decision } from "./decision.ts";
import { forwardPlanEntry } from "./forward-plan.ts";
import { inspection } from "./inspection.ts";
import { matter } from "./matter.ts";
import { meeting } from "./meeting.ts";
import { member } from "./member.ts";
import { minutes } from "./minutes.ts";
import { page } from "./page.ts";
import { plan } from "./plan.ts";
import { report } from "./report.ts";
import { reportTemplate } from "./report-template.ts";
import { wordImport } from "./word-import.ts";

export interface KindOfFile {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  /** What it is, in a clerk's sentence. */
  readonly about: string;
  readonly body: string;
  readonly schema: z.ZodType;
}

const NO_BODY = "None.";

export const KINDS_OF_FILE: readonly KindOfFile[] = [
  {
    name: "council",
    title: "The council",
    file: "data/council.json",
    about: "What is true of the council as a whole.",
    body: NO_BODY,
    schema: councilSettings,
  },
  {
    name: "committee",
    title: "A committee",
    file: "content/committees/<committee>.md",
    about: "A body that meets, what it may decide and who has sat on it.",
    body: "More about the committee, for residents.",
    schema: committee,
  },
  {
    name: "member",
    title: "A member",
    file: "content/members/<member>.md",
    about: "A councillor or co-opted person.",
    body: "A few sentences about them, if wanted.",
    schema: member,
  },
  {
    name: "meeting",
    title: "A meeting",
    file: "content/meetings/<year>/<meeting>/meeting.md",
    about: "When and where a meeting is. This file is public as soon as it is there.",
    body: "Notes on attending.",
    schema: meeting,
  },
  {
    name: "agenda",
    title: "An agenda",
    file: "content/meetings/<year>/<meeting>/agenda.md",
    about: "The items of one meeting, in order.",
    body: NO_BODY,
    schema: agenda,
  },
  {
    name: "report",
    title: "A report",
    file: "content/meetings/<year>/<meeting>/<report>.md",
    about: "What an officer writes for an item of the agenda.",
    body: "The report, in Markdown.",
    schema: report,
  },
  {
    name: "minutes",
    title: "Minutes",
    file: "content/meetings/<year>/<meeting>/minutes.md",
    about: "Who was there and what was resolved and asked for.",
    body: "The narrative: a heading for every minute, with its number (`## 41. Inspection of safeguarding`).",
    schema: minutes,
  },
  {
    name: "inspection",
    title: "An inspection",
    file: "content/inspections/<inspection>.md",
    about: "What inspectors judged and found.",
    body: "The council's summary.",
    schema: inspection,
  },
  {
    name: "plan",
    title: "A plan",
    file: "data/plans/<plan>.json",
    about: "The progress data: actions, and measures with their readings.",
    body: NO_BODY,
    schema: plan,
  },
  {
    name: "endorsed-plan",
    title: "A plan as it was endorsed",
    file: "data/plans/endorsed/<plan>.json",
    about: "The version of a plan that a meeting endorsed, kept by `npm run endorse` and never edited.",
    body: NO_BODY,
    schema: plan,
  },
  {
    name: "matter",
    title: "A matter",
    file: "content/matters/<matter>.md",
    about: "One subject followed across meetings.",
    body: "Its story.",
    schema: matter,
  },
  {
    name: "decision",
    title: "A decision",
    file: "content/decisions/<year>/<decision>/decision.md",
    about:
      "A decision by one cabinet member or an officer. It is read and checked; pages for decisions are still to come.",
    body: "More about it.",
    schema: decision,
  },
  {
    name: "forward-plan",
    title: "A forward plan entry",
    file: "content/forward-plan/<entry>/entry.md",
    about: "Notice of a decision that is coming, public once it is issued: npm run issue -- forward-plan/<entry>.",
    body: "More about it.",
    schema: forwardPlanEntry,
  },
  {
    name: "page",
    title: "A page",
    file: "content/pages/<page>.md",
    about: "About, the accessibility statement, and whatever else the council wants to say.",
    body: "The page.",
    schema: page,
  },
  {
    name: "report-template",
    title: "A report template",
    file: "data/report-templates/<template>.json",
    about: "How the form at the head of the council's own Word reports is read. `import` uses it; no page shows it.",
    body: NO_BODY,
    schema: reportTemplate,
  },
  {
    name: "word-import",
    title: "The import of a Word file",
    file: "data/imports/<meeting>/<report>.json",
    about: "What became of a Word file when it was brought in. `import` writes it; nobody needs to.",
    body: NO_BODY,
    schema: wordImport,
  },
];
