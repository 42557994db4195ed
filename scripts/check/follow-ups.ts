/** A follow-up says when it is due, and whatever names one names one that was asked for. */
import type { Fact, Question, Shared } from "../asking/around.ts";
import type { CouncilMeeting, Document, Papers } from "../model/council.ts";
import type { FollowUp, Minutes } from "../model/minutes.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { ruleQuestions } from "./questions.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

type Path = (string | number)[];
type Source = Parameters<typeof problemAt>[0];

export const followUps: Rule = {
  names: ["follow-up-due", "unknown-follow-up"],
  ofMeeting(around, { drafts }, known) {
    if (!drafts) return [];
    const unknown = namesIn(drafts).filter(({ id, own }) => id === own || !around.ask(isAskedFor, id));
    // What cannot be read may well be what asked for it.
    const isSure = unknown.length > 0 && !known.anyUnreadable("", "/minutes.md");
    return [...(isSure ? unknown.map((each) => unknownProblem(around, each)) : []), ...dueProblems(drafts.minutes)];
  },
};

/** The follow-ups that a meeting's minutes ask for, drafted or in any version that was issued. */
export const asksFor: Fact<CouncilMeeting, readonly string[]> = {
  name: "follow-ups-asked-for",
  of: ({ drafts, issued }) => [
    ...new Set(
      [drafts, ...issued.map((snapshot) => snapshot.papers)].flatMap(
        (papers) => papers?.minutes?.value.items.flatMap((item) => item.followUps.map((each) => each.id)) ?? [],
      ),
    ),
  ],
};

const askedFor: Shared<Surroundings, ReadonlySet<string>> = {
  name: "follow-ups-asked-for",
  make: (around) => new Set(around.every(asksFor).flatMap(({ value }) => value)),
};

const isAskedFor: Question<Surroundings, boolean> = ruleQuestions.add({
  name: "is-follow-up-asked-for",
  answer: (around, id) => around.shared(askedFor).has(id),
});

/** The follow-up that was most likely meant, other than the one asked about. */
const likeliestFollowUp: Question<Surroundings, string | null> = ruleQuestions.add({
  name: "likeliest-follow-up",
  answer: (around, about) => {
    const [id = "", own] = about.split(" for ");
    return nearest(
      id,
      [...around.shared(askedFor)].filter((each) => each !== own),
    );
  },
});

/** A place that names a follow-up; `own` is the follow-up it stands in, which cannot take its own place. */
interface Named {
  readonly source: Source;
  readonly path: Path;
  readonly id: string;
  readonly own?: string;
}

function namesIn({ reports, minutes }: Papers): Named[] {
  const ofReports = reports.flatMap((source) =>
    source.value.discharges.map((id, at): Named => ({ source, path: ["discharges", at], id })),
  );
  if (!minutes) return ofReports;
  const here = (path: Path, id: string | undefined, own?: string): Named[] =>
    id === undefined ? [] : [{ source: minutes, path, id, ...(own === undefined ? {} : { own }) }];
  const { discharges, undertakings, items } = minutes.value;
  return [
    ...ofReports,
    ...discharges.flatMap((each, at) => here(["discharges", at, "followUp"], each.followUp)),
    ...undertakings.flatMap((each, at) => here(["undertakings", at, "followUp"], each.followUp)),
    ...items.flatMap((item, index) => [
      ...item.questions.flatMap((each, at) => here(["items", index, "questions", at, "followUp"], each.followUp)),
      ...item.followUps.flatMap((each, at) =>
        here(["items", index, "followUps", at, "replaces"], each.replaces, each.id),
      ),
    ]),
  ];
}

function unknownProblem(around: Surroundings, { source, path, id, own }: Named): Problem {
  const guess = around.ask(likeliestFollowUp, own === undefined ? id : `${id} for ${own}`);
  const message =
    id === own ? `The follow-up \`${id}\` cannot take its own place.` : `Nobody asked for a follow-up \`${id}\`.`;
  const mend = guess ? `Did you mean \`${guess}\`?` : "Use the id from the minutes that asked for it.";
  return problemAt(source, path, "unknown-follow-up", "error", message, mend);
}

function dueProblems(minutes: Document<Minutes> | null): Problem[] {
  if (!minutes) return [];
  return minutes.value.items.flatMap((item, index) =>
    item.followUps.flatMap((followUp, at) => {
      const fault = dueFault(followUp);
      if (!fault) return [];
      const [field, message, mend] = fault;
      const path = ["items", index, "followUps", at, field];
      return [problemAt(minutes, path, "follow-up-due", "error", message, mend)];
    }),
  );
}

function dueFault({ due, kind, every }: FollowUp): [field: string, message: string, mend: string] | null {
  if (!due.meeting && !due.date && !due.said)
    return [
      "due",
      "The follow-up does not say when it is due.",
      "Give `meeting`, `date`, or the time as it was `said`.",
    ];
  if (kind === "recurring" && !every)
    return [
      "kind",
      "The follow-up comes again and again, and does not say how often.",
      "Add `every`: month, quarter, half year or year.",
    ];
  if (kind !== "recurring" && every)
    return [
      "every",
      `The follow-up comes every ${every}, and is not said to be recurring.`,
      "Say `kind: recurring`, or take `every` out.",
    ];
  return null;
}
