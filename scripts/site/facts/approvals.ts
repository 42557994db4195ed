/** Which minutes each meeting approved, and the question whether one meeting's were. For pages of meetings and minutes. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Question, Shared } from "../../asking/around.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

interface Approval {
  /** When the meeting that approved them was. */
  readonly on: string;
  readonly corrections: readonly string[];
}

export const approves: Fact<PublicMeeting, readonly (Approval & { readonly of: string })[]> = {
  name: "approves",
  of: ({ living, minutes }) => {
    const approved = (minutes?.value.items ?? []).flatMap(({ approvesMinutesOf, corrections }) =>
      approvesMinutesOf ? [{ of: approvesMinutesOf, on: living.value.date, corrections }] : [],
    );
    return approved.length > 0 ? approved : null;
  },
};

const approvals: Shared<Site, ReadonlyMap<string, Approval>> = {
  name: "approvals",
  make: (site) => {
    const found = new Map<string, Approval>();
    for (const { value } of site.every(approves))
      for (const { of, on, corrections } of value) if (!found.has(of)) found.set(of, { on, corrections });
    return found;
  },
};

/** When the minutes of a meeting were approved, and with which corrections; null where they were not yet. */
export const approvalOf: Question<Site, Approval | null> = pageQuestions.add({
  name: "approval-of",
  answer: (site, meeting) => site.shared(approvals).get(meeting) ?? null,
});
