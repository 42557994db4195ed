/**
 * Everything that was asked for or undertaken, and whether it came: for the whole council, and for each body that it
 * comes back to. What is overdue comes first.
 */
import { formatMonth, MONTHS } from "../../model/civil.ts";
import type { FollowUpState, FollowUpStatus } from "../../model/follow-up-due.ts";
import { address } from "../addresses.ts";
import { yearLinks } from "../by-year.ts";
import { closedAt, isClosed } from "../facts/answered.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { answeredData, followUpFiles, isSplit } from "../follow-up-data.ts";
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
  parts: (site) =>
    followUpsOn(site).all.length > 0
      ? ["", ...bodiesOf(site).map(({ id }) => id)].flatMap((id) => [id, ...pastParts(site, id)])
      : [],
  pages: (site, part) => {
    const [committee = "", year, month = ""] = part.split("/");
    const scope = scopeOf(site, committee);
    if (!scope) return [];
    return [year === undefined ? openPage(site, scope) : pastPage(site, scope, year, month)];
  },
  files: (site, part) => followUpFiles(site, part),
};

/** The parts of what was closed in earlier years: `/2015`, `panel/2015/03`. */
function pastParts(site: Site, committee: string): string[] {
  return closedAt(site, committee).years.flatMap(({ year, months }) => [
    `${committee}/${year}`,
    ...months.map(([month]) => `${committee}/${year}/${month}`),
  ]);
}

/** What a page is of: the whole council, or one body. */
interface Scope {
  /** Empty for the council. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly above: PageView["above"];
  readonly committee: { readonly name: string; readonly href: string } | null;
}

function scopeOf(site: Site, id: string): Scope | null {
  if (id === "") return { id, title: "Follow-ups", url: address.followUps(), above: [], committee: null };
  const body = bodiesOf(site).find((each) => each.id === id);
  return (
    (body && {
      id,
      title: `Follow-ups: ${body.name}`,
      url: body.href,
      above: [{ text: "Follow-ups", href: address.followUps() }],
      committee: { name: body.name, href: address.committee(id) },
    }) ??
    null
  );
}

const of = (all: readonly FollowUpState[], committee: string) =>
  all.filter(({ followUp }) => committee === "" || followUp.returnsTo === committee);

/** Each body that something comes back to, with how much is overdue and how much is open. */
function bodiesOf(site: Site) {
  const byBody = Map.groupBy(followUpsOn(site).all, ({ followUp }) => followUp.returnsTo);
  return site.council.committees
    .map(({ id, value }) => {
      const own = byBody.get(id) ?? [];
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

/** Everything that is open, and the latest that is closed. */
function openPage(site: Site, scope: Scope) {
  const all = of(followUpsOn(site).all, scope.id);
  const { latest, years } = closedAt(site, scope.id);
  const shown = years.length > 0 ? [...all.filter((state) => !isClosed(state)), ...latest] : all;
  const count = (...statuses: FollowUpStatus[]) => all.filter(({ status }) => statuses.includes(status)).length;
  return {
    url: scope.url,
    title: scope.title,
    above: scope.above,
    committee: scope.committee,
    ...(scope.id === "" ? { bodies: bodiesOf(site) } : {}),
    // Ids stand on the pages of the whole council alone, where addresses lead.
    isWhole: scope.id === "",
    description: "What councillors asked for, what officers undertook, and whether it came.",
    counts: [
      { count: count("overdue"), words: "overdue" },
      { count: count("due", "undertaken", "asked for"), words: "still to come" },
      { count: count("discharged"), words: "answered" },
      { count: count("superseded"), words: "superseded" },
    ].filter((each) => each.count > 0),
    groups: groupsOf(site, shown),
    latest: years.length > 0 ? latest.length : null,
    past: pastLinks(site, scope, null),
    months: [],
    data: address.followUpData(),
  };
}

/** What was closed in one year, or in one month of it; of a year with many, how many in each month. */
function pastPage(site: Site, scope: Scope, year: string, month: string) {
  const { latest, years } = closedAt(site, scope.id);
  const found = years.find((each) => each.year === year);
  const months = found?.months ?? [];
  const all = month ? months.find(([name]) => name === month)?.[1] : months.length > 0 ? [] : found?.all;
  const name = month ? formatMonth(`${year}-${month}-01`) : year;
  const elsewhere = new Set(scope.id === "" ? latest.map(({ id }) => id) : []);
  return {
    url: address.followUpsAnswered(year, month, scope.id),
    title: `Answered in ${name}${scope.committee ? `: ${scope.committee.name}` : ""}`,
    above: [
      ...scope.above,
      { text: scope.title, href: scope.url },
      ...(month ? [{ text: `Answered in ${year}`, href: address.followUpsAnswered(year, "", scope.id) }] : []),
    ],
    committee: scope.committee,
    isWhole: scope.id === "",
    description: `What councillors asked for that was answered, or gave way to something else, in ${name}.`,
    counts: [{ count: all?.length || (found?.all.length ?? 0), words: `answered or superseded in ${name}` }],
    groups: groupsOf(site, all ?? [], elsewhere),
    latest: null,
    past: pastLinks(site, scope, year),
    months: months.map(([each, states]) => ({
      name: MONTHS[Number(each) - 1] ?? each,
      href: address.followUpsAnswered(year, each, scope.id),
      isThis: each === month,
      count: states.length,
    })),
    data: isSplit(site) ? answeredData(year) : address.followUpData(),
  };
}

function pastLinks(site: Site, scope: Scope, here: string | null) {
  const years = closedAt(site, scope.id).years.map(({ year, all }) => [year, all] as const);
  return yearLinks(years, (year) => address.followUpsAnswered(year, "", scope.id), here);
}

/** By what became of them. The id of one that stands on another page too is left to that page. */
function groupsOf(site: Site, states: readonly FollowUpState[], elsewhere: ReadonlySet<string> = new Set()) {
  return GROUPS.map(({ title, statuses }) => ({
    title,
    states: inOrderOfConcern(states.filter((each) => statuses.includes(each.status))).map((state) => ({
      ...followUpView(site, state),
      about: aboutOf(site, state),
      isElsewhere: elsewhere.has(state.id),
    })),
  })).filter((group) => group.states.length > 0);
}

/** The plans, actions and findings it is about. */
function aboutOf(site: Site, { followUp }: FollowUpState) {
  return followUp.about.flatMap((key) => threadOf(site).node(key) ?? []);
}
