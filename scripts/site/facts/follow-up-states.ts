/** What was asked for and what became of it: each meeting's business, and the state of all of it today. For pages and packs. */
import { followUpsFrom, type PublicBusiness, publicBusiness } from "../../access/follow-ups.ts";
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Question, Shared } from "../../asking/around.ts";
import type { FollowUpState } from "../../model/follow-up-due.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

export const business: Fact<PublicMeeting, PublicBusiness> = { name: "business", of: publicBusiness };

export interface FollowUps {
  /** In the order in which they were asked for; what the law asks comes last. */
  readonly all: readonly FollowUpState[];
  readonly byId: ReadonlyMap<string, FollowUpState>;
  /** By the meeting that asked. */
  readonly askedAt: ReadonlyMap<string, readonly FollowUpState[]>;
  readonly dueAt: ReadonlyMap<string | null, readonly FollowUpState[]>;
  /** By what answers them: `2026-10-08-scrutiny/recovery-plan`. */
  readonly answeredBy: ReadonlyMap<string | null, readonly FollowUpState[]>;
}

/** All of it with its state today. A meeting more that asks for nothing and answers nothing leaves the answer as it was. */
const allAskedFor: Question<Site, readonly FollowUpState[]> = pageQuestions.add({
  name: "all-asked-for",
  answer: (site) =>
    followUpsFrom(
      site.every(business).map(({ value }) => value),
      site.today,
    ),
});

const followUps: Shared<Site, FollowUps> = {
  name: "follow-ups",
  make: (site) => {
    const all = site.ask(allAskedFor);
    return {
      all,
      byId: new Map([...all].reverse().map((state) => [state.id, state])),
      askedAt: Map.groupBy(all, ({ meeting }) => meeting),
      dueAt: Map.groupBy(all, ({ dueMeeting }) => dueMeeting),
      answeredBy: Map.groupBy(all, ({ discharge }) => discharge && `${discharge.meeting}/${discharge.paper}`),
    };
  },
};

/** Everything that was asked for, with its state today. A page of one meeting asks a question of follow-ups-of-meeting.ts instead. */
export function followUpsOn(site: Site): FollowUps {
  return site.shared(followUps);
}
