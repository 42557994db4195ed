/** The rules of `check`, in the order they run. A new rule is one file and one line here. */
import { access } from "./access.ts";
import { activePdf } from "./active-pdf.ts";
import { agendaPapers } from "./agenda-papers.ts";
import { attachments } from "./attachments.ts";
import { clocks } from "./clocks.ts";
import { colourContrast } from "./colour-contrast.ts";
import { dateSense } from "./date-sense.ts";
import { exclusion } from "./exclusion.ts";
import { exemptPart } from "./exempt-part.ts";
import { fairSummary } from "./fair-summary.ts";
import { fileNames } from "./file-names.ts";
import { followUps } from "./follow-ups.ts";
import { itemNumbers } from "./item-numbers.ts";
import { keyDecisions } from "./key-decisions.ts";
import { limbsAnswered } from "./limbs-answered.ts";
import { linkedFiles } from "./linked-files.ts";
import { minutesSense } from "./minutes-sense.ts";
import { paperLinks } from "./paper-links.ts";
import { recordedVote } from "./recorded-vote.ts";
import { references } from "./references.ts";
import type { Rule } from "./rule.ts";
import { strayFiles } from "./stray-files.ts";
import { suppliedPdf } from "./supplied-pdf.ts";
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
  paperLinks,
  dateSense,
  minutesSense,
  recordedVote,
  limbsAnswered,
  followUps,
  colourContrast,
  strayFiles,
];
