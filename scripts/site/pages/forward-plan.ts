/** The forward plan: the decisions that are coming, and notice of each as it was published. */
import type { PublicForwardPlan } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";

export const forwardPlan: CouncilPages = {
  per: "council",
  template: "forward-plan",
  parts: (site) => (site.council.forwardPlan.length > 0 ? [""] : []),
  pages: (site) => [
    {
      url: address.forwardPlan(),
      title: "Forward plan",
      description: "Key decisions that are coming, and business that is to be taken in private, with notice of each.",
      above: [],
      isDraft: site.council.forwardPlan.some(({ notices }) => notices.at(-1)?.issuedAt === null),
      entries: site.council.forwardPlan.map((entry) => entryRow(site, entry)),
    },
  ],
};

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
