/** Every fact that pages ask of all meetings. A new fact is one line here; building/ works them out when a meeting changed. */
import type { PublicMeeting } from "../access/public-council.ts";
import type { Fact } from "../asking/around.ts";
import { lastAct } from "./facts/acts.ts";
import { approves } from "./facts/approvals.ts";
import { chainEnd } from "./facts/chains.ts";
import { decided } from "./facts/decided.ts";
import { business } from "./facts/follow-up-states.ts";
import { meetingRow } from "./facts/meeting-row.ts";
import { membersNamed } from "./facts/members-named.ts";
import { papersShown } from "./facts/papers-shown.ts";
import { threadOfMeeting } from "./thread/reports.ts";

export const FACTS_FOR_PAGES: readonly Fact<PublicMeeting, unknown>[] = [
  meetingRow,
  papersShown,
  business,
  decided,
  approves,
  membersNamed,
  chainEnd,
  lastAct,
  threadOfMeeting,
];
