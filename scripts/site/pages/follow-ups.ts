/** Everything that was asked for or undertaken, and whether it came: overdue first. */
import type { FollowUpStatus } from "../../model/follow-ups.ts";
import { address } from "../addresses.ts";
import { followUpView } from "../follow-up-view.ts";
import type { PageKind } from "../page-kind.ts";

const GROUPS: readonly { title: string; statuses: readonly FollowUpStatus[] }[] = [
  { title: "Overdue", statuses: ["overdue"] },
  { title: "Due at a meeting whose agenda is out", statuses: ["due"] },
  { title: "Undertaken", statuses: ["undertaken"] },
  { title: "Asked for; nobody has undertaken it yet", statuses: ["asked for"] },
  { title: "Answered", statuses: ["discharged"] },
  { title: "Superseded", statuses: ["superseded"] },
];

export const followUps: PageKind = {
  template: "follow-ups",
  pages: (site) =>
    site.council.followUps.length === 0
      ? []
      : [
          {
            url: address.followUps(),
            title: "Follow-ups",
            description: "What councillors asked for, what officers undertook, and whether it came.",
            above: [],
            groups: GROUPS.map(({ title, statuses }) => ({
              title,
              states: site.council.followUps
                .filter((each) => statuses.includes(each.status))
                .map((each) => followUpView(site, each)),
            })).filter(({ states }) => states.length > 0),
          },
        ],
};
