/** The rules of `check`, in the order they run. A new rule is one file and one line here. */
import { access } from "./access.ts";
import { activePdf } from "./active-pdf.ts";
import { agendaPapers } from "./agenda-papers.ts";
import { attachments } from "./attachments.ts";
import { clocks } from "./clocks.ts";
import { colourContrast } from "./colour-contrast.ts";
import { dateSense } from "./date-sense.ts";
import { discharges } from "./discharges.ts";
import { dueFollowUps } from "./due-follow-ups.ts";
import { endorsedPlan } from "./endorsed-plan.ts";
import { exclusion } from "./exclusion.ts";
import { exemptPart } from "./exempt-part.ts";
import { fairSummary } from "./fair-summary.ts";
import { fileNames } from "./file-names.ts";
import { followUps } from "./follow-ups.ts";
import { forecastPassed } from "./forecast-passed.ts";
import { halfWithdrawn } from "./half-withdrawn.ts";
import { inspectionResponse } from "./inspection-response.ts";
import { itemNumbers } from "./item-numbers.ts";
import { judgementBefore } from "./judgement-before.ts";
import { keyDecisions } from "./key-decisions.ts";
import { limbsAnswered } from "./limbs-answered.ts";
import { linkedFiles } from "./linked-files.ts";
import { minutesSense } from "./minutes-sense.ts";
import { paperLinks } from "./paper-links.ts";
import { planGaps } from "./plan-gaps.ts";
import { questionUnanswered } from "./question-unanswered.ts";
import { recordedVote } from "./recorded-vote.ts";
import { references } from "./references.ts";
import { resolutionAnswers } from "./resolution-answers.ts";
import type { Rule } from "./rule.ts";
import { smallNumbers } from "./small-numbers.ts";
import { sources } from "./sources.ts";
import { strayFiles } from "./stray-files.ts";
import { suppliedPdf } from "./supplied-pdf.ts";
import { toBeFilledIn } from "./to-be-filled-in.ts";
import { uniqueIds } from "./unique-ids.ts";

export const RULES: readonly Rule[] = [
  access,
  exemptPart,
  exclusion,
  fairSummary,
  linkedFiles,
  clocks,
  itemNumbers,
  keyDecisions,
  fileNames,
  uniqueIds,
  references,
  agendaPapers,
  attachments,
  activePdf,
  suppliedPdf,
  sources,
  paperLinks,
  dateSense,
  minutesSense,
  recordedVote,
  limbsAnswered,
  resolutionAnswers,
  questionUnanswered,
  followUps,
  discharges,
  dueFollowUps,
  planGaps,
  endorsedPlan,
  smallNumbers,
  judgementBefore,
  forecastPassed,
  inspectionResponse,
  colourContrast,
  toBeFilledIn,
  halfWithdrawn,
  strayFiles,
];
