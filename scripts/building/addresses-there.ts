/**
 * Which addresses a site has, after a build of it: of most, the group that it would be in tells. Kept from one build of a session
 * to the next. Used by build-site.ts, for links-dead.ts.
 */
import { hashOfValue } from "../asking/hashes.ts";
import { ValuesAtHand } from "../asking/values-at-hand.ts";
import { fileOf } from "./dead-links.ts";
import type { Group } from "./groups-now.ts";

/** Answers whether something stands at a path from the site's root, `/meetings/`. */
export type IsThere = (path: string) => boolean;

/** Signs of the paths of meetings that are held at once. */
const ROOM = 4_000_000;

export class AddressesThere {
  /** The paths of a meeting's group, by its name and their hash. */
  private readonly ofMeetings = new ValuesAtHand<ReadonlySet<string>>(ROOM);
  /** The paths of all other groups, and the hash of what they were made of. */
  private others: { readonly decidedBy: string; readonly paths: ReadonlySet<string> } = {
    decidedBy: "",
    paths: new Set(),
  };

  in(groups: ReadonlyMap<string, Group>): IsThere {
    let others: ReadonlySet<string> | null = null;
    return (path) => {
      const file = fileOf(path);
      const meeting = groups.get(`meeting ${/^meetings\/([^/]+)\//.exec(file)?.[1]}`);
      if (meeting && this.pathsOf(meeting).has(file)) return true;
      others ??= this.pathsOfOthers(groups);
      return others.has(file);
    };
  }

  private pathsOf({ name, paths, keys }: Group): ReadonlySet<string> {
    const key = `${name} ${paths}`;
    const known = this.ofMeetings.get(key);
    if (known) return known;
    const found = new Set(Object.keys(keys()));
    const size = [...found].reduce((sum, { length }) => sum + length, 0);
    this.ofMeetings.set(key, found, size);
    return found;
  }

  private pathsOfOthers(groups: ReadonlyMap<string, Group>): ReadonlySet<string> {
    const others = [...groups.values()].filter(({ name }) => !name.startsWith("meeting "));
    const decidedBy = hashOfValue(others.map(({ name, paths }) => [name, paths]));
    if (this.others.decidedBy !== decidedBy)
      this.others = { decidedBy, paths: new Set(others.flatMap(({ keys }) => Object.keys(keys()))) };
    return this.others.paths;
  }
}
