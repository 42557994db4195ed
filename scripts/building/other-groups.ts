/**
 * The groups that hang on nothing that is asked: what every page is drawn with, the council's own pages, the problems, and the
 * sitemap. Used by work-out.ts.
 */
import { hashOfText, hashOfValue } from "../asking/hashes.ts";
import type { Problem } from "../model/problem.ts";
import { followUpsOn } from "../site/facts/follow-up-states.ts";
import { ownPages, ownPageView } from "../site/own-pages.ts";
import type { SiteFile } from "../site/page-kind.ts";
import { problemsPage } from "../site/pages/problems.ts";
import { siteFiles } from "../site/site-files.ts";
import { sitemaps } from "../site/sitemap.ts";
import { type GroupsNow, keysBefore } from "./groups-now.ts";
import type { OpenBuild } from "./open-build.ts";
import { type WorkedGroup, workedFrom } from "./page-groups.ts";
import type { Redo } from "./redo.ts";
import { renderGroups } from "./render-groups.ts";

const SITEMAP = "sitemap";

export class OtherGroups {
  private readonly build: OpenBuild;
  private readonly now: GroupsNow;
  private readonly redo: Redo;
  private readonly made: Map<string, WorkedGroup>;
  /** The keys of what stands in a tree. */
  private readonly standing = new Set<string>();

  /** Works them out, after all other groups are in `now`. `problems` are those that a page tells of; null where none does. */
  constructor(build: OpenBuild, redo: Redo, now: GroupsNow, problems: readonly Problem[] | null) {
    this.build = build;
    this.now = now;
    this.redo = redo;
    this.made = new Map(otherGroups(build, problems));
    for (const [name, group] of this.made) this.put(name, group, "");
    // Of all that there is the sitemap says nothing but where it stands.
    const { website = null } = build.works.site.council.settings;
    const decidedBy = hashOfValue([website, [...now.groups.values()].map(({ paths }) => paths)]);
    if (!now.isDecidedBy(SITEMAP, decidedBy)) this.put(SITEMAP, this.makeSitemap(), decidedBy);
  }

  /** The names of those that were worked out now. */
  get names(): string[] {
    return [...this.made.keys()];
  }

  /** Renders what stands in no tree. Gives how many pages were. */
  async render(): Promise<number> {
    return (await this.renderSome(this.made, (key) => this.standing.has(key))).urls.size;
  }

  /** Renders again those of `names` that are among these. Gives the other names. */
  async renderAgain(names: readonly string[]): Promise<string[]> {
    if (names.includes(SITEMAP) && !this.made.has(SITEMAP)) this.makeSitemap();
    await this.renderSome(new Map([...this.made].filter(([name]) => names.includes(name))), () => false);
    return names.filter((name) => !this.made.has(name));
  }

  private put(name: string, group: WorkedGroup, decidedBy: string): void {
    for (const key of Object.values(keysBefore(this.redo, name))) this.standing.add(key);
    this.now.made(name, { keys: group.keys, decidedBy, read: null, urls: [], links: {} });
  }

  private makeSitemap(): WorkedGroup {
    const { works, deciders } = this.build;
    const { website = null } = works.site.council.settings;
    const urls = [...this.now.groups.values()].flatMap(({ name, keys }) =>
      name === SITEMAP ? [] : Object.keys(keys()).flatMap(urlOf),
    );
    const made = workedFrom(works, deciders, [], sitemaps(website, urls));
    this.made.set(SITEMAP, made);
    return made;
  }

  private renderSome(some: ReadonlyMap<string, WorkedGroup>, known: (key: string) => boolean) {
    const { site } = this.build.works;
    const wholeCouncil = (template: string) =>
      some.has(`own ${template}`) ? { council: { ...site.council, ...wholeOf(this.build) } } : undefined;
    return renderGroups(this.build, [...some.values()], known, wholeCouncil);
  }
}

function otherGroups(build: OpenBuild, problems: readonly Problem[] | null): [string, WorkedGroup][] {
  const { works, deciders, place } = build;
  const from = (pages: Parameters<typeof workedFrom>[2], files: readonly SiteFile[]) =>
    workedFrom(works, deciders, pages, files);
  const everything = hashOfText([...works.atHand.units].map(([name, { hash }]) => `${name} ${hash}`).join("\n"));
  return [
    ["site", from([], siteFiles(build.assets))],
    ...(problems
      ? [
          [
            "problems",
            from([{ template: "problems", view: { asOf: works.site.today, ...problemsPage(problems) } }], []),
          ] as [string, WorkedGroup],
        ]
      : []),
    ...ownPages(place.root).map((name): [string, WorkedGroup] => [
      `own ${name}`,
      // Its template may read anything of the council, so anything decides it.
      from([{ template: name, view: { asOf: works.site.today, ...ownPageView(name), everything } }], []),
    ]),
  ];
}

/** What a council's own page may read beside the collections: every meeting, and what was asked for. */
function wholeOf({ works }: OpenBuild) {
  const { site } = works;
  return {
    meetings: site.meetingIds().flatMap((id) => site.meeting(id) ?? []),
    followUps: followUpsOn(site).all,
  };
}

function urlOf(path: string): string[] {
  return path.endsWith("index.html") ? [`/${path.slice(0, -"index.html".length)}`] : [];
}
