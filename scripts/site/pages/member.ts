/** A member: what they sit on, whether they came, how they voted where it was recorded, and what they declared. */

import { memberName } from "../../model/council.ts";
import { capacityOf } from "../../model/minutes.ts";
import { address } from "../addresses.ts";
import type { PageKind } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import { meetingName, type Site } from "../site.ts";

export const member: PageKind = {
  template: "member",
  pages: (site) =>
    site.council.members.map((found) => {
      const { id, value } = found;
      return {
        url: address.member(id),
        title: memberName(value),
        description: `${memberName(value)}: what they sit on, attendance and recorded votes.`,
        above: [{ text: "Committees and members", href: address.committees() }],
        party: value.party ?? null,
        ward: value.ward ?? null,
        represents: value.represents ?? null,
        email: value.email ?? null,
        phone: value.phone ?? null,
        from: value.from,
        until: value.until ?? null,
        html: found.outline.words > 0 ? proseHtml(site, found) : null,
        seats: seatsOf(site, id),
        ...recordOf(site, id),
      };
    }),
};

function seatsOf(site: Site, member: string) {
  return site.council.committees.flatMap(({ id, value }) =>
    value.membership
      .filter((seat) => seat.member === member)
      .map((seat) => ({
        href: address.committee(id),
        committee: value.name,
        role: seat.role,
        portfolio: seat.portfolio ?? null,
        from: seat.from,
        until: seat.until ?? null,
        isNow: seat.from <= site.today && (!seat.until || seat.until >= site.today),
      })),
  );
}

/** From the minutes that are issued: meetings attended, recorded votes and interests. */
function recordOf(site: Site, member: string) {
  const held = site.past().filter((meeting) => meeting.minutes);
  const attended = [];
  const votes = [];
  const interests = [];
  for (const meeting of held) {
    const value = meeting.minutes?.value;
    const where = { text: meetingName(meeting), href: address.minutes(meeting.id) };
    const there = value?.attendance.find((each) => each.member === member);
    if (there)
      attended.push({ ...where, words: capacityOf(there) === "member" ? "Present" : `Present, ${capacityOf(there)}` });
    else if (value?.apologies.includes(member)) attended.push({ ...where, words: "Apologies" });
    else if (value?.absent.includes(member)) attended.push({ ...where, words: "Absent" });
    for (const item of value?.items ?? []) {
      const title = meeting.agenda?.value.items.find((each) => each.number === item.item)?.title ?? "";
      const cast = [
        { what: title, vote: item.vote },
        ...item.amendments.map((amendment) => ({ what: `Amendment: ${title}`, vote: amendment.vote })),
      ];
      for (const { what, vote } of cast) {
        const way = vote?.for.includes(member)
          ? "For"
          : vote?.against.includes(member)
            ? "Against"
            : vote?.abstained.includes(member)
              ? "Abstained"
              : null;
        if (way) votes.push({ ...where, what, way, result: vote?.result });
      }
    }
    for (const interest of value?.interests ?? [])
      if (interest.member === member)
        interests.push({
          ...where,
          type: interest.type,
          description: interest.description,
          withdrew: interest.withdrew,
        });
  }
  return { attended, votes, interests };
}
