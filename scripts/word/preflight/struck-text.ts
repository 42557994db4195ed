/** Text that somebody struck through by hand: on our pages it would stand as if it were meant. */
import type { PreflightRule } from "./finding.ts";
import { passages } from "./runs.ts";

export const struckText: PreflightRule = {
  names: ["word-struck-text"],
  look: (_document, surveyed) =>
    passages(
      surveyed,
      ({ look }) => look.isStruck,
      "word-struck-text",
      (words) => `"${words}" is struck through. It would be published as if it stood.`,
      "Delete it if it is meant to go. If it is meant to stay, take the strikethrough off.",
    ),
};
