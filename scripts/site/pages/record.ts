/** The page that explains the record: what it proves, how to check a paper with ordinary tools, and where each chain stands. */
import type { PublicAct } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import { chainEnd } from "../facts/chains.ts";
import type { CouncilPages, SiteFile } from "../page-kind.ts";
import type { Site } from "../site.ts";

/** A council has thousands of chains; the page shows the latest, and the file has them all. */
const SHOWN = 30;

export const record: CouncilPages = {
  per: "council",
  template: "record",
  parts: () => [""],
  pages: (site) => {
    const chains = chainsOf(site);
    if (chains.length === 0) return [];
    const example = site.every(chainEnd).findLast(({ value }) => value.acts > 1);
    return [
      {
        url: address.record(),
        title: "How to check that a paper is as it was issued",
        description: "Every paper that was issued is on a record that anybody can check, without asking the council.",
        above: [],
        isDraft: false,
        chains: [...chains].sort((a, b) => (a.address < b.address ? 1 : -1)).slice(0, SHOWN),
        more: Math.max(0, chains.length - SHOWN),
        headsHref: address.heads(),
        example: example
          ? {
              name: example.value.name,
              href: address.meetingRecord(example.meeting),
              pack: example.value.pack?.address ?? null,
              hash: example.value.pack?.hash ?? null,
            }
          : null,
      },
    ];
  },
  files: (site): SiteFile[] => [{ url: address.heads(), content: headsText(chainsOf(site)) }],
};

interface Chain {
  readonly address: string;
  readonly name: string;
  readonly href: string;
  readonly number: number;
  readonly hash: string;
}

/** The last record of every chain: whoever keeps these can prove any change to what came before. */
function chainsOf(site: Site): Chain[] {
  const last = (acts: readonly PublicAct[]) => {
    const act = acts.at(-1);
    return act ? { number: act.number, hash: act.record.hash } : null;
  };
  return [
    ...site.every(chainEnd).map(({ meeting, value: { name, number, hash } }) => ({
      address: meeting,
      name,
      href: address.meetingRecord(meeting),
      number,
      hash,
    })),
    ...site.council.forwardPlan.flatMap((entry) => {
      const found = last(entry.acts);
      const title = entry.notices.at(-1)?.value.title ?? entry.id;
      return found
        ? [{ address: `forward-plan/${entry.id}`, name: title, href: address.forwardPlanEntry(entry.id), ...found }]
        : [];
    }),
  ];
}

/** A line for each chain, as `sha256sum` writes them, so that one signature can cover them all. */
export function headsText(chains: readonly Pick<Chain, "address" | "number" | "hash">[]): string {
  return chains.map(({ address: name, number, hash }) => `${hash}  ${name}/${number}.json\n`).join("");
}
