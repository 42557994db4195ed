/** What the thread consists of: nodes by their keys, and links with their words in both directions. For links.ts and what adds to it. */
import { limbLetter } from "../limbs.ts";

/** What a thread leads through. Its key is the way it is written in front matter: `plans/recovery-plan/workforce-plan`. */
export interface ThreadNode {
  readonly key: string;
  readonly kind:
    | "inspection"
    | "finding"
    | "plan"
    | "action"
    | "measure"
    | "report"
    | "limb"
    | "resolution"
    | "minute"
    | "follow-up";
  readonly title: string;
  readonly href: string;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  /** How `to` stands to `from`: `Answered by`. */
  readonly forward: string;
  /** How `from` stands to `to`: `Answers`. */
  readonly back: string;
}

export const minuteKey = (meeting: string, minute: string) => `meetings/${meeting}/minutes#s${minute.toLowerCase()}`;
export const resolutionKey = (meeting: string, minute: string, letter: string) =>
  `meetings/${meeting}/minutes#r${minute.toLowerCase()}-${letter}`;
export const limbKey = (meeting: string, paper: string, limb: number) =>
  `meetings/${meeting}/${paper}#rec-${limbLetter(limb)}`;
