/** Names of files become addresses for ever, so they are plain, and none takes an address that is ours. */
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

/** Addresses that pages of ours have, or will have, at the top of the site. */
const RESERVED = new Set(
  "404 assets committees cy decisions follow-ups forward-plan inspections matters meetings members open-data plans problems search".split(
    " ",
  ),
);
const PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const fileNames: Rule = {
  names: ["file-name"],
  check(council) {
    const named = [
      ...council.committees,
      ...council.members,
      ...council.inspections,
      ...council.plans,
      ...council.matters,
      ...council.pages,
      ...council.meetings.flatMap(({ drafts }) => drafts?.reports ?? []),
    ];
    const problem = (file: string, message: string, mend: string): Problem => ({
      rule: "file-name",
      severity: "error",
      file,
      line: 1,
      column: 1,
      message,
      mend,
    });
    return [
      ...named
        .filter(({ id }) => !PLAIN.test(id))
        .map(({ file, id }) =>
          problem(
            file,
            `The name \`${id}\` cannot be part of an address.`,
            "Use small letters, digits and single hyphens, such as `recovery-plan`.",
          ),
        ),
      ...council.pages
        .filter(({ id }) => RESERVED.has(id))
        .map(({ file, id }) =>
          problem(file, `The address /${id}/ is taken by pages that Clear Days makes.`, "Give the page another name."),
        ),
    ];
  },
};
