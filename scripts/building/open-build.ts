/**
 * One build's tools over a council as it stands now: the templates, what decides a page beside its view, and the works. Opened
 * once a build in the main process, and once in each worker.
 */
import { join } from "node:path";
import type nunjucks from "nunjucks";
import { hashOfValue } from "../asking/hashes.ts";
import type { Ledger } from "../asking/ledger.ts";
import { type Assets, assets } from "../site/assets.ts";
import { councilsWiring } from "../site/councils-wiring.ts";
import { FACTS_FOR_PAGES } from "../site/facts.ts";
import { layoutData } from "../site/layout-data.ts";
import { environmentFor } from "../templating/kept-environment.ts";
import { TemplateHashes } from "../templating/template-hashes.ts";
import type { BuildPlace } from "./build-place.ts";
import { CouncilAtHand, type HashedUnit } from "./council-at-hand.ts";
import { WIRING } from "./council-files.ts";
import { type FactHashes, FactsKept } from "./facts.ts";
import { FACTS_FOR_RULES } from "./facts-for-rules.ts";
import type { Told } from "./kept-file.ts";
import type { PageDeciders } from "./page-groups.ts";
import { PageStore, pagesIn } from "./page-store.ts";
import { SharedCache } from "./shared-cache.ts";
import { Works } from "./works.ts";

export class OpenBuild {
  readonly place: BuildPlace;
  readonly works: Works;
  readonly store: PageStore;
  readonly facts: { readonly rules: FactsKept<never>; readonly pages: FactsKept<never> };
  /** What pages take for the bytes of each meeting; filled as meetings are admitted. */
  readonly publicHashes: Map<string, string>;
  /** Files that could not be read; filled as they are read. */
  readonly unreadable: Set<string>;
  private readonly environment: nunjucks.Environment;
  private drawn: { assets: Assets; layout: ReturnType<typeof layoutData>; deciders: PageDeciders } | null = null;

  constructor(
    place: BuildPlace,
    units: ReadonlyMap<string, HashedUnit>,
    ledgers: { readonly rules: Ledger; readonly pages: Ledger },
    facts: OpenBuild["facts"],
    told: Told,
    publicHashes = new Map<string, string>(),
    unreadable = new Set<string>(),
    atHandBefore: CouncilAtHand | null = null,
  ) {
    this.place = place;
    this.facts = facts;
    this.publicHashes = publicHashes;
    this.unreadable = unreadable;
    this.environment = environmentFor(place.root);
    const { root, audience, kept, now, program, cache } = place;
    const shared = new SharedCache(cache, told);
    // What a council's own wiring reads is in no key, so its pages are nobody else's.
    const sharedPages = councilsWiring(root) ? new SharedCache(null, told) : shared;
    this.store = new PageStore(pagesIn(kept), { cache: sharedPages, kind: `page ${audience}` });
    this.works = new Works({
      atHand: new CouncilAtHand(
        { root, drafts: audience === "draft", kept, shared, program, now, told },
        units,
        atHandBefore,
      ),
      audience,
      component: (name, data) => {
        this.drawing();
        return this.environment.render(`components/${name}/template.njk`, data);
      },
      ledgers,
      facts,
      publicHashes,
      unreadable,
    });
  }

  /** Whether templates still are what the keys of pages say: else what was rendered may be of others. */
  areTemplatesAsHashed(names: readonly string[]): boolean {
    const now = new TemplateHashes(this.place.root);
    const { templates } = this.deciders;
    return names.map((name) => `pages/${name}.njk`).every((name) => now.of(name) === templates.of(name));
  }

  get layout(): object {
    return this.drawing().layout;
  }

  get assets(): Assets {
    return this.drawing().assets;
  }

  get deciders(): PageDeciders {
    return this.drawing().deciders;
  }

  get nunjucks(): nunjucks.Environment {
    this.drawing();
    return this.environment;
  }

  /** What every page is drawn with. It is worked out when the first page is, since the navigation is known by then. */
  private drawing() {
    if (this.drawn) return this.drawn;
    const { root, liveReload, program } = this.place;
    const { site, atHand } = this.works;
    const { result } = this.works.pages.noting(() => {
      const drawnWith = assets(root, site.council.settings.colours);
      return { assets: drawnWith, layout: layoutData(site, { liveReload }) };
    });
    const wiring = WIRING.map((name) => atHand.hashOf(`file ${name}`));
    const layout = hashOfValue([result.layout, result.assets.hashed, wiring]);
    this.drawn = { ...result, deciders: { templates: new TemplateHashes(root), layout, program } };
    this.environment.addGlobal("asset", result.assets.addressOf);
    return this.drawn;
  }
}

/** The facts that are kept in a folder, with the hashes that the build before gave them. */
export function factsIn(
  { kept, program }: Pick<BuildPlace, "kept" | "program">,
  hashes: { readonly rules: FactHashes; readonly pages: FactHashes },
  told: Told,
): OpenBuild["facts"] {
  return {
    rules: new FactsKept(join(kept, "facts/rules"), program, FACTS_FOR_RULES, hashes.rules, told),
    pages: new FactsKept(join(kept, "facts/pages"), program, FACTS_FOR_PAGES, hashes.pages, told),
  };
}
