/**
 * Builds a site, public or preview, doing again only what has to be: units that changed are read, meetings admitted and
 * checked, groups of pages worked out, pages rendered, and the idle tree brought up to date and made public in one step.
 * Called by build.ts, and again and again by the preview's session.
 */
import { nextChange } from "../check/days.ts";
import { type Problem, sortProblems, stopsPublishing } from "../model/problem.ts";
import { AddressesThere } from "./addresses-there.ts";
import { type BuildPlace, type PlaceAsked, placeOfBuild } from "./build-place.ts";
import { changedPages } from "./changed-pages.ts";
import { unitsChanged } from "./changed-units.ts";
import { makeRoom } from "./enough.ts";
import { NothingToTrust } from "./facts.ts";
import type { Told } from "./kept-file.ts";
import { keepLastBuild, type LastBuild, lastBuild, looksOf, templatesLook, treeBehind } from "./last-build.ts";
import { type Note, type OpenedCouncil, openCouncil, type Standing } from "./lazy-council.ts";
import { linksDead } from "./links-dead.ts";
import { lookNow, looksOfSnapshots, readUnits, turnsFor } from "./look.ts";
import { Memory } from "./memory.ts";
import { factsIn, OpenBuild } from "./open-build.ts";
import { pagesIn } from "./page-store.ts";
import { publishGroups } from "./publish-groups.ts";
import { checkAll, readAll, type WithWorkers } from "./read-and-check.ts";
import { Redo } from "./redo.ts";
import { cacheToldOnce } from "./shared-cache.ts";
import { standingOf } from "./standing.ts";
import { keepOfThisBoot } from "./this-boot.ts";
import { workOutAll } from "./work-out.ts";
import { Workers } from "./workers.ts";

export interface BuildSiteOptions extends PlaceAsked {
  readonly told?: Told;
  /** Trusts nothing that stands published, and makes all of it anew. */
  readonly isFresh?: boolean;
  /** As many worker processes at once; left out, one a core. */
  readonly workers?: number;
  /** Leaves it to `keep` to write down what a build leaves for another day: the preview shows the page first. */
  readonly keepsLater?: boolean;
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

/** How all that a build may read looked before any of it was read. */
interface Looked {
  readonly units: ReturnType<typeof lookNow>;
  readonly templates: string;
}

/** A site that is built again and again: what one build leaves is handed to the next in memory, and kept for another day. */
export class SiteBuilder {
  private readonly options: BuildSiteOptions;
  private readonly place: BuildPlace;
  private readonly told: Told;
  private memory: Memory | null = null;
  /** Whose turn it is to have its snapshots looked at: after that of the last build, also of another day. */
  private turn: number;
  /** What the last build had at hand, for the next to take over. */
  private atHand: OpenBuild["works"]["atHand"] | null = null;
  private readonly addresses = new AddressesThere();
  /** What the last build left, to be looked at. */
  private left: Standing | null = null;
  /** Writes down what the last build left for another day; null where that is done. */
  private unkept: (() => void) | null = null;
  /** What changed since a build that ended well looked at it; null where that is not known. */
  private unlooked: Set<string> | null = null;

  constructor(options: BuildSiteOptions) {
    this.options = options;
    this.told = cacheToldOnce(options.told ?? (() => {}));
    this.place = placeOfBuild(options, this.told);
    keepOfThisBoot(pagesIn(this.place.kept));
    this.turn = (lastBuild(this.place.kept, this.place.program)?.turn ?? -1) + 1;
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

  /** Writes down what the last build left, so that the first of another day need not do all again. */
  keep(): void {
    this.unkept?.();
    this.unkept = null;
  }

  private async buildFrom(before: Memory, progress: Progress): Promise<SiteBuilt> {
    const { place, told } = this;
    progress(place.audience === "draft" ? "Reading the council's files" : "Reading what was issued");
    const looked = this.unlooked
      ? null
      : {
          templates: templatesLook(place.root),
          units: lookNow(
            place,
            this.turn,
            turnsFor([...before.units.keys()].filter((name) => name.startsWith("meeting ")).length),
          ),
        };
    const units = looked
      ? readUnits(place, looked.units, before.units)
      : unitsChanged(place, before.units, this.unlooked ?? []);
    const facts = factsIn(place, before.facts, told);
    for (const ledger of Object.values(before.ledgers)) ledger.begin();
    const build = new OpenBuild(place, units, before.ledgers, facts, told, undefined, undefined, this.atHand);
    this.atHand = build.works.atHand;
    const redo = new Redo(before, build.works);
    const workers = new Workers(told, this.options.workers);
    const withWorkers: WithWorkers = async (step, jobs, take) => {
      let done = 0;
      const kept = { rules: facts.rules.keep(), pages: facts.pages.keep() };
      const { publicHashes, unreadable } = build;
      makeRoom();
      await workers.doAll<never>({ place, units, facts: kept, publicHashes, unreadable }, jobs, (came) => {
        take(came);
        done += 1;
        progress(`${step}, ${Math.floor((100 * done) / jobs.length)}%`);
      });
      makeRoom();
    };
    try {
      return await this.buildWith(build, redo, before, looked, units, withWorkers, progress);
    } finally {
      workers.close();
    }
  }

  private async buildWith(
    build: OpenBuild,
    redo: Redo,
    memory: Memory,
    looked: Looked | null,
    units: Memory["units"],
    withWorkers: WithWorkers,
    progress: Progress,
  ): Promise<SiteBuilt> {
    const { place, told } = this;
    const { facts, works } = build;
    const whileReading = await readAll(build, redo, withWorkers);
    // Without settings no rule can be asked.
    if (!works.atHand.collection("settings").value)
      return { published: null, problems: sortProblems(whileReading), addresses: () => [], changed: [] };
    const problems = sortProblems([...whileReading, ...(await checkAll(build, redo, withWorkers))]);
    if (place.audience === "public" && problems.some(stopsPublishing))
      return { published: null, problems, addresses: () => [], changed: [] };
    progress("Making pages");
    const worked = await workOutAll(build, redo, place.audience === "draft" ? problems : null, withWorkers);
    progress("Publishing");
    await publishGroups(build, worked, place.root, this.options.out, told, this.options.isFresh ?? false);
    const dead = linksDead(worked, this.options.out, redo, this.addresses.in(worked.groups));
    const changed = changedPages(worked, redo);
    memory.take(redo.redone, units, { rules: facts.rules.keep(), pages: facts.pages.keep() });
    this.memory = memory;
    build.store.clear();
    const published = { ...counted(worked), rendered: worked.rendered };
    this.unlooked = new Set();
    this.left = standingOf(build, [...problems, ...dead]);
    if (looked) this.turn += 1;
    const turn = this.turn - 1;
    this.unkept = () => {
      memory.keep(place.kept, place.program);
      // What the memory on the disk names may go only when that is another one.
      for (const each of [facts.rules, facts.pages, works.atHand]) each.forgetOthers();
      this.keepLast(works, memory.keysInUse("rules"), looked, {
        turn,
        snapshots: looksOfSnapshots(units, turnsFor(works.atHand.meetingNames.length)),
        published,
        problems: [...problems, ...dead],
      });
    };
    if (!this.options.keepsLater) this.keep();
    return {
      published,
      problems: [...problems, ...dead],
      addresses: () => addressesOf(worked),
      changed,
    };
  }

  /** For a next build that has nothing to do. */
  private keepLast(
    { atHand }: OpenBuild["works"],
    asked: Iterable<string>,
    looked: Looked | null,
    rest: Pick<LastBuild, "turn" | "snapshots" | "published" | "problems">,
  ): void {
    const { place } = this;
    const settings = atHand.collection("settings").value?.value;
    const clock = { set: settings?.sample?.now ?? null, timeZone: settings?.timeZone ?? "Europe/London" };
    keepLastBuild(place.kept, place.program, {
      // Where only what changed was looked at, the next build looks at everything.
      looks: looked ? looksOf(looked.units.values()) : "",
      templates: looked?.templates ?? "",
      clock,
      now: atHand.now,
      until: settings ? nextChange(atHand.now, settings, asked) : null,
      tree: treeBehind(this.options.out),
      ...rest,
    });
  }
}

function addressesOf({ groups }: Awaited<ReturnType<typeof workOutAll>>): string[] {
  return [...groups.values()].flatMap(({ keys }) =>
    Object.keys(keys()).flatMap((path) => (path.endsWith(".html") ? `/${path.replace(/index\.html$/, "")}` : [])),
  );
}

function counted({ groups }: Awaited<ReturnType<typeof workOutAll>>): { pages: number; files: number } {
  let [pages, files] = [0, 0];
  for (const group of groups.values()) [pages, files] = [pages + group.pages, files + group.files];
  return { pages, files };
}
