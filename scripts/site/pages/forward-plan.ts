/** The forward plan: the decisions that are coming, and notice of each as it was published. */
import type { PublicForwardPlan } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import { byYear, yearLinks } from "../by-year.ts";
import { meetingName } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";

export const forwardPlan: CouncilPages = {
  per: "council",
  template: "forward-plan",
  parts: (site) => (site.council.forwardPlan.length > 0 ? ["", ...pastYears(site).map(([year]) => year)] : []),
  pages: (site, part) => [part === "" ? presentPage(site) : pastPage(site, part)],
};

/** The day of a decision that is over; null for one that is still to come, or whose meeting is not set. */
function overOn(site: Site, entry: PublicForwardPlan): string | null {
  const { meeting } = latest(entry).value;
  const date = meeting ? site.called(meeting)?.living.value.date : undefined;
  return date && site.isPast(date) ? date : null;
}

function pastYears(site: Site) {
  const over = site.council.forwardPlan.flatMap((entry) => {
    const on = overOn(site, entry);
    return on ? [{ entry, on }] : [];
  });
  return byYear(over, ({ on }) => on);
}

function presentPage(site: Site) {
  const present = site.council.forwardPlan.filter((entry) => overOn(site, entry) === null);
  return {
    url: address.forwardPlan(),
    title: "Forward plan",
    description: "Key decisions that are coming, and business that is to be taken in private, with notice of each.",
    above: [],
    isDraft: present.some(({ notices }) => notices.at(-1)?.issuedAt === null),
    entries: present.map((entry) => entryRow(site, entry)),
    year: null,
    years: yearLinks(pastYears(site), address.forwardPlanPast, null),
  };
}

/** Entries whose meeting was in a year, latest first. */
function pastPage(site: Site, year: string) {
  const years = pastYears(site);
  const entries = [...(years.find(([name]) => name === year)?.[1] ?? [])].sort((a, b) => (a.on < b.on ? 1 : -1));
  return {
    url: address.forwardPlanPast(year),
    title: `Forward plan: ${year}`,
    description: `Notices of decisions that were to be taken in ${year}.`,
    above: [{ text: "Forward plan", href: address.forwardPlan() }],
    isDraft: false,
    entries: entries.map(({ entry }) => entryRow(site, entry)),
    year,
    years: yearLinks(years, address.forwardPlanPast, year),
  };
}

export const forwardPlanEntry: CouncilPages = {
  per: "council",
  template: "forward-plan-entry",
  parts: ({ council }) => council.forwardPlan.map(({ id }) => id),
  pages: (site, part) => entryOf(site, part).map((entry) => entryPage(site, entry)),
  files: (site, part) =>
    entryOf(site, part).flatMap(({ id, acts }) =>
      acts.map(({ record }) => ({ url: `${address.forwardPlanEntry(id)}${record.address}`, from: record.file })),
    ),
};

function entryOf({ council }: Site, part: string): readonly PublicForwardPlan[] {
  return council.forwardPlan.filter(({ id }) => id === part);
}

function entryRow(site: Site, entry: PublicForwardPlan) {
  const { value } = latest(entry);
  return {
    href: address.forwardPlanEntry(entry.id),
    title: value.title,
    maker: makerOf(site, value.decisionMaker),
    when: whenOf(site, value),
    keyDecision: value.keyDecision,
    isPrivate: value.private,
    publishedAt: entry.notices[0]?.issuedAt ?? null,
  };
}

function entryPage(site: Site, entry: PublicForwardPlan) {
  const { value, document } = latest(entry);
  const committee = site.council.committees.find(({ id }) => id === value.decisionMaker);
  const meeting = value.meeting ? site.called(value.meeting) : null;
  return {
    url: address.forwardPlanEntry(entry.id),
    title: value.title,
    description: `Notice of a decision that is coming: ${value.title}.`,
    above: [{ text: "Forward plan", href: address.forwardPlan() }],
    isDraft: latest(entry).issuedAt === null,
    value,
    maker: makerOf(site, value.decisionMaker),
    members: committee
      ? committee.value.membership
          .filter(({ from, until }) => from <= site.today && (!until || until >= site.today))
          .map(({ member }) => site.name(member))
      : [],
    when: whenOf(site, value),
    meetingHref: meeting ? address.meeting(meeting.id) : null,
    html: document.outline.words > 0 ? proseHtml(site, document) : null,
    published: entry.notices.map(({ issuedAt }) => issuedAt),
    records: entry.acts.map(({ record, number }) => ({
      href: record.address,
      name: `${number}.json`,
      hash: record.hash,
    })),
  };
}

function latest(entry: PublicForwardPlan) {
  const notice = entry.notices.at(-1);
  if (!notice) throw new Error(`${entry.id} was admitted without a notice`);
  return notice;
}

function makerOf(site: Site, maker: string): string {
  return site.council.committees.find(({ id }) => id === maker)?.value.name ?? site.name(maker);
}

function whenOf(
  site: Site,
  { meeting, period }: { meeting?: string | undefined; period?: string | undefined },
): string {
  const found = meeting ? site.called(meeting) : null;
  if (found) return meetingName(found);
  return period ?? "Not set yet";
}
