/** What changes beside the meetings: committees, members, plans, inspections, matters, the forward plan, pages, settings, the day. Listed in edits.ts. */
import { basename } from "node:path";
import { type EditedCouncil, type Fields, listIn, withFrontMatter } from "./edited-council.ts";
import type { PossibleEdit } from "./edits.ts";

const COMMITTEE = /^content\/committees\/[^/]+\.md$/;
const MEMBER = /^content\/members\/[^/]+\.md$/;
const INSPECTION = /^content\/inspections\/[^/]+\.md$/;
const MATTER = /^content\/matters\/[^/]+\.md$/;
const PAGE = /^content\/pages\/[^/]+\.md$/;
const ENTRY = /^content\/forward-plan\/[^/]+\/entry\.md$/;
const PLAN = /^data\/plans\/[^/]+\.json$/;
const SETTINGS = "data/council.json";

export const EDITS_OF_COUNCIL: readonly PossibleEdit[] = [
  {
    name: "rename a committee",
    make: (council) => named(council, COMMITTEE, "name"),
  },
  {
    name: "change who sits on a committee",
    make: (council) =>
      council.edit(council.oneOf(COMMITTEE), (fields) => {
        const seats = listIn(fields, "membership");
        const last = seats.at(-1);
        if (council.draws.happens(50)) fields.membership = seats.slice(0, -1);
        else if (last) last.until = "2026-02-01";
        return undefined;
      }),
  },
  {
    name: "delete a committee",
    make: (council) => gone(council, COMMITTEE),
  },
  {
    name: "rename a member",
    make: (council) => named(council, MEMBER, "name"),
  },
  {
    name: "change a member's party or ward",
    make: (council) => named(council, MEMBER, council.draws.happens(50) ? "party" : "ward"),
  },
  {
    name: "add a member",
    make: (council) => {
      const fields = {
        name: `Jo ${council.word().split(" ")[0]}`,
        party: "Independent",
        ward: "East",
        from: "2024-05-02",
      };
      return council.put(`content/members/jo-${council.draws.whole(1, 999)}.md`, withFrontMatter(fields, ""));
    },
  },
  {
    name: "delete a member",
    make: (council) => gone(council, MEMBER),
  },
  {
    name: "change a finding, or take one out",
    make: (council) =>
      council.edit(council.oneOf(INSPECTION), (fields) => {
        const findings = listIn(fields, "findings");
        if (findings.length === 0) return undefined;
        if (council.draws.happens(70)) council.draws.pick(findings).title = `The ${council.word()}`;
        else fields.findings = findings.slice(0, -1);
        return undefined;
      }),
  },
  {
    name: "change what an inspection says",
    make: (council) => named(council, INSPECTION, council.draws.happens(50) ? "title" : "overall"),
  },
  {
    name: "delete an inspection",
    make: (council) => gone(council, INSPECTION),
  },
  {
    name: "change a matter",
    make: (council) =>
      council.draws.happens(50)
        ? named(council, MATTER, "title")
        : council.edit(council.oneOf(MATTER), (_, body) => `${body}\n\nOf the ${council.word()}.\n`),
  },
  {
    name: "name another paper in a matter",
    make: (council) =>
      council.edit(council.oneOf(MATTER), (fields) => {
        const [, meeting, paper] =
          /^content\/meetings\/\d{4}\/([^/]+)\/([^/]+)\.md$/.exec(
            council.oneOf(/^content\/meetings\/\d{4}\/[^/]+\/(?!meeting|agenda)[^/]+\.md$/) ?? "",
          ) ?? [];
        if (meeting && paper) fields.papers = [`${meeting}/${paper}`];
        return undefined;
      }),
  },
  {
    name: "delete a matter",
    make: (council) => gone(council, MATTER),
  },
  {
    name: "change an entry of the forward plan",
    make: (council) => named(council, ENTRY, "title"),
  },
  {
    name: "add an entry to the forward plan",
    make: (council) => {
      const committee = council.oneOf(COMMITTEE);
      if (committee === null) return null;
      const contact = { role: "Clerk", phone: "01555 010 101" };
      const fields = {
        ...{ title: `The ${council.word()}`, access: "public", decisionMaker: basename(committee, ".md") },
        ...{ period: { from: "2026-12-01", to: "2026-12-31" }, keyDecision: "yes", documents: [], contact },
      };
      const file = `content/forward-plan/key-${council.draws.whole(1, 999)}/entry.md`;
      return council.put(file, withFrontMatter(fields, "Words.\n"));
    },
  },
  {
    name: "delete an entry of the forward plan",
    make: (council) => {
      const entry = council.oneOf(ENTRY);
      return entry && council.remove(entry.replace(/\/entry\.md$/, ""));
    },
  },
  {
    name: "change a page of the council's own words",
    make: (council) => named(council, PAGE, "title"),
  },
  {
    name: "add a page of words",
    make: (council) =>
      council.put(
        `content/pages/page-${council.draws.whole(1, 999)}.md`,
        withFrontMatter(
          { title: `The ${council.word()}` },
          `Words. See [about](/about/), or [home](/#${council.word()}).\n`,
        ),
      ),
  },
  {
    name: "delete a page of words",
    make: (council) => gone(council, PAGE),
  },
  {
    name: "change an action of a plan",
    make: (council) =>
      council.editJson(council.oneOf(PLAN), (fields) => {
        const actions = listIn(fields, "actions");
        if (actions.length === 0) return;
        if (council.draws.happens(70)) council.draws.pick(actions).title = `See to the ${council.word()}`;
        else council.draws.pick(actions).due = `2027-0${council.draws.whole(1, 9)}-01`;
      }),
  },
  {
    name: "change a reading, or add one",
    make: (council) =>
      council.editJson(council.oneOf(PLAN), (fields) => {
        const readings = listIn(fields, "measures").flatMap((measure) => listIn(measure, "readings"));
        if (readings.length > 0) council.draws.pick(readings).value = council.draws.whole(11, 99);
      }),
  },
  {
    name: "change a measure",
    make: (council) =>
      council.editJson(council.oneOf(PLAN), (fields) => {
        const measures = listIn(fields, "measures");
        if (measures.length > 0) council.draws.pick(measures).title = `The ${council.word()}`;
      }),
  },
  {
    name: "give a plan's progress another source",
    make: (council) =>
      council.editJson(council.oneOf(PLAN), (fields) => {
        const progress = listIn(fields, "actions").flatMap((action) => listIn(action, "progress"));
        const paper = council.oneOf(/^content\/meetings\/\d{4}\/[^/]+\/(?!meeting|agenda)[^/]+\.md$/);
        const [, meeting, id] = /^content\/meetings\/\d{4}\/([^/]+)\/([^/]+)\.md$/.exec(paper ?? "") ?? [];
        if (progress.length > 0 && meeting) council.draws.pick(progress).source = `${meeting}/${id}`;
      }),
  },
  {
    name: "delete a plan",
    make: (council) => gone(council, PLAN),
  },
  {
    name: "change the council's colour",
    make: (council) =>
      council.editJson(SETTINGS, (fields) => {
        fields.colours = { light: council.draws.pick(["#123456", "#14532d", "#5b2333"]), dark: "#86d5a4" };
      }),
  },
  {
    name: "change the council's name or address",
    make: (council) =>
      council.editJson(SETTINGS, (fields) => {
        if (council.draws.happens(50)) fields.name = `Council of the ${council.word()}`;
        else fields.website = `https://papers-${council.draws.whole(1, 99)}.example`;
      }),
  },
];

export const EDITS_OF_TIME: readonly PossibleEdit[] = [
  {
    name: "let the council's own clock say another day or time",
    make: (council) =>
      council.editJson(SETTINGS, (fields) => {
        fields.sample = { ...(fields.sample as Fields), now: moment(council) };
      }),
  },
  {
    name: "build on another day or at another time",
    make: (council) => {
      council.now = council.now !== undefined && council.draws.happens(20) ? undefined : moment(council);
      return council.now ?? "the council's own clock";
    },
  },
];

function moment(council: EditedCouncil): string {
  const day = `202${council.draws.whole(6, 7)}-0${council.draws.whole(1, 9)}-0${council.draws.whole(1, 9)}`;
  return `${council.draws.pick([day, "2026-05-20", "2026-11-21"])}T${council.draws.pick(["09", "10", "18"])}:30`;
}

function named(council: EditedCouncil, file: RegExp, field: string): string | null {
  return council.edit(council.oneOf(file), (fields) => {
    fields[field] = `The ${council.word()}`;
    return undefined;
  });
}

function gone(council: EditedCouncil, files: RegExp): string | null {
  const file = council.oneOf(files);
  return file && council.remove(file);
}
