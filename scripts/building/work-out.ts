/**
 * Works out every group of pages that changed, and renders what neither tree can have. Gives all groups with the key of every
 * file. Used by build-site.ts.
 */
import { hashOfText, hashOfValue } from "../asking/hashes.ts";
import type { Problem } from "../model/problem.ts";
import { followUpsOn } from "../site/facts/follow-up-states.ts";
import { ownPages, ownPageView } from "../site/own-pages.ts";
import type { SiteFile } from "../site/page-kind.ts";
import { problemsPage } from "../site/pages/problems.ts";
import { siteFiles } from "../site/site-files.ts";
import { sitemaps } from "../site/sitemap.ts";
import { type LinksByPage, placesLinked } from "./dead-links.ts";
import { type GroupDone, type WithStates, workGroupsOut } from "./jobs.ts";
import { packed, unpacked, unpackedLater } from "./kept-links.ts";
import type { OpenBuild } from "./open-build.ts";
import {
  decidersOf,
  groupOfMeeting,
  groupOfPart,
  type KeysByPath,
  PARTED_KINDS,
  partsOf,
  type WorkedGroup,
  workedFrom,
  workOut,
} from "./page-groups.ts";
import type { WithWorkers } from "./read-and-check.ts";
import type { Redo } from "./redo.ts";
import { type Rendered, renderGroups } from "./render-groups.ts";
import { batches } from "./workers.ts";

/** A group that is to stand in the tree. */
export interface Group extends KeptGroup {
  readonly name: string;
  /** Opened each time it is asked for: all of them at once are more than a process should hold. */
  readonly keys: () => KeysByPath;
}

/** What is kept of a group, beside the keys of its files. */
export interface KeptGroup {
  /** What decided its pages beside their views. */
  readonly decidedBy: string;
  readonly key: string;
  /** The hash of its paths. */
  readonly paths: string;
  readonly pages: number;
  readonly files: number;
  /** The files of pages that it links to a place on. */
  readonly places: readonly string[];
}

export interface WorkedOut {
  readonly groups: ReadonlyMap<string, Group>;
  /** The links of every page, by the name of its group. Made sense of when it is asked for. */
  readonly links: ReadonlyMap<string, () => LinksByPage>;
  /** The groups that were worked out now, for they or what they hang on may be others; their keys may be the same as before. */
  readonly changed: readonly string[];
  readonly rendered: number;
  /** Renders again whatever of these groups is in neither tree nor in the store. */
  readonly renderAgain: (groups: readonly string[]) => Promise<void>;
}

/** The keys of a group's files as the build before had them. */
export function keysBefore(redo: Redo, group: string): KeysByPath {
  return redo.was<KeysByPath>(`keys ${group}`) ?? {};
}

/** More groups than this are given to workers, so many at a time. */
const MANY = 40;
const AT_ONCE = 12;

export async function workOutAll(
  build: OpenBuild,
  redo: Redo,
  problems: readonly Problem[] | null,
  withWorkers: WithWorkers,
): Promise<WorkedOut> {
  const groups = new Map<string, Group>();
  const links = new Map<string, () => LinksByPage>();
  let rendered = 0;
  const put = (name: string, kept: KeptGroup, keys: () => KeysByPath) => groups.set(name, { ...kept, name, keys });
  /** Keeps what was worked out now, and gives nothing of it back but by its name. */
  const putMade = (
    name: string,
    decidedBy: string,
    keys: KeysByPath,
    places: readonly string[],
    read: readonly string[] | null,
  ): void => {
    const kept = { ...keptOf(decidedBy, keys), places };
    if (read) redo.done("pages", `pages ${name}`, { read, made: kept });
    else redo.leaves(`pages ${name}`, kept);
    put(name, kept, redo.leaves(`keys ${name}`, keys));
  };

  build.works.pages.compare();
  const dirty: string[] = [];
  for (const name of groupNames(build, redo)) {
    const standing = redo.standing<KeptGroup>("pages", `pages ${name}`);
    if (standing && standing.made.decidedBy === decidersOf(build.deciders, name)) {
      const keys = redo.stays<KeysByPath>(`keys ${name}`);
      put(name, standing.made, () => keys() ?? {});
      links.set(name, unpackedLater(redo.stays<string>(`links ${name}`)));
    } else dirty.push(name);
  }
  const take = ({ done, states }: WithStates<GroupDone>) => {
    build.works.pages.takeOver(states);
    for (const { name, read, keys, urls, links: now, rendered: count } of done) {
      rendered += count;
      const before = unpacked(redo.was<string>(`links ${name}`));
      const ofGroup = Object.fromEntries(urls.map((url) => [url, now[url] ?? before[url] ?? []]));
      putMade(name, decidersOf(build.deciders, name), keys, placesLinked(ofGroup), read);
      links.set(name, unpackedLater(redo.leaves(`links ${name}`, packed(ofGroup))));
    }
  };
  const asked = dirty.map((name) => ({ name, known: Object.values(keysBefore(redo, name)) }));
  if (dirty.length < MANY) take({ done: await workGroupsOut(build, asked), states: [] });
  else
    await withWorkers(
      "Making pages",
      batches(asked, AT_ONCE).map((some) => ({ job: "pages", groups: some })),
      take,
    );

  const others = new Map<string, WorkedGroup>(otherGroups(build, problems));
  const stand = new Set<string>();
  const putOther = (name: string, { keys }: WorkedGroup, decidedBy = "") => {
    for (const key of Object.values(keysBefore(redo, name))) stand.add(key);
    putMade(name, decidedBy, keys, [], null);
  };
  for (const [name, group] of others) putOther(name, group);
  const { website = null } = build.works.site.council.settings;
  const makeSitemap = () => workedFrom(build.works, build.deciders, [], sitemaps(website, urlsOf(groups)));
  const decidedBy = hashOfValue([website, [...groups.values()].map(({ paths }) => paths)]);
  const sitemap = redo.was<KeptGroup>("pages sitemap");
  if (sitemap?.decidedBy === decidedBy) {
    const keys = redo.stays<KeysByPath>("keys sitemap");
    redo.stays("pages sitemap");
    put("sitemap", sitemap, () => keys() ?? {});
  } else {
    const made = makeSitemap();
    others.set("sitemap", made);
    putOther("sitemap", made, decidedBy);
  }
  rendered += (await renderOthers(build, others, (key) => stand.has(key))).urls.size;

  return {
    groups,
    links,
    changed: [...dirty, ...others.keys()],
    rendered,
    renderAgain: async (names) => {
      if (names.includes("sitemap") && !others.has("sitemap")) others.set("sitemap", makeSitemap());
      const own = names.filter((name) => !others.has(name));
      for (let at = 0; at < own.length; at += AT_ONCE)
        await renderGroups(
          build,
          own.slice(at, at + AT_ONCE).map((name) => workOut(build.works, build.deciders, name)),
          () => false,
        );
      await renderOthers(build, new Map([...others].filter(([name]) => names.includes(name))), () => false);
    },
  };
}

/** The names of all groups whose pages are worked out from what the council has. */
function groupNames({ works, publicHashes }: OpenBuild, redo: Redo): string[] {
  const parts = PARTED_KINDS.flatMap((template) => {
    const standing = redo.standing<readonly string[]>("pages", `parts ${template}`);
    if (standing) return standing.made.map((part) => groupOfPart(template, part));
    const done = partsOf(works, template);
    redo.done("pages", `parts ${template}`, done);
    return done.made.map((part) => groupOfPart(template, part));
  });
  return [...parts, ...[...publicHashes.keys()].sort().map(groupOfMeeting)];
}

/** Groups that hang on nothing that is asked: what every page is drawn with, the council's own pages, the problems. */
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

function renderOthers(
  build: OpenBuild,
  others: ReadonlyMap<string, WorkedGroup>,
  known: (key: string) => boolean,
): Promise<Rendered> {
  const { site } = build.works;
  const wholeCouncil = (template: string) =>
    others.has(`own ${template}`) ? { council: { ...site.council, ...wholeOf(build) } } : undefined;
  return renderGroups(build, [...others.values()], known, wholeCouncil);
}

/** What a council's own page may read beside the collections: every meeting, and what was asked for. */
function wholeOf({ works }: OpenBuild) {
  const { site } = works;
  return {
    meetings: site.meetingIds().flatMap((id) => site.meeting(id) ?? []),
    followUps: followUpsOn(site).all,
  };
}

/** The addresses of the pages of groups. */
function urlsOf(groups: ReadonlyMap<string, Group>): string[] {
  return [...groups.values()].flatMap(({ name, keys }) =>
    name === "sitemap" ? [] : Object.keys(keys()).flatMap(urlOf),
  );
}

function urlOf(path: string): string[] {
  return path.endsWith("index.html") ? [`/${path.slice(0, -"index.html".length)}`] : [];
}

function keptOf(decidedBy: string, keys: KeysByPath): Omit<KeptGroup, "places"> {
  const all = Object.values(keys);
  const pages = all.filter((key) => key.startsWith("p")).length;
  const paths = hashOfText(Object.keys(keys).join("\n"));
  return { decidedBy, key: hashOfValue(keys), paths, pages, files: all.length - pages };
}
