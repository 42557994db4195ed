/**
 * Feeds of what was issued, newest first, for readers of Atom: of the whole council and of each committee. A feed needs
 * whole addresses, so a council whose settings name no website has none.
 */

import type { Question } from "../asking/around.ts";
import { withOffset } from "../model/civil.ts";
import { address } from "./addresses.ts";
import { type ActEntry, actsOfMeeting, lastAct } from "./facts/acts.ts";
import type { SiteFile } from "./page-kind.ts";
import { pageQuestions } from "./questions.ts";
import type { Site } from "./site.ts";

/** As many acts as a feed has at most. */
export const FEED_LENGTH = 50;

export interface FeedLink {
  readonly title: string;
  readonly href: string;
}

/**
 * The meetings for which something was issued last, newest first, as many as a feed can tell of: of one committee, or of all
 * where none is named.
 */
const issuedForLast: Question<Site, readonly string[]> = pageQuestions.add({
  name: "issued-for-last",
  answer: (site, committee) =>
    site
      .every(lastAct)
      .filter(({ value }) => committee === "" || value.committee === committee)
      .sort((a, b) => compared(b.value.issuedAt, a.value.issuedAt) || compared(b.meeting, a.meeting))
      .slice(0, FEED_LENGTH)
      .map(({ meeting }) => meeting),
});

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The link to a feed; null where there is none. */
export function feedOf(site: Site, committee?: { readonly id: string; readonly name: string }): FeedLink | null {
  const isEmpty =
    site.ask(issuedForLast, committee?.id).length === 0 && (committee || forwardPlanActs(site).length === 0);
  if (!site.council.settings.website || isEmpty) return null;
  return {
    title: `What was issued by ${committee?.name ?? site.council.settings.name}`,
    href: address.feed(committee?.id),
  };
}

/** The feed as a file; none where there is nothing to say. */
export function feedFiles(site: Site, committee?: { readonly id: string; readonly name: string }): SiteFile[] {
  const link = feedOf(site, committee);
  if (!link) return [];
  const { website = "", timeZone } = site.council.settings;
  const base = website.replace(/\/$/, "");
  const entries = latestActs(site, committee?.id);
  const content = site.component("feed", {
    id: `${base}${link.href}`,
    title: link.title,
    name: site.council.settings.name,
    home: `${base}${committee ? address.committee(committee.id) : address.home()}`,
    updated: withOffset(entries[0]?.issuedAt ?? `${site.today}T00:00`, timeZone),
    entries: entries.map(({ id, title, words, href, issuedAt }) => ({
      id: `${base}${id}`,
      title,
      words: words || title,
      href: `${base}${href}`,
      updated: withOffset(issuedAt, timeZone),
    })),
  });
  return [{ url: link.href, content }];
}

/** Notices of the forward plan are the whole council's. */
function forwardPlanActs({ council }: Site): ActEntry[] {
  return council.forwardPlan.flatMap(({ id, notices, acts }) =>
    acts.map((act) => ({
      id: `${address.forwardPlanEntry(id)}${act.record.address}`,
      title: `Forward plan: ${notices.at(-1)?.value.title ?? id}`,
      words: "",
      href: address.forwardPlanEntry(id),
      issuedAt: act.issuedAt,
    })),
  );
}

/** The newest acts are of the meetings that something was issued for last, so no others are asked. */
function latestActs(site: Site, committee?: string): ActEntry[] {
  return site
    .ask(issuedForLast, committee)
    .flatMap((meeting) => [...site.ask(actsOfMeeting, meeting)].reverse())
    .concat(committee === undefined ? forwardPlanActs(site) : [])
    .sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : a.issuedAt > b.issuedAt ? -1 : 0))
    .slice(0, FEED_LENGTH);
}
