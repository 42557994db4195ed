/**
 * Works out every group of pages that changed, and renders what neither tree can have. Gives all groups with the key of every
 * file. Used by build-site.ts.
 */
import type { Problem } from "../model/problem.ts";
import { GroupsNow, keysBefore } from "./groups-now.ts";
import { type GroupDone, type WithStates, workGroupsOut } from "./jobs.ts";
import type { OpenBuild } from "./open-build.ts";
import { OtherGroups } from "./other-groups.ts";
import { decidersOf, groupOfMeeting, groupOfPart, PARTED_KINDS, partsOf, workOut } from "./page-groups.ts";
import type { WithWorkers } from "./read-and-check.ts";
import type { Redo } from "./redo.ts";
import { renderGroups } from "./render-groups.ts";
import { batches } from "./workers.ts";

export interface WorkedOut extends Pick<GroupsNow, "groups" | "links"> {
  /** The groups that were worked out now, for they or what they hang on may be others; their keys may be the same as before. */
  readonly changed: readonly string[];
  readonly rendered: number;
  /** Renders again whatever of these groups is in neither tree nor in the store. */
  readonly renderAgain: (groups: readonly string[]) => Promise<void>;
}

/** More groups than this are given to workers, so many at a time. */
const MANY = 40;
const AT_ONCE = 12;

/** Works out what changed. `problems` are those that a page of the preview tells of; null where there is no such page. */
export async function workOutAll(
  build: OpenBuild,
  redo: Redo,
  problems: readonly Problem[] | null,
  withWorkers: WithWorkers,
): Promise<WorkedOut> {
  build.works.pages.compare();
  const { works, deciders } = build;
  const now = new GroupsNow(redo);
  let rendered = 0;
  const changed = groupNames(build, redo).filter((name) => !now.stands(name, () => decidersOf(deciders, name)));
  const take = ({ done, states }: WithStates<GroupDone>) => {
    works.pages.takeOver(states);
    for (const { name, rendered: count, ...made } of done) {
      rendered += count;
      now.made(name, { ...made, decidedBy: decidersOf(deciders, name) });
    }
  };
  const asked = changed.map((name) => ({ name, known: Object.values(keysBefore(redo, name)) }));
  if (changed.length < MANY) take({ done: await workGroupsOut(build, asked), states: [] });
  else
    await withWorkers(
      "Making pages",
      batches(asked, AT_ONCE).map((groups) => ({ job: "pages", groups })),
      take,
    );
  const others = new OtherGroups(build, redo, now, problems);
  rendered += await others.render();
  return {
    groups: now.groups,
    links: now.links,
    changed: [...changed, ...others.names],
    rendered,
    renderAgain: async (names) => {
      const own = await others.renderAgain(names);
      for (const some of batches(own, AT_ONCE))
        await renderGroups(
          build,
          some.map((name) => workOut(works, deciders, name)),
          () => false,
        );
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
