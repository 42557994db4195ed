/** What is referred to by a short name has one that nothing else of its kind has. */
import type { Fact, Question, Shared } from "../asking/around.ts";
import type { CouncilMeeting, Papers, Positions } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { ruleQuestions } from "./questions.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

type Source = { file: string; positions: Positions };
type Path = (string | number)[];

export const uniqueIds: Rule = {
  names: ["same-id"],
  ofMeeting: (around, { drafts }) => (drafts ? [...inPapers(drafts), ...ofFollowUps(around, drafts)] : []),
  ofCouncil({ council }) {
    const problems: Problem[] = [];
    const measure = seen(problems, "measure");
    for (const plan of council.plans) {
      const id = seen(problems, "id");
      plan.value.measures.forEach((each, index) => {
        measure(plan, ["measures", index, "id"], each.id);
        id(plan, ["measures", index, "id"], each.id);
      });
      plan.value.actions.forEach((each, index) => id(plan, ["actions", index, "id"], each.id));
    }
    for (const inspection of council.inspections) {
      const finding = seen(problems, "finding");
      inspection.value.findings.forEach((each, index) => finding(inspection, ["findings", index, "id"], each.id));
    }
    return problems;
  },
};

/** Takes each name of one kind in turn, and adds a problem for one that was there before. */
function seen(problems: Problem[], what: string): (source: Source, path: Path, id: string) => void {
  const ids = new Map<string, string>();
  return (source, path, id) => {
    const before = ids.get(id);
    if (before) problems.push(sameId(source, path, what, id, before));
    ids.set(id, source.file);
  };
}

function sameId(source: Source, path: Path, what: string, id: string, before: string): Problem {
  return problemAt(
    source,
    path,
    "same-id",
    "error",
    `The ${what} \`${id}\` is already in ${before}.`,
    "Give this one another; links to the first one stay true.",
  );
}

function inPapers({ agenda, reports, minutes }: Papers): Problem[] {
  const problems: Problem[] = [];
  const [id, number] = [seen(problems, "item"), seen(problems, "item number")];
  agenda?.value.items.forEach((item, index) => {
    id(agenda, ["items", index, "id"], item.id);
    number(agenda, ["items", index, "number"], item.number);
  });
  for (const report of reports) {
    const appendix = seen(problems, "appendix");
    report.value.appendices.forEach((each, index) => appendix(report, ["appendices", index, "id"], each.id));
  }
  const minute = seen(problems, "minute number");
  minutes?.value.items.forEach((item, index) => {
    minute(minutes, ["items", index, "minute"], item.minute);
    const letter = seen(problems, "resolution's letter");
    item.resolutions.forEach((each, at) => letter(minutes, ["items", index, "resolutions", at, "letter"], each.letter));
  });
  return problems;
}

/** Follow-ups are named from every meeting, so that no two may have the same name in the whole council. */
function ofFollowUps(around: Surroundings, { minutes }: Papers): Problem[] {
  const here = new Set<string>();
  return (minutes?.value.items ?? []).flatMap((item, index) =>
    item.followUps.flatMap(({ id }, at) => {
      if (!minutes) return [];
      const before = here.has(id) ? minutes.file : fileBefore(around.ask(draftsThatAskFor, id), minutes.file);
      here.add(id);
      return before ? [sameId(minutes, ["items", index, "followUps", at, "id"], "follow-up", id, before)] : [];
    }),
  );
}

function fileBefore(files: readonly string[], file: string): string | undefined {
  return files[files.indexOf(file) - 1];
}

export const followUpsOfDraft: Fact<CouncilMeeting, { readonly file: string; readonly ids: readonly string[] }> = {
  name: "follow-ups-of-draft",
  of: ({ drafts }) => {
    const ids = drafts?.minutes?.value.items.flatMap(({ followUps }) => followUps.map((each) => each.id)) ?? [];
    return drafts?.minutes && ids.length > 0 ? { file: drafts.minutes.file, ids: [...new Set(ids)] } : null;
  },
};

const filesByFollowUp: Shared<Surroundings, ReadonlyMap<string, readonly string[]>> = {
  name: "drafts-by-follow-up",
  make(around) {
    const files = new Map<string, string[]>();
    for (const { value } of around.every(followUpsOfDraft))
      for (const id of value.ids) files.set(id, [...(files.get(id) ?? []), value.file]);
    return files;
  },
};

/** The drafts of minutes that ask for the follow-up of this name, in the order of the meetings. */
const draftsThatAskFor: Question<Surroundings, readonly string[]> = ruleQuestions.add({
  name: "drafts-that-ask-for",
  answer: (around, id) => around.shared(filesByFollowUp).get(id) ?? [],
});
