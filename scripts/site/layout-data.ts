/** What every page's layout needs beside its own view: the council, the navigation, and whether this is a preview. */
import { pagePolicy } from "../hosting/security-headers.ts";
import { address } from "./addresses.ts";
import { feedOf } from "./feeds.ts";
import type { CouncilPages } from "./page-kind.ts";
import { calendar } from "./pages/calendar.ts";
import { committees } from "./pages/committees.ts";
import { content } from "./pages/content.ts";
import { decisions } from "./pages/decisions.ts";
import { followUps } from "./pages/follow-ups.ts";
import { forwardPlan } from "./pages/forward-plan.ts";
import { inspections } from "./pages/inspections.ts";
import { record } from "./pages/record.ts";
import { pageQuestions } from "./questions.ts";
import type { Site } from "./site.ts";

/** What the navigation may lead to, and the kind and part of page that has to be there for it. */
const NAVIGATION: readonly { text: string; href: string; kind: CouncilPages; part: string }[] = [
  { text: "Meetings", href: address.calendar(), kind: calendar, part: "" },
  { text: "Decisions", href: address.decisions(), kind: decisions, part: "" },
  { text: "Committees and members", href: address.committees(), kind: committees, part: "" },
  { text: "Inspections", href: address.inspections(), kind: inspections, part: "" },
  { text: "Follow-ups", href: address.followUps(), kind: followUps, part: "" },
  { text: "Forward plan", href: address.forwardPlan(), kind: forwardPlan, part: "" },
  { text: "About", href: address.page("about"), kind: content, part: "about" },
];

/** What hangs on the council alone. The navigation lists only what exists. */
const layoutOfCouncil = pageQuestions.add({
  name: "layout",
  answer: (site) => {
    const { settings, audience } = site.council;
    const isThere = ({ kind, part }: { kind: CouncilPages; part: string }) => kind.parts(site).includes(part);
    return {
      name: settings.name,
      language: settings.language,
      contact: { phone: settings.phone, email: settings.email, address: settings.address },
      licence: settings.licence,
      navigation: NAVIGATION.filter(isThere).map(({ text, href }) => ({ text, href })),
      accessibility: isThere({ kind: content, part: "accessibility-statement" })
        ? address.page("accessibility-statement")
        : null,
      feed: feedOf(site),
      record: record.pages(site, "").length > 0 ? address.record() : null,
      isPreview: audience === "draft",
    };
  },
});

/** `liveReload` where the preview's server tells pages to reload. */
export function layoutData(site: Site, { liveReload = false }: { liveReload?: boolean }) {
  return {
    site: {
      ...site.ask(layoutOfCouncil, ""),
      liveReload,
      /** Served beside the pages, by the same server that tells them to reload. */
      desk: liveReload ? "/desk/" : null,
      contentSecurityPolicy: pagePolicy(liveReload),
    },
  };
}
