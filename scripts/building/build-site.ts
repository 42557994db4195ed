/**
 * Builds a site, public or preview, doing again only what has to be: units that changed are read, meetings admitted and
 * checked, groups of pages worked out, pages rendered, and the idle tree brought up to date and made public in one step.
 * Called by build.ts, and again and again by the preview's session.
 */
import { join, resolve } from "node:path";
import type { Fact } from "../asking/around.ts";
import { hashOfText } from "../asking/noted-answers.ts";
import { type Problem, sortProblems, stopsPublishing } from "../model/problem.ts";
import { FACTS_FOR_PAGES } from "../site/facts.ts";
import { changedPages, type OtherKeys, otherKeys } from "./changed-pages.ts";
import { NothingToTrust } from "./facts.ts";
import { FACTS_FOR_RULES } from "./facts-for-rules.ts";
import type { Told } from "./kept-file.ts";
import { type Note, type OpenedCouncil, openCouncil, type Standing } from "./lazy-council.ts";
import { linksDead } from "./links-dead.ts";
import { lookAt } from "./look.ts";
import { Memory } from "./memory.ts";
import { type BuildPlace, factsIn, OpenBuild } from "./open-build.ts";
import { programHash } from "./program-hash.ts";
import { publishGroups } from "./publish-groups.ts";
import { checkAll, readAll } from "./read-and-check.ts";
import { Redo } from "./redo.ts";
import { workOutAll } from "./work-out.ts";

export interface BuildSiteOptions {
  readonly root: string;
  readonly out: string;
  readonly audience: "public" | "draft";
  readonly now?: string | undefined;
  readonly liveReload?: boolean;
  readonly told?: Told;
}

/** Told of each step as it begins. */
export type Progress = (step: string) => void;

export interface SiteBuilt {
  /** Null where a problem stopped the build; what was public before is still public. */
  readonly published: { readonly pages: number; readonly files: number; readonly rendered: number } | null;
  readonly problems: readonly Problem[];
  /** The addresses of all pages, worked out when they are asked for. */
  readonly addresses: () => string[];
  /** Addresses of what came, went or changed since the build before; of the first build in a session, of what it did. */
  readonly changed: readonly string[];
}

/** A site that is built again and again: what one build leaves is handed to the next in memory, and kept for another day. */
export class SiteBuilder {
  private readonly options: BuildSiteOptions;
  private readonly place: BuildPlace;
  private readonly told: Told;
  private memory: Memory | null = null;
  private others: OtherKeys = new Map();
  /** What the last build left, to be looked at. */
  private left: Standing | null = null;
  /** What changed since a build that ended well looked at it; null where that is not known. */
  private unlooked: Set<string> | null = null;

  constructor(options: BuildSiteOptions) {
    const { root, out, audience, now, liveReload = false, told = () => {} } = options;
    this.options = options;
    this.told = told;
    // Two places that are built to have nothing in common but the council, so that neither waits for the other.
    const name = `${audience}-${hashOfText(`${resolve(out)} ${liveReload}`).slice(0, 8)}`;
    this.place = {
      root: resolve(root),
      audience,
      kept: join(resolve(root), ".cleardays/kept", name),
      now,
      liveReload,
      program: programHash(),
    };
  }

  /**
   * Builds once. Refuses, and throws, as publishTrees does; the next build then begins where this one did. `changed` are paths
   * from the council's root of all that came, went or changed since the build before; left out, every file is looked at.
   */
  async build(progress: Progress = () => {}, changed: Iterable<string> | null = null): Promise<SiteBuilt> {
    const { place, told } = this;
    const before = this.memory ?? Memory.read(place.kept, place.program, told);
    this.unlooked = changed && this.unlooked && new Set([...this.unlooked, ...changed]);
    try {
      return await this.buildFrom(before, progress);
    } catch (error) {
      if (!(error instanceof NothingToTrust)) throw error;
      this.unlooked = null;
      return await this.buildFrom(Memory.empty(), progress);
    }
  }

  /** The council as the last build that could read its settings left it; null before. `note` is told of all that is looked at. */
  council(note?: Note): OpenedCouncil | null {
    return this.left && openCouncil(this.left, note);
  }

  private async buildFrom(before: Memory, progress: Progress): Promise<SiteBuilt> {
    const { place, told } = this;
    progress(place.audience === "draft" ? "Reading the council's files" : "Reading what was issued");
    const units = lookAt(place, before, this.unlooked);
    const facts = factsIn(place, before.facts, told);
    const build = new OpenBuild(place, units, before.keys, facts, told);
    const redo = new Redo(before);
    const { works } = build;
    const whileReading = readAll(build, redo);
    // Without settings no rule can be asked.
    if (!works.atHand.collection("settings").value)
      return { published: null, problems: sortProblems(whileReading), addresses: () => [], changed: [] };
    const problems = sortProblems([...whileReading, ...checkAll(build, redo)]);
    if (place.audience === "public" && problems.some(stopsPublishing))
      return { published: null, problems, addresses: () => [], changed: [] };
    progress("Making pages");
    const worked = await workOutAll(build, redo, place.audience === "draft" ? problems : null);
    progress("Publishing");
    await publishGroups(build, worked, place.root, this.options.out, told);
    const dead = linksDead(worked, this.options.out);
    this.memory = new Memory({
      units,
      facts: { rules: facts.rules.keep(), pages: facts.pages.keep() },
      keys: { rules: works.rules.statesOf(redo.read.rules), pages: works.pages.statesOf(redo.read.pages) },
      works: redo.lines,
    });
    this.memory.keep(place.kept, place.program);
    for (const each of [facts.rules, facts.pages, works.atHand]) each.forgetOthers();
    build.store.clear();
    const { rendered } = worked;
    const changed = changedPages(worked, redo, this.others);
    this.others = otherKeys(worked, redo);
    this.unlooked = new Set();
    this.left = standing(build, [...problems, ...dead]);
    return {
      published: { ...counted(worked), rendered },
      problems: [...problems, ...dead],
      addresses: () => addressesOf(worked),
      changed,
    };
  }
}

const KEPT_FOR_RULES = new Set(FACTS_FOR_RULES.map(({ name }) => name));
const KEPT_FOR_PAGES = new Set(FACTS_FOR_PAGES.map(({ name }) => name));

function standing({ works, facts, unreadable, layout, place }: OpenBuild, problems: readonly Problem[]): Standing {
  const factOf = (name: string) => ({ name }) as Fact<never, unknown>;
  return {
    atHand: works.atHand,
    every: (name) => (KEPT_FOR_RULES.has(name) ? facts.rules.every(factOf(name)) : null),
    everyShown: (name) => (KEPT_FOR_PAGES.has(name) ? facts.pages.every(factOf(name)) : null),
    hashOfFact: (kind, name) => (kind === "every" ? facts.rules : facts.pages).hashOf(name),
    layout,
    problems,
    unreadable,
    drafts: place.audience === "draft",
  };
}

function addressesOf({ groups }: Awaited<ReturnType<typeof workOutAll>>): string[] {
  return [...groups.values()].flatMap(({ keys }) =>
    Object.keys(keys()).flatMap((path) => (path.endsWith(".html") ? `/${path.replace(/index\.html$/, "")}` : [])),
  );
}

function counted({ groups }: Awaited<ReturnType<typeof workOutAll>>): { pages: number; files: number } {
  const keys = [...groups.values()].flatMap(({ keys: of }) => Object.values(of()));
  const pages = keys.filter((key) => key.startsWith("p")).length;
  return { pages, files: keys.length - pages };
}
