/**
 * The minutes and resolutions of the thread, found by their keys. They are most of what there is and few are ever asked for, so
 * that each is made when it is. For links.ts.
 */
import { address } from "../addresses.ts";
import type { CalledMeeting } from "../facts/meeting-row.ts";
import { meetingName } from "../meeting-words.ts";
import { type Link, minuteKey, resolutionKey, type ThreadNode } from "./nodes.ts";
import type { ThreadMinute } from "./reports.ts";

interface Found {
  readonly meeting: CalledMeeting;
  readonly minute: ThreadMinute;
  /** Of a resolution; null for the minute itself. */
  readonly letter: string | null;
  /** How many links the thread had when the meeting's minutes were added. */
  readonly after: number;
}

const KEY = /^meetings\/([^/#]+)\/minutes#([sr].+)$/;

export class MinutesByKey {
  private readonly meetings = new Map<
    string,
    Pick<Found, "meeting" | "after"> & { readonly minutes: readonly ThreadMinute[] }
  >();

  add(meeting: CalledMeeting, minutes: readonly ThreadMinute[], after: number): void {
    this.meetings.set(meeting.id, { meeting, minutes, after });
  }

  /** What `meetings/2026-09-28-cabinet/minutes#s34` is about, or a resolution of it, `...#r34-b`; null for any other key. */
  find(key: string): Found | null {
    const [, id = "", part = ""] = KEY.exec(key) ?? [];
    const found = this.meetings.get(id);
    if (!found) return null;
    for (const minute of found.minutes) {
      const own = minute.minute.toLowerCase();
      const letter = minute.letters.find((each) => part === `r${own}-${each}`) ?? null;
      if (letter !== null || part === `s${own}`) return { meeting: found.meeting, after: found.after, minute, letter };
    }
    return null;
  }

  node(key: string): ThreadNode | null {
    const found = this.find(key);
    if (!found) return null;
    const { meeting, minute, letter } = found;
    const title = `${meetingName(meeting)}, minute ${minute.minute}`;
    if (letter === null) return { key, kind: "minute", title, href: address.minute(meeting.id, minute.minute) };
    const href = address.resolution(meeting.id, minute.minute, letter);
    return { key, kind: "resolution", title: `${title}, resolution (${letter})`, href };
  }
}

/** The links between a minute and its resolutions; of one resolution, its own. */
export function resolvedLinks({ meeting, minute, letter }: Found): Link[] {
  return (letter === null ? minute.letters : [letter]).map((each) => ({
    from: minuteKey(meeting.id, minute.minute),
    to: resolutionKey(meeting.id, minute.minute, each),
    forward: "Resolved",
    back: "Resolved at",
  }));
}
