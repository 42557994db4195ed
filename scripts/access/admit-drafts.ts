/**
 * Makes the PublicCouncil of an officer's own preview: what was issued, with drafts in place of it where they differ,
 * each marked as a draft. Nothing restricted enters here either.
 */
import type { Council, CouncilMeeting, Document, ForwardPlan, Papers } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { Admission, admitCouncil } from "./admit.ts";
import { admitAct } from "./admit-acts.ts";
import { admitSnapshots, imagesOf, inAgendaOrder } from "./admit-issued.ts";
import { type Present, presentOf } from "./present.ts";
import {
  NO_PAGES,
  type PublicAgenda,
  type PublicCouncil,
  type PublicForwardPlan,
  type PublicMeeting,
  type PublicPaper,
} from "./public-council.ts";
import { atVersionAddress } from "./versions.ts";

/** The preview's council; and, of a council whose drafts were narrowed to one act, what its pack is printed from. */
export function draftCouncil(council: Council): PublicCouncil {
  return councilOfDrafts(council, (meeting, document) => !isAsIssued(meeting, document));
}

/** What an act of issuing prints: every draft that the council still has, as a new version, whatever was issued before. */
export function councilToIssue(council: Council): PublicCouncil {
  return councilOfDrafts(council, () => true);
}

/** One meeting of that; null where its committee cannot be read. */
export function meetingToIssue(now: Present, meeting: CouncilMeeting, admission: Admission): PublicMeeting | null {
  return admitMeeting(now, meeting, admission, () => true);
}

/** Whether a draft is to be shown in the place of what was issued. */
type IsNew = (meeting: CouncilMeeting, document: { readonly id: string; readonly hash: string }) => boolean;

/**
 * Whether a draft is as it was last issued. Records keep the hash of what was withdrawn too, so a draft that is still the
 * same is not shown as a new one.
 */
function isAsIssued({ issued }: CouncilMeeting, { id, hash }: { readonly id: string; readonly hash: string }): boolean {
  const last = issued.findLast(({ record }) => record.files[`${id}.md`] !== undefined);
  return last?.record.files[`${id}.md`] === hash;
}

function councilOfDrafts(council: Council, isNew: IsNew): PublicCouncil {
  const admission = new Admission(council.root);
  const now = presentOf(council);
  const meetings = council.meetings.flatMap((meeting) => admitMeeting(now, meeting, admission, isNew) ?? []);
  const forwardPlan = council.forwardPlan.flatMap((entry) => draftEntry(entry, admission) ?? []);
  return admitCouncil(council, "draft", admission, meetings, forwardPlan);
}

/** One meeting as the preview shows it; null where its committee cannot be read. */
export function draftMeeting(now: Present, meeting: CouncilMeeting, admission: Admission): PublicMeeting | null {
  return admitMeeting(now, meeting, admission, (of, document) => !isAsIssued(of, document));
}

function admitMeeting(now: Present, meeting: CouncilMeeting, admission: Admission, isNew: IsNew): PublicMeeting | null {
  const issued = admitSnapshots(meeting, admission);
  const committee = issued.committee ?? now.committee(meeting.living.value.committee);
  const { drafts } = meeting;
  if (!committee) return null;
  const base = {
    id: meeting.id,
    living: admission.document(meeting.living),
    packs: issued.packs,
    minutesToApprove: issued.minutesToApprove,
    acts: issued.acts,
    tombstones: issued.tombstones,
    committee,
  };
  if (!drafts)
    return { ...base, agenda: issued.agenda, papers: issued.papers, minutes: issued.minutes, isDraft: false };

  const agenda: PublicAgenda | null =
    drafts.agenda && drafts.agenda.value.access === "public" && isNew(meeting, drafts.agenda)
      ? {
          value: drafts.agenda.value,
          issuedAt: null,
          firstIssuedAt: issued.agenda?.firstIssuedAt ?? null,
          reason: null,
          earlier: issued.agenda ? [...issued.agenda.earlier, issued.agenda] : [],
        }
      : issued.agenda;
  const changed = drafts.reports.filter((report) => report.value.access === "public" && isNew(meeting, report));
  const papers = new Map(issued.papers.map((paper) => [paper.id, paper]));
  for (const report of changed)
    papers.set(report.id, draftPaper(now, meeting, drafts, report, admission, papers.get(report.id)));
  const draftMinutes =
    drafts.minutes?.value.access === "public" && isNew(meeting, drafts.minutes) ? drafts.minutes : null;
  const minutes = draftMinutes
    ? draftPaper(now, meeting, drafts, draftMinutes, admission, issued.minutes ?? undefined)
    : issued.minutes;
  const stands = (id: string) => papers.has(id) || (id === "minutes" && minutes !== null);
  const tombstones = issued.tombstones.map((stone) => ({ ...stone, isReissued: stands(stone.id) }));
  const isDraft = agenda?.issuedAt === null || changed.length > 0 || draftMinutes !== null;
  return { ...base, agenda, papers: inAgendaOrder([...papers.values()], agenda), minutes, tombstones, isDraft };
}

/** An entry's notices as they were issued, and the draft after them where it differs. */
export function draftEntry({ id, draft, issued }: ForwardPlan, admission: Admission): PublicForwardPlan | null {
  const notices: PublicForwardPlan["notices"][number][] = issued.map(({ entry, record }) => ({
    issuedAt: record.issuedAt,
    value: entry.value,
    document: admission.document(entry),
  }));
  if (draft?.value.access === "public" && draft.hash !== issued.at(-1)?.entry.hash)
    notices.push({ issuedAt: null, value: draft.value, document: admission.document(draft) });
  return notices.length > 0 ? { id, notices, acts: issued.map(admitAct) } : null;
}

function draftPaper<Value extends Report | Minutes>(
  now: Present,
  meeting: CouncilMeeting,
  drafts: Papers,
  document: Document<Value>,
  admission: Admission,
  before: PublicPaper<Value> | undefined,
): PublicPaper<Value> {
  const appendices = "appendices" in document.value ? document.value.appendices : [];
  return {
    ...admission.document(document),
    issuedAt: null,
    issuedAs: null,
    issuedIn: null,
    version: (before?.version ?? 0) + 1,
    firstIssuedAt: before?.firstIssuedAt ?? null,
    reason: null,
    earlier: before ? [...before.earlier, { ...atVersionAddress(before), earlier: [] }] : [],
    names: null,
    pages: null,
    pdf: null,
    pageMap: NO_PAGES,
    appendices: appendices.flatMap(({ id, title, file, access }) => {
      const attachment = drafts.attachments.get(file);
      return attachment && access === "public"
        ? [
            {
              id,
              title,
              pages: null,
              isAccessible: attachment.pdf?.isTagged ?? true,
              file: attachment.file,
              bytes: attachment.bytes,
              address: file,
              hash: attachment.hash,
            },
          ]
        : [];
    }),
    images: imagesOf(document, drafts.attachments, meeting.folder),
    limbs: null,
    measures: now.measures(document.outline.charts.map(({ measure }) => measure)),
  };
}
