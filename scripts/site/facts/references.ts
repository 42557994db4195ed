/** Questions about what one reference leads to, `2026-10-08-scrutiny/recovery-plan#p3-2`. Each looks at that one meeting. */
import type { Question } from "../../asking/around.ts";
import { meetingName } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

function partsOf(reference: string) {
  const [path = "", anchor = ""] = reference.split("#");
  const [meeting = "", paper = ""] = path.split("/");
  return { meeting, paper, anchor };
}

/** What it leads to in words: `Recovery plan progress, paragraph 3.2`; the reference itself where it leads nowhere. */
export const nameOfSource: Question<Site, string> = pageQuestions.add({
  name: "name-of-source",
  answer: (site, reference) => {
    const parts = partsOf(reference);
    const meeting = site.meeting(parts.meeting);
    const paper = meeting?.papers.find((each) => each.id === parts.paper);
    const title = paper?.value.title ?? (meeting ? `Minutes of ${meetingName(meeting)}` : reference);
    const block = (paper ?? meeting?.minutes)?.outline.blocks.find((each) => each.anchor === parts.anchor);
    if (!block?.number) return title;
    const kind = block.kind !== "section" ? "paragraph" : paper ? "section" : "minute";
    return `${title}, ${kind} ${block.number}`;
  },
});

/** The title of a report; null where it is not public. */
export const titleOfReport: Question<Site, string | null> = pageQuestions.add({
  name: "title-of-report",
  answer: (site, reference) => {
    const { meeting, paper } = partsOf(reference);
    return site.meeting(meeting)?.papers.find((each) => each.id === paper)?.value.title ?? null;
  },
});

/** The minute that a place in minutes belongs to; empty where it belongs to none. */
export const minuteOfPlace: Question<Site, string> = pageQuestions.add({
  name: "minute-of-place",
  answer: (site, reference) => {
    const { meeting, anchor } = partsOf(reference);
    const block = site.meeting(meeting)?.minutes?.outline.blocks.find((each) => each.anchor === anchor);
    return /^s([^-]+)/.exec(anchor)?.[1] ?? block?.number ?? "";
  },
});

/** The item of the agenda that a paper, or a minute, is of. */
export const itemOfReference: Question<Site, string | null> = pageQuestions.add({
  name: "item-of-reference",
  answer: (site, reference) => {
    const parts = partsOf(reference);
    const meeting = site.meeting(parts.meeting);
    const paper = meeting?.papers.find(({ id }) => id === parts.paper);
    if (paper) return paper.value.agendaItem;
    const minute = /^s([^-]+)/.exec(parts.anchor)?.[1];
    return meeting?.minutes?.value.items.find((each) => each.minute.toLowerCase() === minute)?.item ?? null;
  },
});
