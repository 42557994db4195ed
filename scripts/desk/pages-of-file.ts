/** The pages of the preview that a file makes, by its name alone. For the desk, and for the server that shows problems in pages. */
import { address } from "../site/addresses.ts";

/** A page that tells of a file's problems; one with `unless` does so only while that page is not there. */
export interface PageOfFile {
  readonly url: string;
  readonly unless: string | null;
}

/** The page that a file makes; of a paper of a meeting its meeting's too. None where it makes no page. */
export function pagesOfFile(file: string): PageOfFile[] {
  const only = (url: string | null) => (url === null ? [] : [{ url, unless: null }]);
  // A link that leads nowhere is told of by the page that it stands on.
  if (file.startsWith("/")) return only(file);
  if (file === "data/council.json") return only(address.home());
  const [, meeting = "", name = ""] = /^content\/meetings\/[^/]+\/([^/]+)\/(.+)$/.exec(file) ?? [];
  if (meeting === "") return only(pageOfLiving(file));
  const page = address.meeting(meeting);
  if (name.startsWith("issued/")) return only(address.meetingRecord(meeting));
  const paper = /^([^/]+)\.md$/.exec(name)?.[1] ?? "meeting";
  if (["meeting", "agenda"].includes(paper)) return only(page);
  const own = paper === "minutes" ? address.minutes(meeting) : address.report(meeting, paper);
  return [...only(own), { url: page, unless: own }];
}

/** The page of a file of living data, by its name; null where it makes none. */
export function pageOfLiving(file: string): string | null {
  const [, folder, name] = /^(?:content|data)\/([a-z-]+)\/([^/]+?)(?:\.(?:md|json)|\/.*)$/.exec(file) ?? [];
  const page = folder && Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
  return name && page ? page(name) : null;
}

const FOLDERS: Readonly<Record<string, (name: string) => string>> = {
  committees: address.committee,
  members: address.member,
  inspections: address.inspection,
  plans: address.plan,
  matters: address.matter,
  pages: address.page,
  "forward-plan": address.forwardPlanEntry,
};
