/** The whole thread through one meeting: reports, what they recommend limb by limb, minutes and resolutions. For links.ts. */
import type { PublicMeeting, PublicPaper } from "../../access/public-council.ts";
import type { Question } from "../../asking/around.ts";
import { limbsOf } from "../../model/recommendations.ts";
import { address } from "../addresses.ts";
import { limbLetter, limbsCounted } from "../limbs.ts";
import { meetingName } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { type Link, limbKey, minuteKey, resolutionKey, type ThreadNode } from "./nodes.ts";

export interface Strand {
  readonly nodes: readonly ThreadNode[];
  readonly links: readonly Link[];
}

/** Empty for a meeting that there is none of. */
export const threadThrough: Question<Site, Strand> = pageQuestions.add({
  name: "thread-through",
  answer: (site, id) => {
    const meeting = site.meeting(id);
    const strands = meeting ? [...meeting.papers.map((paper) => ofReport(meeting, paper)), ...ofMinutes(meeting)] : [];
    return { nodes: strands.flatMap(({ nodes }) => nodes), links: strands.flatMap(({ links }) => links) };
  },
});

function ofReport(meeting: PublicMeeting, { id, value }: PublicPaper): Strand {
  const key = `meetings/${meeting.id}/${id}`;
  const title = `${value.title} (${meetingName(meeting)})`;
  const limbs = [...limbsOf(value).entries()].map(
    ([index, { that, verb, object }]): ThreadNode => ({
      key: limbKey(meeting.id, id, index),
      kind: "limb",
      title: `That ${that} ${verb} ${object}`,
      href: address.limb(address.report(meeting.id, id), limbLetter(index)),
    }),
  );
  return {
    nodes: [{ key, kind: "report", title, href: address.report(meeting.id, id) }, ...limbs],
    links: [
      ...value.respondsTo.map((from) => ({
        from,
        to: key,
        forward: "Reported to councillors in",
        back: "Reports on",
      })),
      ...value.reportsOn.map((plan) => ({
        from: `plans/${plan}`,
        to: key,
        forward: "Reported in",
        back: "Reports on",
      })),
      ...limbs.map((limb) => ({ from: key, to: limb.key, forward: "Recommended", back: "Recommended in" })),
    ],
  };
}

function ofMinutes(meeting: PublicMeeting): Strand[] {
  return (meeting.minutes?.value.items ?? []).map((item) => {
    const minuted = minuteKey(meeting.id, item.minute);
    const title = `${meetingName(meeting)}, minute ${item.minute}`;
    const papers = meeting.papers.filter(({ value }) => value.agendaItem === item.item);
    const limbs = limbsCounted(meeting, item.item);
    const resolved = item.resolutions.map((resolution) => ({
      ...resolution,
      key: resolutionKey(meeting.id, item.minute, resolution.letter),
    }));
    return {
      nodes: [
        { key: minuted, kind: "minute", title, href: address.minute(meeting.id, item.minute) },
        ...resolved.map(({ key, letter, text }) => ({
          key,
          kind: "resolution" as const,
          title: `${title}, resolution (${letter}): ${text}`,
          href: address.resolution(meeting.id, item.minute, letter),
        })),
      ],
      links: [
        ...papers.map(({ id }) => ({
          from: `meetings/${meeting.id}/${id}`,
          to: minuted,
          forward: "Considered at",
          back: "Considered",
        })),
        ...resolved.flatMap(({ key, answers }) => [
          { from: minuted, to: key, forward: "Resolved", back: "Resolved at" },
          ...answers.flatMap((answer) => {
            const limb = limbs[Number(answer) - 1];
            return limb?.paper
              ? [
                  {
                    from: limbKey(meeting.id, limb.paper.id, limb.at),
                    to: key,
                    forward: "Became",
                    back: "Recommended as",
                  },
                ]
              : [];
          }),
        ]),
      ],
    };
  });
}
