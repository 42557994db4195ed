/** The good council's March meeting held over and over, for tests of long lists: with minutes, follow-ups, votes and issued. */
import type { PublicAct, PublicMeeting, PublicPaper } from "../access/public-council.ts";
import type { Minutes } from "../model/minutes.ts";

/**
 * `perYear` meetings in each of the `years` before 2026, first to last. Each asks for a report under a name of its own, which
 * the next one brings; and issued its agenda and minutes.
 */
export function manyMeetings(march: PublicMeeting, years: number, perYear: number): PublicMeeting[] {
  const dates = Array.from({ length: years * perYear }, (_, at) => {
    const day = Math.floor(((at % perYear) * 365) / perYear);
    return new Date(Date.UTC(2026 - years + Math.floor(at / perYear), 0, 1 + day)).toISOString().slice(0, 10);
  });
  return dates.map((date, at) => heldAgain(march, date, at));
}

function heldAgain(march: PublicMeeting, date: string, at: number): PublicMeeting {
  const issuedAt = `${date}T09:00`;
  const id = `${date}-panel${at % 2 ? "-2" : ""}`;
  const act = (kind: PublicAct["kind"], number: number, at: string): PublicAct => ({
    number,
    kind,
    issuedAt: at,
    reason: null,
    papers: kind === "agenda" ? march.papers.map((paper) => paper.id) : [],
    missedClocks: [],
    record: { file: "record.json", address: `record/${number}.json`, bytes: 1, hash: "0".repeat(64), files: {} },
  });
  const acts = [act("agenda", 1, issuedAt), act("minutes", 2, `${date}T21:00`)];
  const minutes = march.minutes && again(march.minutes, at);
  const papers = march.papers.map((paper) => ({
    ...paper,
    issuedAt,
    value: { ...paper.value, respondsTo: [], reportsOn: [], discharges: at > 0 ? [`asked-${at - 1}`] : [] },
  }));
  const living = { ...march.living, value: { ...march.living.value, date } };
  return { ...march, id, living, papers, minutes, acts };
}

function again(minutes: PublicPaper<Minutes>, at: number): PublicPaper<Minutes> {
  const items = minutes.value.items.map((item) => ({
    ...item,
    followUps: item.followUps.map((each) => ({ ...each, id: `asked-${at}`, due: { said: "June" } })),
  }));
  return { ...minutes, value: { ...minutes.value, items } };
}
