/**
 * What a clerk issues, revises and withdraws, without printing: snapshots such as `issue` writes, appended by the same
 * function, with stand-ins for their PDFs and pages that are made up in order. Listed in edits.ts.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { standInPdf } from "../bench/stand-in-pdf.ts";
import { loadCouncil } from "../load/council.ts";
import { type Council, type CouncilMeeting, type Document, memberName } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import { type IssueKind, type IssueRecord, NUMBERED_ON } from "../model/record.ts";
import type { Report } from "../model/report.ts";
import { largePrintName, packName, paperPdfName } from "../packs/pack-names.ts";
import { appendSnapshot, json, type SnapshotFiles } from "../record/append-snapshot.ts";
import { issueContext, pageMapFile } from "../record/write-snapshot.ts";
import type { EditedCouncil } from "./edited-council.ts";
import type { PossibleEdit } from "./edits.ts";

type Part = Document<Report> | Document<Minutes>;

interface Act {
  readonly kind: IssueKind;
  readonly meeting: CouncilMeeting;
  readonly parts: readonly Part[];
}

export const EDITS_OF_ISSUE: readonly PossibleEdit[] = [
  {
    name: "issue an agenda",
    make: (council) =>
      issuing(council, "agenda", (meeting) =>
        meeting.issued.length === 0 && meeting.drafts?.agenda
          ? publicReports(meeting).filter(({ id }) => onAgenda(meeting).has(id))
          : null,
      ),
  },
  {
    name: "issue a supplement",
    make: (council) =>
      issuing(council, "supplement", (meeting) =>
        someOf(
          publicReports(meeting).filter(({ id }) => onAgenda(meeting).has(id) && hashIssued(meeting, id) === null),
        ),
      ),
  },
  {
    name: "issue a revision of what changed",
    make: (council) =>
      issuing(council, "revision", (meeting) =>
        someOf(publicReports(meeting).filter(({ id, hash }) => ![null, hash].includes(hashIssued(meeting, id)))),
      ),
  },
  {
    name: "change a report that was issued, and issue its revision",
    make: (council) => {
      const report = council.oneOf(/^content\/meetings\/\d{4}\/[^/]+\/issued\/1\/(?!minutes|agenda)[^/]+\.md$/);
      const draft = report?.replace("/issued/1", "");
      if (!draft || !council.has(draft)) return null;
      council.edit(draft, (_, body) => `${body}\n\nCorrected: the ${council.word()}.\n`);
      return issuing(council, "revision", (meeting) =>
        someOf(publicReports(meeting).filter(({ id, hash }) => ![null, hash].includes(hashIssued(meeting, id)))),
      );
    },
  },
  {
    name: "issue minutes",
    make: (council) =>
      issuing(council, "minutes", ({ drafts, issued }) =>
        drafts?.minutes && issued.length > 0 && !issued.some(({ record }) => record.kind === "minutes")
          ? [drafts.minutes]
          : null,
      ),
  },
  {
    name: "withdraw a report",
    make: withdrawn,
  },
  {
    name: "issue a notice of the forward plan",
    make: (council) => {
      const loaded = councilOf(council);
      const entry = loaded?.forwardPlan.find(({ draft }) => draft !== null);
      if (!loaded || !entry?.draft) return null;
      const { folder, issued } = appendSnapshot(
        { ...loaded, now: laterOf(loaded.now, entry.issued) },
        { address: `forward-plan/${entry.id}`, folder: entry.folder, issued: entry.issued },
        new Map([["entry.md", council.text(entry.draft.file)]]),
        { ...PLAIN, kind: "notice", reason: null, pack: null, papers: [] },
      ) && { folder: entry.folder, issued: entry.issued.length + 1 };
      return `${folder}/issued/${issued}`;
    },
  },
];

const PLAIN = { missedClocks: [], withdrawn: [], removed: [], replaces: [] };

function councilOf(council: EditedCouncil): Council | null {
  return loadCouncil(council.root, { drafts: true, now: council.now }).council;
}

function publicReports({ drafts }: CouncilMeeting): Document<Report>[] {
  return (drafts?.reports ?? []).filter(({ value }) => value.access === "public");
}

function onAgenda({ issued, drafts }: CouncilMeeting): Set<string> {
  return new Set(
    issued.length === 0 && !drafts?.agenda ? [] : (drafts?.agenda?.value.items ?? []).flatMap(({ papers }) => papers),
  );
}

/** The hash of a paper as it was last issued; null where it was not, or was withdrawn. */
function hashIssued({ issued }: CouncilMeeting, id: string): string | null {
  const last = issued.findLast(({ record }) => [...record.papers, ...record.withdrawn].some((each) => each.id === id));
  return last?.record.files[`${id}.md`] ?? null;
}

function someOf<Thing>(things: readonly Thing[]): readonly Thing[] | null {
  return things.length === 0 ? null : things;
}

/** Issues a pack at one of the meetings that have something to issue so. */
function issuing(
  council: EditedCouncil,
  kind: IssueKind,
  partsOf: (meeting: CouncilMeeting) => readonly Part[] | null,
): string | null {
  const loaded = councilOf(council);
  const acts = (loaded?.meetings ?? []).flatMap((meeting): Act[] => {
    const isFirst = kind === "agenda";
    const parts = isFirst === (meeting.issued.length === 0) ? partsOf(meeting) : null;
    return parts ? [{ kind, meeting, parts }] : [];
  });
  if (!loaded || acts.length === 0) return null;
  return append(council, loaded, council.draws.pick(acts));
}

function append(council: EditedCouncil, loaded: Council, { kind, meeting, parts }: Act): string {
  const files: SnapshotFiles = new Map();
  const pdf = (file: string, title: string) => {
    const bytes = standInPdf(title, council.draws);
    files.set(file, bytes);
    return { file, address: file, bytes: bytes.length };
  };
  if (kind === "agenda") files.set("agenda.md", council.text(`${meeting.folder}/agenda.md`));
  const charted = new Set(parts.flatMap(({ outline }) => outline.charts.map(({ measure }) => measure)));
  files.set("context.json", json(issueContext(loaded, meeting, charted)));
  const firstPage = NUMBERED_ON.includes(kind) ? lastPage(meeting) + 1 : 1;
  let page = firstPage + 1;
  const papers = parts.map((part): IssueRecord["papers"][number] => {
    const isReport = !part.file.endsWith("/minutes.md");
    const pages = { first: page, last: page };
    page += 1;
    files.set(`${part.id}.md`, council.text(part.file));
    const blocks = Object.fromEntries(part.outline.blocks.map(({ anchor }) => [anchor, pages]));
    const numbers = part.outline.blocks.map(({ anchor, number }) => ({ anchor, number }));
    files.set(pageMapFile(part.id), json({ blocks, numbers }));
    const attached = isReport ? (part as Document<Report>).value.appendices : [];
    const appendices = attached.flatMap((each) => {
      const file = each.access === "public" ? each.file : undefined;
      if (!file || !council.has(`${meeting.folder}/${file}`)) return [];
      files.set(file, council.bytes(`${meeting.folder}/${file}`));
      return [{ id: each.id, file, pages: { first: page, last: page++ }, isAccessible: true }];
    });
    return {
      ...{ id: part.id, kind: isReport ? "report" : "minutes", file: `${part.id}.md`, pages, appendices },
      pdf: isReport ? pdf(paperPdfName(part.id), part.id) : null,
      pageMap: pageMapFile(part.id),
    };
  });
  const sequence = 1 + meeting.issued.filter(({ record }) => record.kind === kind).length;
  const name = packName(kind, sequence);
  if (!name) throw new Error(`No pack is made of ${kind}`);
  const written = appendSnapshot(
    { ...loaded, now: laterOf(loaded.now, meeting.issued) },
    { address: meeting.id, folder: meeting.folder, issued: meeting.issued },
    files,
    {
      ...PLAIN,
      ...{ kind, reason: kind === "revision" ? "A figure was wrong." : null, papers },
      pack: {
        ...pdf(name.address, name.title),
        ...{ title: name.title, firstPage, lastPage: page - 1 },
        largePrint: pdf(largePrintName(name.address), name.title),
      },
    },
  );
  return `${written.folder}, by ${loaded.members.map(({ value }) => memberName(value))[0] ?? "nobody"}`;
}

/** Takes a report back that one pack alone holds: its files go, and its packs have others in their places. */
function withdrawn(council: EditedCouncil): string | null {
  const loaded = councilOf(council);
  const possible = (loaded?.meetings ?? []).flatMap((meeting) =>
    meeting.issued.flatMap((snapshot) =>
      snapshot.papers.reports.flatMap(({ id, value }) => {
        const isOnlyOne =
          meeting.issued.filter(({ record }) => record.papers.some((each) => each.id === id)).length === 1;
        const isFirst = !meeting.issued.some(({ record }) =>
          record.replaces.some((each) => each.snapshot === snapshot.record.number),
        );
        return isOnlyOne && isFirst ? [{ meeting, snapshot, id, item: value.agendaItem }] : [];
      }),
    ),
  );
  if (!loaded || possible.length === 0) return null;
  const { meeting, snapshot, id, item } = council.draws.pick(possible);
  const { record, folder } = snapshot;
  const paper = record.papers.find((each) => each.id === id);
  if (!paper || !record.pack) return null;
  const { number, pack } = record;
  const packs = [
    { file: pack.file, of: "pack" as const },
    ...(pack.largePrint ? [{ file: pack.largePrint.file, of: "large-print" as const }] : []),
  ];
  const own = [
    `${id}.md`,
    paper.pageMap,
    ...(paper.pdf ? [paper.pdf.file] : []),
    ...paper.appendices.map(({ file }) => file),
  ];
  const removed = [...own, ...packs.map(({ file }) => file)].map((file) => ({ snapshot: number, file }));
  const files: SnapshotFiles = new Map([["context.json", json(issueContext(loaded, meeting, new Set()))]]);
  for (const { file } of packs) files.set(`${number}-${file}`, standInPdf(pack.title, council.draws));
  const written = appendSnapshot(
    { ...loaded, now: laterOf(loaded.now, meeting.issued) },
    { address: meeting.id, folder: meeting.folder, issued: meeting.issued },
    files,
    {
      ...PLAIN,
      ...{
        kind: "withdrawal",
        reason: council.draws.happens(50) ? "It named somebody." : null,
        pack: null,
        papers: [],
      },
      withdrawn: [{ id, kind: "report", item: item ?? null }],
      removed,
      replaces: packs.map(({ file, of }) => ({ snapshot: number, file: `${number}-${file}`, of })),
    },
  );
  for (const { file } of removed) rmSync(join(council.root, folder, file));
  return `${id} of ${written.folder}`;
}

function laterOf(now: string, issued: readonly { readonly record: IssueRecord }[]): string {
  const last = issued.at(-1)?.record.issuedAt ?? now;
  return last > now ? last : now;
}

function lastPage({ issued }: CouncilMeeting): number {
  return Math.max(
    0,
    ...issued.map(({ record }) => (NUMBERED_ON.includes(record.kind) ? (record.pack?.lastPage ?? 0) : 0)),
  );
}
