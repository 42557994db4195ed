import { describe, expect, it } from "vitest";
import type { PublicPaper } from "../access/public-council.ts";
import { type Edit, MARCH } from "../examples/councils.ts";
import { meetingAt, siteOf, withEdits } from "../examples/sites.ts";
import { makeEnvironment, PROJECT } from "../templating/environment.ts";
import { decisionOn } from "./decisions.ts";
import { recommendationsDecided } from "./recommended.ts";
import type { Site } from "./site.ts";

const environment = makeEnvironment(PROJECT);
const edit = (find: string, put: string): Edit => ({ file: `${MARCH}/minutes.md`, find, put });
const meetingOf = (site: Site) => meetingAt(site, 0);

/** What a page or a pack prints of item 2; `how` are the macro's words, such as `links=true`. */
function printed(how: string, ...edits: Edit[]): string {
  const decision = withEdits((site) => decisionOn(site, meetingOf(site), "2"), ...edits);
  const template = `{% from "components/macros.njk" import resolutions %}{{ resolutions(decision${how && `, ${how}`}) }}`;
  return environment.renderString(template, { decision });
}

/** What a screen reader is given: every word, hidden ones too, and no mark. */
const heard = (html: string) => html.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");

describe("a decision as it is printed", () => {
  it("says in words which words were recommended, which were resolved, and where they differ", () => {
    expect(heard(printed(""))).toContain(
      "It was recommended: That the Panel changed: endorses (end of change) the plan. It was resolved: That the Panel changed: endorse (end of change) the plan.",
    );
  });

  it("has no link in a pack, and on the web leads to the report's limbs and to the members", () => {
    expect(printed("formal=true")).not.toMatch(/<a |href/);
    expect(printed("links=true")).toContain('<a href="/meetings/2026-03-02-panel/inspection/#rec-b">(b)');
    expect(printed("links=true")).toContain('<a href="/members/ben-carr/">Councillor Ben Carr</a>');
    expect(heard(printed("links=true"))).toContain("Changed from what (b) of the report recommended.");
    expect(heard(printed("formal=true"))).toContain("Changed from what (b) recommended.");
  });

  it("gives each resolution and vote its place on the minutes' page alone", () => {
    expect(printed("links=true")).not.toContain(" id=");
    const places = [...printed("ids=true, links=true").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(places).toEqual(["r2-a", "r2-b", "v2"]);
  });

  it("is short on the meeting's page: the two texts are folded away, the names are left to the minutes", () => {
    const brief = printed("links=true, brief=true");
    expect(brief).toMatch(/<details><summary>[^<]+<\/summary><p class="was">/);
    expect(heard(brief)).toContain("Carried: 2 for, 0 against, 0 abstained.");
    expect(brief).toContain('href="/meetings/2026-03-02-panel/minutes/#v2"');
    expect(brief).not.toContain("For (2)");
    expect(printed("links=true")).toContain("For (2)");
  });

  it("says the vote on each amendment and each resolution once", () => {
    const own = edit("movedBy: ben-carr }", "movedBy: ben-carr, vote: { for: [ben-carr], result: carried } }");
    expect(heard(printed("", own)).match(/Recorded vote on [^.]+/g)).toEqual([
      "Recorded vote on resolution (b)",
      "Recorded vote on the item as a whole",
    ]);
  });

  it("shows what was written as the text it is", () => {
    const marked = printed("links=true", edit("That the Panel endorse the plan.", "That <b>the plan</b> & more."));
    expect(marked).toContain("That &lt;b&gt;the plan&lt;/b&gt; &amp; more.");
    expect(marked).not.toContain("<b>the plan");
  });
});

describe("a recommendation as it is printed", () => {
  const march = meetingOf(siteOf());
  const all = recommendationsDecided(march, march.papers[0] as PublicPaper);
  const asked = (how: string, recommended: unknown) =>
    environment.renderString(
      `{% from "components/macros.njk" import recommendations %}{{ recommendations(all${how && `, ${how}`}) }}`,
      { all: recommended },
    );

  it("gives each limb its place on its own page alone", () => {
    const page = asked("ids=true", all);
    expect([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual(["rec-a", "rec-b"]);
    expect(heard(page)).toContain("(b) endorses the plan. Resolved with changes: resolution (a), minute 2.");
    expect(asked("", all)).not.toContain(" id=");
  });

  it("keeps the report's own words, and tells its limbs with them once the meeting has decided", () => {
    const [first] = all.map((each) => ({ ...each, text: "That the Panel is content." }));
    const undecided = first && { ...first, limbs: first.limbs.map((limb) => ({ ...limb, outcome: null })) };
    expect(heard(asked("ids=true", [undecided])).trim()).toBe("That the Panel is content.");
    expect(heard(asked("", [first])).trim()).toBe("That the Panel is content.");
    expect(heard(asked("ids=true", [first]))).toContain(
      "That the Panel is content. Part by part, that the Panel: (a) notes the findings; and Not put to the vote, minute 2.",
    );
  });
});
