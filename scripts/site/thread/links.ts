/**
 * The golden thread: what leads from a finding to the actions that answer it, to the reports, recommendations and
 * resolutions, and to what was asked for and came. Every link is kept with its words in both directions, so that a step
 * forward can always be taken back. Built once a site; asked by pages of every kind.
 */
import type { Shared } from "../../asking/around.ts";
import { address } from "../addresses.ts";
import { followUpHref } from "../facts/answered.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import type { CalledMeeting } from "../facts/meeting-row.ts";
import { minuteOfPlace, titleOfReport } from "../facts/references.ts";
import { meetingName } from "../meeting-words.ts";
import type { Site } from "../site.ts";
import { type Strand, threadThrough } from "./limbs-and-resolutions.ts";
import { MinutesByKey, resolvedLinks } from "./minutes-by-key.ts";
import { type Link, minuteKey, resolutionKey, type ThreadNode } from "./nodes.ts";
import { type ThreadMinute, type ThreadOfMeeting, threadOfMeeting } from "./reports.ts";

/** The neighbours of one thing that stand to it in one way: `Answered by`. */
export interface Neighbours {
  readonly words: string;
  readonly nodes: readonly ThreadNode[];
  /** How many there are before these, of a long list that is cut. */
  readonly before?: number;
}

/** Everything that something leads to: nodes, and every link once. */
export interface Reached {
  readonly nodes: readonly ThreadNode[];
  readonly links: readonly { readonly from: string; readonly words: string; readonly to: string }[];
}

/** A link with its place among all that were added. */
interface OrderedLink extends Link {
  readonly order: number;
}

export class Thread {
  private readonly nodes = new Map<string, ThreadNode>();
  private readonly byEnd = new Map<string, OrderedLink[]>();
  private links = 0;
  private readonly minutes = new MinutesByKey();

  /** Of the meetings in `whole` it has every report, limb and resolution; of the others what leads to living pages. */
  constructor(site: Site, whole: readonly string[] = []) {
    addInspections(this, site);
    addPlans(this, site);
    const inWhole = new Set(whole);
    const brief = new Map(site.every(threadOfMeeting).map(({ meeting, value }) => [meeting, value]));
    // One that is whole may have nothing that leads to living pages.
    for (const id of [...new Set([...brief.keys(), ...whole])].sort()) {
      const value = brief.get(id);
      if (inWhole.has(id)) this.addStrand(site.ask(threadThrough, id));
      else if (value) addMeeting(this, value);
    }
    addFollowUps(this, site);
  }

  node(key: string): ThreadNode | null {
    return this.nodes.get(key) ?? this.minutes.node(key);
  }

  /** One step from `keys` together, in both directions, each way of standing to them once. */
  neighbours(...keys: string[]): Neighbours[] {
    const groups = new Map<string, Map<string, ThreadNode>>();
    for (const key of keys)
      for (const { from, to, forward, back } of this.linksAt(key)) {
        const [words, other] = from === key ? [forward, to] : [back, from];
        const node = this.node(other);
        if (node) groups.set(words, (groups.get(words) ?? new Map()).set(other, node));
      }
    return [...groups].map(([words, nodes]) => ({ words, nodes: [...nodes.values()] }));
  }

  /** The keys that stand to `key` in the way that `words` say. */
  next(key: string, words: string): string[] {
    return (this.neighbours(key).find((each) => each.words === words)?.nodes ?? []).map((each) => each.key);
  }

  /** Everything that `key` leads to, and what that leads to, with every link once: for the open data. */
  from(key: string): Reached {
    const reached = new Set([key]);
    const links = [];
    for (const from of reached)
      for (const link of this.linksAt(from)) {
        if (link.from !== from || !this.node(link.to)) continue;
        reached.add(link.to);
        links.push({ from, words: link.forward, to: link.to });
      }
    return { nodes: [...reached].flatMap((each) => this.node(each) ?? []), links };
  }

  add(node: ThreadNode): void {
    this.nodes.set(node.key, node);
  }

  /** Adds all minutes of a meeting with their resolutions, and a link from each to each of its own. */
  addMinutes(meeting: CalledMeeting, minutes: readonly ThreadMinute[]): void {
    this.minutes.add(meeting, minutes, this.links);
  }

  /** The links of `key` in the order they were added, those between a minute and its resolutions among them. */
  private linksAt(key: string): readonly Link[] {
    const known = this.byEnd.get(key) ?? [];
    const found = this.minutes.find(key);
    if (!found) return known;
    const { after } = found;
    return [
      ...known.filter(({ order }) => order < after),
      ...resolvedLinks(found),
      ...known.filter(({ order }) => order >= after),
    ];
  }

  private addStrand({ nodes, links }: Strand): void {
    for (const node of nodes) this.add(node);
    for (const { from, to, forward, back } of links) this.link(from, to, forward, back);
  }

  /** Links two keys. Where either is not public there is no link, and nothing says that there might be. */
  link(from: string, to: string, forward: string, back: string): void {
    const made: OrderedLink = { from, to, forward, back, order: this.links++ };
    for (const end of new Set([from, to])) {
      const known = this.byEnd.get(end);
      if (known) known.push(made);
      else this.byEnd.set(end, [made]);
    }
  }
}

const thread: Shared<Site, Thread> = { name: "thread", make: (site) => new Thread(site) };

/** The thread of a site, with what its living pages need of each meeting. */
export function threadOf(site: Site): Thread {
  return site.shared(thread);
}

/** A paper, or a paragraph of one, as the thread knows it: the paper without the paragraph, minutes with their minute. */
function addPaper(thread: Thread, site: Site, reference: string): string {
  const [path = ""] = reference.split("#");
  const [meeting = "", paper = ""] = path.split("/");
  if (paper === "minutes") return minuteKey(meeting, site.ask(minuteOfPlace, reference));
  const called = site.called(meeting);
  const title = called && site.ask(titleOfReport, path);
  if (called && title !== null) addReport(thread, called, { id: paper, title });
  return `meetings/${path}`;
}

function addInspections(thread: Thread, { council }: Site): void {
  for (const { id, value } of council.inspections) {
    const key = `inspections/${id}`;
    thread.add({ key, kind: "inspection", title: value.title, href: address.inspection(id) });
    for (const finding of value.findings) {
      const found = `${key}/${finding.id}`;
      thread.add({ key: found, kind: "finding", title: finding.title, href: address.finding(id, finding.id) });
      thread.link(key, found, "Found", "Found by");
    }
    for (const { finding, nowIn } of value.revisits)
      thread.link(`inspections/${finding}`, nowIn ? `${key}/${nowIn}` : key, "Found again", "Looked at before as");
  }
}

function addPlans(thread: Thread, site: Site): void {
  for (const plan of site.council.plans) {
    const key = `plans/${plan.id}`;
    thread.add({ key, kind: "plan", title: plan.title, href: address.plan(plan.id) });
    thread.link(`inspections/${plan.inspection}`, key, "Answered by", "Answers");
    if (plan.endorsed) {
      const { meeting, minute, resolution } = plan.endorsed;
      thread.link(resolutionKey(meeting, minute, resolution), key, "Endorsed", "Endorsed by");
    }
    for (const action of plan.actions) {
      const acted = `${key}/${action.id}`;
      thread.add({ key: acted, kind: "action", title: action.title, href: address.action(plan.id, action.id) });
      thread.link(key, acted, "Sets out", "Part of");
      for (const finding of action.findings) thread.link(`inspections/${finding}`, acted, "Answered by", "Answers");
      for (const { source } of [...action.progress, ...action.evidence])
        if (source && !/^https?:/.test(source))
          thread.link(acted, addPaper(thread, site, source), "Reported in", "Reports on");
    }
    for (const measure of plan.measures) {
      const measured = `${key}/${measure.id}`;
      thread.add({ key: measured, kind: "measure", title: measure.title, href: address.measure(plan.id, measure.id) });
      thread.link(key, measured, "Measured by", "Part of");
      for (const action of measure.actions) thread.link(`${key}/${action}`, measured, "Measured by", "Measures");
      for (const { source } of measure.readings)
        if (source) thread.link(measured, addPaper(thread, site, source), "Figures from", "Gives figures for");
    }
  }
}

function addMeeting(thread: Thread, { meeting, reports, minutes }: ThreadOfMeeting): void {
  for (const { respondsTo, reportsOn, ...report } of reports) {
    const key = addReport(thread, meeting, report);
    for (const reference of respondsTo) thread.link(reference, key, "Reported to councillors in", "Reports on");
    for (const plan of reportsOn) thread.link(`plans/${plan}`, key, "Reported in", "Reports on");
  }
  for (const { minute, item } of minutes)
    for (const report of reports)
      if (report.item === item)
        thread.link(
          `meetings/${meeting.id}/${report.id}`,
          minuteKey(meeting.id, minute),
          "Considered at",
          "Considered",
        );
  thread.addMinutes(meeting, minutes);
}

function addReport(thread: Thread, meeting: CalledMeeting, { id, title }: { id: string; title: string }): string {
  const key = `meetings/${meeting.id}/${id}`;
  const href = address.report(meeting.id, id);
  thread.add({ key, kind: "report", title: `${title} (${meetingName(meeting)})`, href });
  return key;
}

function addFollowUps(thread: Thread, site: Site): void {
  for (const state of followUpsOn(site).all) {
    if (!state.minute) continue;
    const key = `follow-ups#${state.id}`;
    const { followUp, discharge } = state;
    const title = state.period ? `${followUp.text} (${state.period})` : followUp.text;
    thread.add({ key, kind: "follow-up", title, href: followUpHref(site, state.id) });
    const asked = followUp.resolution
      ? resolutionKey(state.meeting, state.minute, followUp.resolution)
      : minuteKey(state.meeting, state.minute);
    thread.link(asked, key, "Asked for", "Asked for by");
    for (const about of followUp.about) thread.link(about, key, "Asked for about it", "About");
    const answered = discharge?.paper ? site.called(discharge.meeting) : null;
    if (discharge?.paper && answered)
      thread.link(
        key,
        addReport(thread, answered, { id: discharge.paper, title: discharge.title }),
        "Answered by",
        "Answers",
      );
    else if (discharge?.minute)
      thread.link(key, minuteKey(discharge.meeting, discharge.minute), "Answered at", "Answers");
    if (state.replacedBy) thread.link(key, `follow-ups#${state.replacedBy}`, "Asked again as", "Asked before as");
  }
}
