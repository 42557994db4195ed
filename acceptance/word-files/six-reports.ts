/**
 * Six reports as they reach a democratic services officer of the sample council for one meeting of Cabinet: on the council's own
 * template and not, with headings and without, with a table that has merged cells, with changes still tracked. Used by the test
 * that takes them from Word to an agenda.
 */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import { bold, bullet, cabinetForm, heading, numbered, section, table, text, wordFile } from "./report-parts.ts";

/** The smallest picture there is: one grey point. */
export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

export interface SentReport {
  readonly file: string;
  readonly bytes: () => Promise<Uint8Array>;
}

const DATE = "14 DECEMBER 2026";
const INSERTED = { id: 1, author: "An officer", date: "2026-11-18T09:00:00Z" };

export const SIX_REPORTS: readonly SentReport[] = [
  { file: "Improvement plan Q2 report FINAL v3.docx", bytes: improvementPlan },
  { file: "Agency costs note.docx", bytes: agencyCosts },
  { file: "Vacancies_monthly.docx", bytes: vacancies },
  { file: "Budget monitoring to end October.docx", bytes: budget },
  { file: "Annexe lease (tracked).docx", bytes: lease },
  { file: "Early help strategy.docx", bytes: earlyHelp },
];

function improvementPlan(): Promise<Uint8Array> {
  return wordFile([
    ...cabinetForm({
      item: "5",
      date: DATE,
      members: "Councillor Jo Mbeki, Cabinet Member for Children and Families",
      officer: "Sam Adeyemi, Director of Children's Services",
      phone: "01555 010 360",
      title: "IMPROVEMENT PLAN: SECOND QUARTERLY REPORT",
      from: "Director of Children's Services",
      deadline: "N/A",
      recommendations: [
        "That Cabinet notes progress with the improvement plan to the end of November 2026 and agrees that the plan be revised in the new year.",
      ],
    }),
    section("ORIGIN OF REPORT"),
    numbered("Cabinet asked on 13 July 2026 for a report on the improvement plan every quarter. This is the second."),
    section("PURPOSE AND REASON FOR REPORT"),
    numbered("The purpose of this report is to say what has been done since September, and what has not."),
    numbered(
      "It is for Cabinet to consider under its Terms of Reference No. 3.2.10, which covers responses to inspections.",
    ),
    section("TIMESCALE"),
    table([["Is this a Major Policy Item/Statutory Plan?", "NO"]]),
    section("PROGRESS"),
    numbered("Two actions are done, three are under way and one has not begun. In November:"),
    bullet("212 cases had been audited, and five audits led to further work with a family"),
    bullet("the duty team moved into one room with the police’s referral unit"),
    numbered("The Director asks members to note two things:"),
    numbered("the target for assessments, 80 per cent, has not been met; and", 2),
    numbered("repeat referrals stand at 25 per cent:", 2),
    numbered("24 per cent among children under five; and", 3),
    numbered("27 per cent among the rest.", 3),
    section("REASONS FOR RECOMMENDATIONS"),
    numbered("The plan was written in July, before the review of repeat referrals. Its dates no longer fit the work."),
    section("IMPLICATIONS"),
    numbered("There are no new costs. The Monitoring Officer has no comment."),
    section("BACKGROUND DOCUMENTS"),
    text("Used to prepare this report, in accordance with the Local Government (Access to Information) Act 1985:"),
    bullet("Improvement plan, version 1.0;"),
    bullet("Review of repeat referrals, Holmeshire County Council, October 2026."),
  ]);
}

function agencyCosts(): Promise<Uint8Array> {
  return wordFile([
    heading("What agency social workers cost", 1),
    heading("Why members asked", 2),
    text(
      "On 28 September 2026 Councillor Seaton-Hall asked for a note on what agency social workers cost, post by post.",
    ),
    heading("The cost of each post", 2),
    text("Table 1: agency posts in November 2026"),
    table(
      [
        ["Team", { words: "Posts", isRight: true }, { words: "Cost a month (£)", isRight: true }],
        ["Duty and assessment", { words: "6", isRight: true }, { words: "41,800", isRight: true }],
        ["Looked-after children", { words: "3", isRight: true }, { words: "20,700", isRight: true }],
        ["Total", { words: "9", isRight: true }, { words: "62,500", isRight: true }],
      ],
      1,
    ),
    heading("What filling the posts would save", 2),
    text(
      "An employed social worker costs £4,900 a month with pension. Nine posts filled would save £18,400 a month. ",
      new ExternalHyperlink({
        link: "https://www.fenmarsh.example/jobs",
        children: [new TextRun({ text: "Vacancies are listed on the council’s site", style: "Hyperlink" })],
      }),
      ".",
    ),
  ]);
}

function vacancies(): Promise<Uint8Array> {
  return wordFile([
    text(bold("Publishing vacancies each month")),
    text(bold("Background")),
    text("Council asked Cabinet on 21 October 2026 to consider publishing each month how many posts are vacant."),
    text(bold("What would be published")),
    text(
      "The number of posts, the number vacant and the number filled by agency workers, on the last day of the month.",
    ),
    table([
      ["Posts", "84"],
      ["Vacant", "17"],
      ["Filled by agency workers", "9"],
    ]),
    text(bold("Cost")),
    text("None. The figures are kept already."),
  ]);
}

function budget(): Promise<Uint8Array> {
  const money = (words: string) => ({ words, isRight: true });
  return wordFile(
    [
      ...cabinetForm({
        item: "TBC",
        date: DATE,
        members: "Councillor Tom Ashdown, Cabinet Member for Finance",
        officer: "Head of Finance",
        phone: "01555 010 220",
        title: "BUDGET MONITORING TO THE END OF OCTOBER 2026",
        from: "Director of Finance",
        deadline: "None",
        recommendations: [
          "That Cabinet:",
          "notes the forecast for the year in table 1; and",
          "approves the transfer of £0.4 million from the pay reserve.",
        ],
      }),
      section("THE FORECAST"),
      numbered([
        new TextRun("The forecast for the year is £169.3 million, £0.9 million over the budget."),
        new FootnoteReferenceRun(1),
      ]),
      text("Table 1: forecast by service, £ million"),
      table(
        [
          [
            { words: "Service", down: 2 },
            { words: "This year", across: 2 },
            { words: "Difference", down: 2 },
          ],
          ["Budget", "Forecast"],
          ["Children's services", money("52.1"), money("53.2"), money("1.1")],
          ["Adult social care", money("61.7"), money("61.6"), money("-0.1")],
          ["All other services", money("54.6"), money("54.5"), money("-0.1")],
          ["Total", money("168.4"), money("169.3"), money("0.9")],
        ],
        2,
      ),
      text(""),
      section("WHAT COULD CHANGE IT"),
      numbered("The pay award was settled at 3.2 per cent, which costs £0.13 million more than was planned."),
      numbered("4.5 million pounds of grant is not yet certain."),
      section("BACKGROUND DOCUMENTS"),
      text("None"),
    ],
    {
      footnotes: {
        1: { children: [new Paragraph("The transfer of £0.9 million agreed on 28 September is counted in.")] },
      },
    },
  );
}

function lease(): Promise<Uint8Array> {
  const document = new Document({
    creator: "Property Services",
    comments: {
      children: [{ id: 0, author: "An officer", children: [new Paragraph("Is this figure final?")] }],
    },
    features: { trackRevisions: true },
    sections: [
      {
        children: [
          heading("Lease of the annexe", 1),
          heading("The proposal", 2),
          new Paragraph({
            children: [
              new TextRun("The second floor of the annexe would be let for "),
              new DeletedTextRun({ text: "five", ...INSERTED }),
              new InsertedTextRun({ text: "seven", ...INSERTED, id: 2 }),
              new TextRun(" years at "),
              new CommentRangeStart(0),
              new TextRun("£38,000"),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new TextRun(" a year."),
            ],
          }),
          heading("The tenant", 2),
          text("A housing charity that works in the borough. It would pay for its own repairs."),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function earlyHelp(): Promise<Uint8Array> {
  return wordFile([
    heading("Early help strategy: draft for consultation", 1),
    heading("What it is", 2),
    text("Families should get help before a concern becomes a referral. The strategy says who gives it, and where."),
    new Paragraph({
      children: [
        new ImageRun({
          type: "png",
          data: PICTURE,
          transformation: { width: 300, height: 160 },
          altText: {
            name: "steps",
            title: "",
            description: "Three steps from left to right: a family hub, a family support worker, a referral.",
          },
        }),
      ],
    }),
    heading("Who was asked", 2),
    text("From 5 to 23 October 2026, 214 people answered. Of these, 61% were parents."),
    heading("What comes next", 2),
    text("The consultation would run for six weeks from 4 January 2027."),
  ]);
}
