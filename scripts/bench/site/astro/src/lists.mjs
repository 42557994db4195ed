/** The lists that pages are made from, each worked out once in a build. */
import { getCollection } from "astro:content";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const TODAY = "2026-11-21";

export function date(day) {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

const made = new Map();
function once(name, make) {
  if (!made.has(name)) made.set(name, make());
  return made.get(name);
}

const descending = (key) => (one, other) =>
  one.data[key] < other.data[key] ? 1 : one.data[key] > other.data[key] ? -1 : 0;

export const meetings = () => once("meetings", async () => (await getCollection("meetings")).sort(descending("day")));
export const minutes = () => once("minutes", async () => (await getCollection("minutes")).sort(descending("day")));
export const reports = () => once("reports", async () => (await getCollection("reports")).sort(descending("issued")));
export const reportsById = () =>
  once("reports by id", async () => new Map((await reports()).map((each) => [each.id, each])));
export const minutesById = () =>
  once("minutes by id", async () => new Map((await minutes()).map((each) => [each.id, each])));
export const meetingYears = () => once("meeting years", async () => byYear(await meetings()));
export const decisionYears = () => once("decision years", async () => byYear(await minutes()));
export const ahead = async () => (await meetings()).filter(({ data }) => data.day >= TODAY && data.issued).reverse();

/** The papers of each meeting in their order. */
export const papersByMeeting = () =>
  once("papers", async () => {
    const papers = new Map();
    for (const { data } of await reports()) {
      if (!papers.has(data.meeting)) papers.set(data.meeting, []);
      papers.get(data.meeting)[data.order] = { url: data.url, title: data.title };
    }
    return papers;
  });

function byYear(pages) {
  const years = new Map();
  for (const page of pages) {
    if (!years.has(page.data.year)) years.set(page.data.year, []);
    years.get(page.data.year).push(page);
  }
  return [...years].map(([year, all]) => ({ year, pages: all }));
}
