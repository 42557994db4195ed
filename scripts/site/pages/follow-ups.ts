/**
 * Everything that was asked for or undertaken, and whether it came: for the whole council, and for each body that it
 * comes back to. What is overdue comes first.
 */
import type { FollowUpState, FollowUpStatus } from "../../model/follow-up-due.ts";
import { address } from "../addresses.ts";
import { tableFiles } from "../csv.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { followUpFields, followUpRow } from "../follow-up-data.ts";
import { followUpView, inOrderOfConcern } from "../follow-up-view.ts";
import type { CouncilPages, PageView } from "../page-kind.ts";
import type { Site } from "../site.ts";
import { threadOf } from "../thread/links.ts";

const GROUPS: readonly { title: string; statuses: readonly FollowUpStatus[] }[] = [
  { title: "Overdue", statuses: ["overdue"] },
  { title: "Due at a meeting whose agenda is out", statuses: ["due"] },
  { title: "Undertaken", statuses: ["undertaken"] },
  { title: "Asked for; nobody has undertaken it yet", statuses: ["asked for"] },
  { title: "Answered", statuses: ["discharged"] },
  { title: "Superseded", statuses: ["superseded"] },
];

export const followUps: CouncilPages = {
  per: "council",
  template: "follow-ups",
  parts: (site) => (followUpsOn(site).all.length > 0 ? ["", ...bodiesOf(site).map(({ id }) => id)] : []),
  pages: (site, part) => {
    const { all } = followUpsOn(site);
    const bodies = bodiesOf(site);
    if (part === "") {
      const about = { url: address.followUps(), title: "Follow-ups", above: [], committee: null, isWhole: true };
      return [{ ...page(site, all, about), bodies }];
    }
    return bodies
      .filter(({ id }) => id === part)
      .map(({ id, name, href }) =>
        page(site, of(all, id), {
          url: href,
          title: `Follow-ups: ${name}`,
          above: [{ text: "Follow-ups", href: address.followUps() }],
          committee: { name, href: address.committee(id) },
          isWhole: false,
        }),
      );
  },
  files: (site, part) =>
    part === ""
      ? tableFiles(
          address.followUpData(),
          followUpFields,
          followUpsOn(site).all.map((state) => followUpRow(site, state)),
          { licence: site.council.settings.licence.name, asOf: site.today },
        )
      : [],
};

const of = (all: readonly FollowUpState[], committee: string) =>
  all.filter(({ followUp }) => followUp.returnsTo === committee);

/** Each body that something comes back to, with how much is overdue and how much is open. */
function bodiesOf(site: Site) {
  return site.council.committees
    .map(({ id, value }) => {
      const own = of(followUpsOn(site).all, id);
      return {
        id,
        name: value.name,
        href: address.followUpsOf(id),
        all: own.length,
        overdue: own.filter(({ status }) => status === "overdue").length,
        open: own.filter(({ status }) => status === "due" || status === "undertaken" || status === "asked for").length,
      };
    })
    .filter(({ all }) => all > 0);
}

function page(
  site: Site,
  states: readonly FollowUpState[],
  about: Pick<PageView, "url" | "title" | "above"> & {
    readonly committee: { readonly name: string; readonly href: string } | null;
    /** Ids stand on the page of the whole council alone, where addresses lead. */
    readonly isWhole: boolean;
  },
) {
  const count = (...statuses: FollowUpStatus[]) => states.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...about,
    description: "What councillors asked for, what officers undertook, and whether it came.",
    counts: [
      { count: count("overdue"), words: "overdue" },
      { count: count("due", "undertaken", "asked for"), words: "still to come" },
      { count: count("discharged"), words: "answered" },
      { count: count("superseded"), words: "superseded" },
    ].filter((each) => each.count > 0),
    groups: GROUPS.map(({ title, statuses }) => ({
      title,
      states: inOrderOfConcern(states.filter((each) => statuses.includes(each.status))).map((state) => ({
        ...followUpView(site, state),
        about: aboutOf(site, state),
      })),
    })).filter((group) => group.states.length > 0),
    data: address.followUpData(),
  };
}

/** The plans, actions and findings it is about. */
function aboutOf(site: Site, { followUp }: FollowUpState) {
  return followUp.about.flatMap((key) => threadOf(site).node(key) ?? []);
}
