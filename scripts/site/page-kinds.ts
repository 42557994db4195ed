/** Every kind of page there is. A new kind is one file, one template and one line here. */
import type { PageKind } from "./page-kind.ts";
import { calendar } from "./pages/calendar.ts";
import { committee } from "./pages/committee.ts";
import { committees } from "./pages/committees.ts";
import { content } from "./pages/content.ts";
import { decisions } from "./pages/decisions.ts";
import { finding } from "./pages/finding.ts";
import { followUps } from "./pages/follow-ups.ts";
import { forwardPlan, forwardPlanEntry } from "./pages/forward-plan.ts";
import { home } from "./pages/home.ts";
import { inspection } from "./pages/inspection.ts";
import { inspections } from "./pages/inspections.ts";
import { matter } from "./pages/matter.ts";
import { meeting } from "./pages/meeting.ts";
import { meetingRecord } from "./pages/meeting-record.ts";
import { member } from "./pages/member.ts";
import { minutes } from "./pages/minutes.ts";
import { notFound } from "./pages/not-found.ts";
import { packPages } from "./pages/pack-pages.ts";
import { plan } from "./pages/plan.ts";
import { record } from "./pages/record.ts";
import { report } from "./pages/report.ts";
import { tombstone } from "./pages/tombstone.ts";
import { version } from "./pages/version.ts";

export const PAGE_KINDS: readonly PageKind[] = [
  home,
  calendar,
  committees,
  committee,
  meeting,
  report,
  minutes,
  decisions,
  version,
  tombstone,
  packPages,
  meetingRecord,
  member,
  inspections,
  inspection,
  finding,
  plan,
  followUps,
  forwardPlan,
  forwardPlanEntry,
  record,
  matter,
  content,
  notFound,
];
