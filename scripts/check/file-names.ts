/** Names of files become addresses for ever, so they are plain, and none takes an address that is ours. */
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

/** Addresses that pages of ours have, or will have, at the top of the site. */
const RESERVED = new Set(
  "404 assets committees cy decisions follow-ups forward-plan inspections matters meetings members open-data plans problems record search".split(
    " ",
  ),
);
/** Addresses that every meeting has of its own, beside those of its papers. */
const RESERVED_AT_MEETINGS = new Set(["appendices", "images", "pages", "record"]);
const PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const fileNames: Rule = {
  names: ["file-name"],
  ofMeeting: (_around, { drafts }) => [
    ...(drafts?.reports ?? []).flatMap(notPlain),
    ...(drafts?.reports ?? [])
      .filter(({ id }) => RESERVED_AT_MEETINGS.has(id))
      .map(({ file, id }) =>
        problem(
          file,
          `Every meeting has \`${id}/\` for something else, so no report can be called that.`,
          "Give the report another name, and its item in agenda.md the same.",
        ),
      ),
  ],
  ofCouncil: ({ council }) => [
    ...[
      ...council.committees,
      ...council.members,
      ...council.inspections,
      ...council.plans,
      ...council.matters,
      ...council.pages,
      ...council.forwardPlan.flatMap(({ draft }) => draft ?? []),
    ].flatMap(notPlain),
    ...council.pages
      .filter(({ id }) => RESERVED.has(id))
      .map(({ file, id }) =>
        problem(file, `The address /${id}/ is taken by pages that Clear Days makes.`, "Give the page another name."),
      ),
  ],
};

function notPlain({ file, id }: { readonly file: string; readonly id: string }): Problem[] {
  if (PLAIN.test(id)) return [];
  return [
    problem(
      file,
      `The name \`${id}\` cannot be part of an address.`,
      "Use small letters, digits and single hyphens, such as `recovery-plan`.",
    ),
  ];
}

function problem(file: string, message: string, mend: string): Problem {
  return { rule: "file-name", severity: "error", file, line: 1, column: 1, message, mend };
}
