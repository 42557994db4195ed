/** One finding with its whole story: what was undertaken, said, measured, reported and asked for, in order of time. */
import type { PublicDocument } from "../../access/public-council.ts";
import type { Finding, Inspection } from "../../model/inspection.ts";
import { address } from "../addresses.ts";
import type { CouncilPages } from "../page-kind.ts";
import type { Site } from "../site.ts";
import { neighboursOf } from "../thread/neighbours.ts";
import { actionRow, actionsFor, findingStanding } from "../thread/standing.ts";
import { storyOf } from "../thread/story.ts";
import { nextReports } from "../thread/subject.ts";

export const finding: CouncilPages = {
  per: "council",
  template: "finding",
  parts: ({ council }) =>
    council.inspections.flatMap(({ id, value }) => value.findings.map((each) => `${id}/${each.id}`)),
  pages: (site, part) =>
    site.council.inspections
      .filter(({ id }) => part.startsWith(`${id}/`))
      .flatMap((found) =>
        found.value.findings.flatMap((each, index) =>
          part === `${found.id}/${each.id}` ? [findingPage(site, found, each, index)] : [],
        ),
      ),
};

function findingPage(site: Site, found: PublicDocument<Inspection>, each: Finding, index: number) {
  const { id, value } = found;
  const answers = actionsFor(site, `${id}/${each.id}`);
  const events = storyOf(site, found, each);
  const plans = [...new Set(answers.map(({ plan }) => plan))];
  const [previous, next] = [value.findings[index - 1], value.findings[index + 1]];
  const link = (other: Finding | undefined) =>
    other ? { href: address.finding(id, other.id), title: other.title } : null;
  return {
    url: address.finding(id, each.id),
    title: each.title,
    documentTitle: `${each.title} ${value.title}`,
    description: `What became of a finding of the ${value.title.toLowerCase()}: ${each.title}`,
    above: [
      { text: "Inspections", href: address.inspections() },
      { text: value.title, href: address.inspection(id) },
    ],
    place: `Finding ${index + 1} of ${value.findings.length}`,
    positive: each.kind === "positive",
    addressee: each.addressee,
    priority: each.priority ?? null,
    by: each.by ?? null,
    text: each.text ?? null,
    standing: findingStanding(site, id, each),
    actions: answers.map((answer) => actionRow(site, answer)),
    past: events.filter(({ on }) => on < site.today),
    toCome: events.filter(({ on }) => on >= site.today),
    nextReport: nextReports(site, plans)[0] ?? null,
    neighbours: site.ask(neighboursOf, `inspections/${id}/${each.id}`),
    previous: link(previous),
    next: link(next),
  };
}
