/** What pages depend on: views are plain data, and a page of one meeting reads no collection and not the day. */
import { describe, expect, it } from "vitest";
import { draftCouncil } from "../access/admit-drafts.ts";
import { publicCouncil } from "../access/admit-issued.ts";
import type { CouncilAround, PublicCouncil } from "../access/public-council.ts";
import { AllThere, type Answers } from "../asking/around.ts";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import { PROJECT } from "../templating/environment.ts";
import { filesOf, viewsOf } from "./all-pages.ts";
import { dayOfToday } from "./facts/names.ts";
import { PAGE_KINDS } from "./page-kinds.ts";
import { Site } from "./site.ts";

function councils(): [string, PublicCouncil][] {
  const read = (root: string) => {
    const { council } = loadCouncil(root, { drafts: true });
    if (!council) throw new Error(`${root} cannot be read`);
    return council;
  };
  const [good, sample] = [read(GOOD_COUNCIL), read(PROJECT)];
  return [
    ["the good council's preview", draftCouncil(good)],
    ["the sample's preview", draftCouncil(sample)],
    ["the sample's public site", publicCouncil(sample)],
  ];
}

/** The first thing in `value` that is not plain data, by its place; null where there is none. */
function unplain(value: unknown, place: string): string | null {
  if (value === null || ["string", "boolean", "number", "undefined"].includes(typeof value)) return null;
  if (typeof value !== "object") return `${place} is a ${typeof value}`;
  if (Array.isArray(value)) return firstOf(value.map((each, at) => unplain(each, `${place}[${at}]`)));
  if (Object.getPrototypeOf(value) !== Object.prototype) return `${place} is a ${value.constructor.name}`;
  return firstOf(Object.entries(value).map(([name, each]) => unplain(each, `${place}.${name}`)));
}

const firstOf = (found: (string | null)[]) => found.find((each) => each !== null) ?? null;

/** A site that notes what is read of the council beside its meetings, and every answer that is given. */
function watched(council: PublicCouncil) {
  const read = new Set<string>();
  const odd: string[] = [];
  let isInQuestion = 0;
  const { meetings, ...rest } = council;
  const around = new Proxy(rest, {
    get(target, field) {
      if (isInQuestion === 0) read.add(String(field));
      return target[field as keyof CouncilAround];
    },
  });
  const all = new AllThere<Site, (typeof meetings)[number]>(meetings);
  const within = <Given>(give: () => Given): Given => {
    isInQuestion++;
    try {
      return give();
    } finally {
      isInQuestion--;
    }
  };
  const answers: Answers<Site, (typeof meetings)[number]> = {
    every: (fact) => {
      if (isInQuestion === 0) read.add(`every ${fact.name}`);
      const found = all.every(fact);
      for (const { meeting, value } of found) odd.push(...[unplain(value, `${fact.name} of ${meeting}`) ?? []].flat());
      return found;
    },
    ask: (site, question, about) => {
      if (isInQuestion === 0 && question.name === dayOfToday.name) read.add("the day");
      const answer = within(() => all.ask(site, question, about));
      odd.push(...[unplain(answer, `${question.name} about ${about}`) ?? []].flat());
      return answer;
    },
    shared: (site, shared) => {
      if (isInQuestion === 0) read.add(`shared ${shared.name}`);
      return within(() => all.shared(site, shared));
    },
  };
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const site = new Site(around, () => "", { meeting: (id) => byId.get(id) ?? null, answers });
  return { site, read, odd, meetings };
}

describe.each(councils())("in %s", (_, council) => {
  it("every view is plain data, so that it can be kept and sent to who renders it", () => {
    const { site } = watched(council);
    const views = PAGE_KINDS.flatMap((kind) => viewsOf(kind, site));
    expect(views.length).toBeGreaterThan(20);
    expect(views.flatMap((view) => unplain(view, view.url) ?? [])).toEqual([]);
  });

  it("every fact and every answer is plain data too, which comes back from JSON as it was", () => {
    const { site, odd } = watched(council);
    for (const kind of PAGE_KINDS) {
      viewsOf(kind, site);
      filesOf(kind, site);
    }
    expect(odd).toEqual([]);
  });

  it("a page of one meeting reads the council's settings and papers, asks the rest, and does not know the day", () => {
    const { site, read, meetings } = watched(council);
    for (const kind of PAGE_KINDS) {
      if (kind.per !== "meeting") continue;
      for (const meeting of meetings) {
        kind.pages(site, meeting);
        kind.files?.(site, meeting);
      }
    }
    expect([...read].sort()).toEqual(["read", "settings"]);
  });
});
