/** What rules ask of the forward plan, by an entry's short name: its notices as they were issued, and what it says now. */
import type { Question, Shared } from "../asking/around.ts";
import type { ItemCase } from "../law/meeting-case.ts";
import type { ForwardPlan } from "../model/council.ts";
import type { ForwardPlanEntry } from "../model/forward-plan.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** Every notice of the entry, first to last. */
export const noticesOf: Question<Surroundings, ItemCase["notices"]> = ruleQuestions.add({
  name: "notices-of-entry",
  answer: (around, id) =>
    (around.shared(entries).get(id)?.issued ?? []).map(({ record, entry }) => ({
      issuedAt: record.issuedAt,
      entry: entry.value,
    })),
});

/** What the last notice says, or the draft where there is none yet; null where there is no such entry. */
export const entryNow: Question<Surroundings, Pick<ForwardPlanEntry, "keyDecision" | "meeting"> | null> =
  ruleQuestions.add({
    name: "entry-now",
    answer: (around, id) => {
      const entry = around.shared(entries).get(id);
      const said = entry?.issued.at(-1)?.entry.value ?? entry?.draft?.value;
      return said
        ? { keyDecision: said.keyDecision, ...(said.meeting === undefined ? {} : { meeting: said.meeting }) }
        : null;
    },
  });

const entries: Shared<Surroundings, ReadonlyMap<string, ForwardPlan>> = {
  name: "entries-by-name",
  make: ({ council }) => new Map(council.forwardPlan.map((entry) => [entry.id, entry])),
};
