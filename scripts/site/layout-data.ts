/** What every page's layout needs beside its own view: the council, the navigation, and whether this is a preview. */
import { pagePolicy } from "../hosting/security-headers.ts";
import type { Problem } from "../model/problem.ts";
import { address } from "./addresses.ts";
import { feedOf } from "./feeds.ts";
import type { PageView } from "./page-kind.ts";
import type { Site } from "./site.ts";

const NAVIGATION = [
  { text: "Meetings", href: address.calendar() },
  { text: "Decisions", href: address.decisions() },
  { text: "Committees and members", href: address.committees() },
  { text: "Inspections", href: address.inspections() },
  { text: "Follow-ups", href: address.followUps() },
  { text: "Forward plan", href: address.forwardPlan() },
  { text: "About", href: address.page("about") },
];

/** The navigation lists only what exists. */
export function layoutData(
  site: Site,
  views: readonly PageView[],
  options: { problems?: readonly Problem[]; liveReload?: boolean },
) {
  const exists = new Set(views.map((view) => view.url));
  const { settings, audience } = site.council;
  return {
    site: {
      name: settings.name,
      language: settings.language,
      contact: { phone: settings.phone, email: settings.email, address: settings.address },
      licence: settings.licence,
      navigation: NAVIGATION.filter(({ href }) => exists.has(href)),
      accessibility: exists.has(address.page("accessibility-statement"))
        ? address.page("accessibility-statement")
        : null,
      feed: feedOf(site),
      record: exists.has(address.record()) ? address.record() : null,
      isPreview: audience === "draft",
      asOf: site.today,
      problems: options.problems?.length ?? 0,
      liveReload: options.liveReload ?? false,
      /** Served beside the pages, by the same server that tells them to reload. */
      desk: options.liveReload ? "/desk/" : null,
      contentSecurityPolicy: pagePolicy(options.liveReload ?? false),
    },
  };
}
