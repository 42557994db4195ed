/** The question which matters a paper belongs to, for the paper's own page. */
import type { Question, Shared } from "../../asking/around.ts";
import { address } from "../addresses.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

type MatterLink = { readonly href: string; readonly title: string };

const byPaper: Shared<Site, ReadonlyMap<string, readonly MatterLink[]>> = {
  name: "matters-by-paper",
  make: ({ council }) => {
    const found = new Map<string, MatterLink[]>();
    for (const { id, value } of council.matters)
      for (const paper of new Set(value.papers.map((reference) => reference.split("#")[0] ?? ""))) {
        const link = { href: address.matter(id), title: value.title };
        const known = found.get(paper);
        if (known) known.push(link);
        else found.set(paper, [link]);
      }
    return found;
  },
};

/** Asked about a paper: `2026-10-08-scrutiny/recovery-plan`. */
export const mattersOfPaper: Question<Site, readonly MatterLink[]> = pageQuestions.add({
  name: "matters-of-paper",
  answer: (site, paper) => site.shared(byPaper).get(paper) ?? [],
});
