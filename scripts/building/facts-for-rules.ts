/** Every fact that rules ask of all meetings, and that drafts are admitted by. A new fact is one line here. Used by works.ts. */
import type { Fact } from "../asking/around.ts";
import { atAGlance, papersIssued } from "../check/at-a-glance.ts";
import { businessOfMeeting } from "../check/business-now.ts";
import { hasDrafts } from "../check/due-follow-ups.ts";
import { asksFor } from "../check/follow-ups.ts";
import { nameOf } from "../check/names-known.ts";
import { followUpsOfDraft } from "../check/unique-ids.ts";
import type { CouncilMeeting } from "../model/council.ts";
import { PAPERS } from "./present-questions.ts";

export const FACTS_FOR_RULES: readonly Fact<CouncilMeeting, unknown>[] = [
  nameOf,
  hasDrafts,
  businessOfMeeting,
  asksFor,
  followUpsOfDraft,
  PAPERS,
  atAGlance,
  papersIssued,
];
