/**
 * The jobs that worker processes do for a build, and what they send back: plain data, so that it passes between processes. Each
 * is one function over an open build, which the main process calls too where there is little to do.
 */
import type { KeyState } from "../asking/ledger.ts";
import type { Problem } from "../model/problem.ts";
import type { LinksByPage } from "./dead-links.ts";
import type { OpenBuild } from "./open-build.ts";
import { type KeysByPath, workOut } from "./page-groups.ts";
import { renderGroups } from "./render-groups.ts";
import type { Done, FactTexts, MeetingRead } from "./works.ts";

/** A meeting that was read: what it made and its facts; its admission too, unless that asks what is known only later. */
export interface ReadDone {
  readonly id: string;
  readonly read: Done<MeetingRead> & { readonly facts: FactTexts };
  readonly admitted: (Done<string> & { readonly facts: FactTexts }) | null;
}

export function readMeetings({ works }: OpenBuild, ids: readonly string[]): ReadDone[] {
  return ids.map((id) => {
    const read = works.read(id);
    return { id, read, admitted: read.made.isThere ? works.admitAlone(id) : null };
  });
}

export interface CheckDone extends Done<Problem[]> {
  readonly id: string;
}

export function checkMeetings({ works }: OpenBuild, ids: readonly string[]): CheckDone[] {
  return ids.map((id) => ({ id, ...works.check(id) }));
}

/** A group to be worked out, with the keys of pages that need no rendering: they stand in a tree. */
export interface GroupAsked {
  readonly name: string;
  readonly known: readonly string[];
}

export interface GroupDone {
  readonly name: string;
  readonly read: readonly string[];
  readonly keys: KeysByPath;
  /** The addresses of its pages. */
  readonly urls: readonly string[];
  /** The links of the pages that were rendered, or were in the store. */
  readonly links: LinksByPage;
  readonly rendered: number;
}

/** What came of a job, with what was asked for it, for a process that asked nothing itself. */
export interface WithStates<Finished> {
  readonly done: readonly Finished[];
  readonly states: Iterable<readonly [string, KeyState]>;
}

/** Works groups out and renders what of them is new into the store. */
export async function workGroupsOut(build: OpenBuild, asked: readonly GroupAsked[]): Promise<GroupDone[]> {
  const { works, deciders } = build;
  const worked = asked.map(({ name }) => ({ name, ...workOut(works, deciders, name) }));
  const known = new Set(asked.flatMap((each) => each.known));
  const { links, urls: renderedNow } = await renderGroups(build, worked, (key) => known.has(key));
  return worked.map(({ name, read, keys, pages }): GroupDone => {
    const urls = [...pages.values()].map(({ view }) => view.url);
    const own = Object.fromEntries(urls.flatMap((url) => (links.has(url) ? [[url, links.get(url) ?? []]] : [])));
    return { name, read, keys, urls, links: own, rendered: urls.filter((url) => renderedNow.has(url)).length };
  });
}
