import { describe, expect, it } from "vitest";
import { publicCouncil } from "../access/admit-issued.ts";
import type { PublicMeeting } from "../access/public-council.ts";
import { type Edit, GOOD_COUNCIL, MARCH } from "../examples/councils.ts";
import { meetingAt, siteOf, siteWith, withEdits } from "../examples/sites.ts";
import { loadCouncil } from "../load/council.ts";
import { filesOf as tablesIn, viewsOf } from "./all-pages.ts";
import { committee } from "./pages/committee.ts";
import { decisions } from "./pages/decisions.ts";
import { Site } from "./site.ts";

const good = siteOf();
const march = meetingAt(good, 0);
const edit = (find: string, put: string): Edit => ({ file: `${MARCH}/minutes.md`, find, put });

/** The same meeting on another day. */
const heldOn = (date: string): PublicMeeting => ({
  ...march,
  id: `${date}-panel`,
  living: { ...march.living, value: { ...march.living.value, date } },
});

interface Register {
  url: string;
  title: string;
  years: { name: string; href: string; isThis: boolean }[];
  bodies: { name: string; href: string }[];
  months: {
    id: string;
    meetings: { date: string; isDraft: boolean; decided: { title: string; summary: string }[] }[];
  }[];
  votes: { title: string; words: string; href: string }[];
}
const registerOf = (site: Site) => viewsOf(decisions, site) as unknown as Register[];
const filesOf = (site: Site) => new Map(tablesIn(decisions, site).map(({ url, content }) => [url, content ?? ""]));

describe("the register of decisions", () => {
  it("has every item that something was resolved on, and leaves out what was only noted in passing", () => {
    const [page] = registerOf(
      withEdits((site) => site, edit("item: 2\n", "item: 2\n    decision: The Panel agreed.\n")),
    );
    expect(page?.url).toBe("/decisions/");
    expect(page?.months).toMatchObject([
      {
        id: "2026-03",
        meetings: [{ isDraft: true, decided: [{ title: "The inspection", summary: "The Panel agreed." }] }],
      },
    ]);
    expect(page?.months[0]?.meetings[0]?.decided).toHaveLength(1);
    expect(page?.votes).toMatchObject([
      {
        title: "The inspection",
        href: "/meetings/2026-03-02-panel/minutes/#v2",
        words: expect.stringMatching(/^Carried/),
      },
    ]);
  });

  it("is latest first, month by month", () => {
    const site = siteWith(good, [march, heldOn("2026-01-12"), heldOn("2026-03-30")]);
    const [page] = registerOf(site);
    expect(page?.months.map(({ meetings }) => meetings.map(({ date }) => date))).toEqual([
      ["2026-03-30", "2026-03-02"],
      ["2026-01-12"],
    ]);
  });

  it("is one page while there is one year, and a page a year after that, the latest at its own address too", () => {
    expect(registerOf(good).map(({ url }) => url)).toEqual(["/decisions/"]);
    const pages = registerOf(siteWith(good, [heldOn("2024-05-01"), march, heldOn("2025-05-01")]));
    expect(pages.map(({ url, months }) => [url, months[0]?.id])).toEqual([
      ["/decisions/", "2026-03"],
      ["/decisions/2026/", "2026-03"],
      ["/decisions/2025/", "2025-05"],
      ["/decisions/2024/", "2024-05"],
    ]);
    expect(pages[2]?.years).toEqual([
      { name: "2026", href: "/decisions/2026/", isThis: false },
      { name: "2025", href: "/decisions/2025/", isThis: true },
      { name: "2024", href: "/decisions/2024/", isThis: false },
    ]);
  });

  it("leads to the page of every body that resolved something, and to none that has no page", () => {
    expect(registerOf(good)[0]?.bodies).toEqual([{ name: "Scrutiny Panel", href: "/committees/panel/#decisions" }]);
    expect(registerOf(siteWith(good, [march], { committees: [] }))[0]?.bodies).toEqual([]);
  });

  it("has nothing of minutes that are not issued, and is not there without any", () => {
    const { council } = loadCouncil(GOOD_COUNCIL, { drafts: true });
    const site = new Site(publicCouncil(council as never), () => "");
    expect([...registerOf(site), ...filesOf(site)]).toEqual([]);
  });
});

describe("the tables beside it", () => {
  const rows = (text = "") => text.trimEnd().split("\r\n");

  it("have a row for each resolution, with what it answers, who moved it and how the vote went", () => {
    const [, first] = rows(filesOf(good).get("/decisions/decisions.csv"));
    expect(first).toBe(
      '2026-03-02,Scrutiny Panel,2026-03-02-panel,2,The inspection,2,a,That the Panel endorse the plan.,amended,"The recommendation was to endorse it as it stands; the Panel endorsed it as a draft.",/meetings/2026-03-02-panel/inspection/#rec-b,Councillor Ada Brook,Councillor Ben Carr,,2,0,0,,carried,/meetings/2026-03-02-panel/minutes/#r2-a',
    );
    const { rows: same, licence } = JSON.parse(filesOf(good).get("/decisions/decisions.json") ?? "");
    expect(licence).toBe(good.council.settings.licence.statement);
    expect(same).toMatchObject([
      { letter: "a", answers: ["/meetings/2026-03-02-panel/inspection/#rec-b"], votesFor: 2, effective: null },
      { letter: "b", answers: [], movedBy: "Councillor Ben Carr", secondedBy: null },
    ]);
  });

  it("have a resolution's own vote before its item's", () => {
    const own = edit(
      "movedBy: ben-carr }",
      "movedBy: ben-carr, vote: { against: [ada-brook, ben-carr], result: lost } }",
    );
    const { rows: found } = JSON.parse(withEdits(filesOf, own).get("/decisions/decisions.json") ?? "");
    expect(found).toMatchObject([
      { letter: "a", votesFor: 2, result: "carried" },
      { letter: "b", votesFor: 0, votesAgainst: 2, result: "lost" },
    ]);
  });

  it("have a row for every name of every recorded vote, and who had only the casting vote", () => {
    const vote =
      "vote: { for: [ben-carr], abstained: [cara-dunn], casting: { by: ada-brook, way: for }, result: carried }";
    const { rows: found } = JSON.parse(
      withEdits(
        filesOf,
        edit("vote: { for: [ada-brook, ben-carr], totals: { for: 2, against: 0 }, result: carried }", vote),
      ).get("/decisions/votes.json") ?? "",
    );
    expect(
      found.map(({ member, way, casting, result }: Record<string, unknown>) => [member, way, casting, result]),
    ).toEqual([
      ["ben-carr", "for", null, "carried"],
      ["cara-dunn", "abstained", null, "carried"],
      ["ada-brook", null, "for", "carried"],
    ]);
  });

  it("say of a vote whether it was on a resolution or an amendment, and on what words", () => {
    const amendment =
      "    amendments:\n      - { text: Wait a month., movedBy: ben-carr, vote: { for: [ben-carr], against: [ada-brook], casting: { by: ada-brook, way: against }, result: lost }, result: lost }\n    followUps:";
    const votes = rows(withEdits(filesOf, edit("    followUps:", amendment)).get("/decisions/votes.csv"));
    expect(votes.slice(1).map((row) => row.split(",").slice(5, 12).join(","))).toEqual([
      "amendment,,Wait a month.,ben-carr,Councillor Ben Carr,for,",
      "amendment,,Wait a month.,ada-brook,Councillor Ada Brook,against,against",
      "resolution,,(a) That the Panel endorse the plan. (b) That a report come in June.,ada-brook,Councillor Ada Brook,for,",
      "resolution,,(a) That the Panel endorse the plan. (b) That a report come in June.,ben-carr,Councillor Ben Carr,for,",
    ]);
  });

  it("leave nothing that a spreadsheet would work out", () => {
    const formula = edit("text: That a report come in June.", 'text: "=HYPERLINK(1)"');
    expect(withEdits(filesOf, formula).get("/decisions/decisions.csv")).toContain(",b,'=HYPERLINK(1),added");
  });
});

describe("a committee's page", () => {
  const decidedOn = (site: Site) =>
    (viewsOf(committee, site)[0] as unknown as { decided: { date: string; words: string; href: string }[] }).decided;

  it("has its last ten decisions, latest first, in a sentence or in the words of the resolutions", () => {
    expect(decidedOn(good)).toMatchObject([
      {
        words: "That the Panel endorse the plan. That a report come in June.",
        href: "/meetings/2026-03-02-panel/minutes/#s2",
      },
    ]);
    const many = Array.from({ length: 11 }, (_, day) => heldOn(`2026-02-${10 + day}`));
    expect(decidedOn(siteWith(good, many)).map(({ date }) => date)).toEqual(
      Array.from({ length: 10 }, (_, day) => `2026-02-${20 - day}`),
    );
  });

  it("has none of another body's", () => {
    const other = { ...march, committee: { ...march.committee, id: "cabinet" } };
    expect(decidedOn(siteWith(good, [other]))).toEqual([]);
  });
});
