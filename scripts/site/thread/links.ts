/**
 * The golden thread: what leads from a finding to the actions that answer it, to the reports, recommendations and
 * resolutions, and to what was asked for and came. Every link is kept with its words in both directions, so that a step
 * forward can always be taken back. Built once a site; asked by pages of every kind.
 */
import type { PublicMeeting, PublicPaper } from "../../access/public-council.ts";
import { limbsOf } from "../../model/recommendations.ts";
import { address } from "../addresses.ts";
import { limbLetter, limbsCounted } from "../limbs.ts";
import { meetingName, type Site } from "../site.ts";

/** What a thread leads through. Its key is the way it is written in front matter: `plans/recovery-plan/workforce-plan`. */
export interface ThreadNode {
  readonly key: string;
  readonly kind:
    | "inspection"
    | "finding"
    | "plan"
    | "action"
    | "measure"
    | "report"
    | "limb"
    | "resolution"
    | "minute"
    | "follow-up";
  readonly title: string;
  readonly href: string;
}

/** The neighbours of one thing that stand to it in one way: `Answered by`. */
export interface Neighbours {
  readonly words: string;
  readonly nodes: readonly ThreadNode[];
}

interface Link {
  readonly from: string;
  readonly to: string;
  /** How `to` stands to `from`: `Answered by`. */
  readonly forward: string;
  /** How `from` stands to `to`: `Answers`. */
  readonly back: string;
}

export class Thread {
  private readonly nodes = new Map<string, ThreadNode>();
  private readonly byEnd = new Map<string, Link[]>();

  constructor(site: Site) {
    addInspections(this, site);
    addPlans(this, site);
    for (const meeting of site.council.meetings) addMeeting(this, meeting);
    addFollowUps(this, site);
  }

  node(key: string): ThreadNode | null {
    return this.nodes.get(key) ?? null;
  }

  /** One step from `keys` together, in both directions, each way of standing to them once. */
  neighbours(...keys: string[]): Neighbours[] {
    const groups = new Map<string, Map<string, ThreadNode>>();
    for (const key of keys)
      for (const { from, to, forward, back } of this.byEnd.get(key) ?? []) {
        const [words, other] = from === key ? [forward, to] : [back, from];
        const node = this.nodes.get(other);
        if (node) groups.set(words, (groups.get(words) ?? new Map()).set(other, node));
      }
    return [...groups].map(([words, nodes]) => ({ words, nodes: [...nodes.values()] }));
  }

  /** The keys that stand to `key` in the way that `words` say. */
  next(key: string, words: string): string[] {
    return (this.neighbours(key).find((each) => each.words === words)?.nodes ?? []).map((each) => each.key);
  }

  /** Everything that `key` leads to, and what that leads to, with every link once: for the open data. */
  from(key: string): { nodes: ThreadNode[]; links: { from: string; words: string; to: string }[] } {
    const reached = new Set([key]);
    const links = [];
    for (const from of reached)
      for (const link of this.byEnd.get(from) ?? []) {
        if (link.from !== from || !this.nodes.has(link.to)) continue;
        reached.add(link.to);
        links.push({ from, words: link.forward, to: link.to });
      }
    return { nodes: [...reached].flatMap((each) => this.nodes.get(each) ?? []), links };
  }

  add(node: ThreadNode): void {
    this.nodes.set(node.key, node);
  }

  /** Links two keys. Where either is not public there is no link, and nothing says that there might be. */
  link(from: string, to: string, forward: string, back: string): void {
    const made: Link = { from, to, forward, back };
    for (const end of new Set([from, to])) {
      const known = this.byEnd.get(end);
      if (known) known.push(made);
      else this.byEnd.set(end, [made]);
    }
  }
}

/** The thread of a site, built when it is first asked for. */
export function threadOf(site: Site): Thread {
  const known = THREADS.get(site);
  if (known) return known;
  const thread = new Thread(site);
  THREADS.set(site, thread);
  return thread;
}
const THREADS = new WeakMap<Site, Thread>();

/** A paper, or a paragraph of one, as the thread knows it: the paper without the paragraph, minutes with their minute. */
function paperKey(site: Site, reference: string): string {
  const [path = "", anchor = ""] = reference.split("#");
  const [meeting = "", paper = ""] = path.split("/");
  if (paper !== "minutes") return `meetings/${path}`;
  const block = site.meeting(meeting)?.minutes?.outline.blocks.find((each) => each.anchor === anchor);
  const minute = /^s([^-]+)/.exec(anchor)?.[1] ?? block?.number ?? "";
  return minuteKey(meeting, minute);
}

/** What came of a minute and of its resolutions: the plans they endorsed, and what they asked for. */
export function cameOfMinute(site: Site, meeting: string, minute: string, letters: readonly string[]): Neighbours[] {
  const keys = [minuteKey(meeting, minute), ...letters.map((letter) => resolutionKey(meeting, minute, letter))];
  return threadOf(site)
    .neighbours(...keys)
    .filter(({ words }) => words === "Endorsed" || words === "Asked for");
}

const minuteKey = (meeting: string, minute: string) => `meetings/${meeting}/minutes#s${minute.toLowerCase()}`;
const resolutionKey = (meeting: string, minute: string, letter: string) =>
  `meetings/${meeting}/minutes#r${minute.toLowerCase()}-${letter}`;
const limbKey = (meeting: string, paper: string, limb: number) =>
  `meetings/${meeting}/${paper}#rec-${limbLetter(limb)}`;

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
        if (source && !/^https?:/.test(source)) thread.link(acted, paperKey(site, source), "Reported in", "Reports on");
    }
    for (const measure of plan.measures) {
      const measured = `${key}/${measure.id}`;
      thread.add({ key: measured, kind: "measure", title: measure.title, href: address.measure(plan.id, measure.id) });
      thread.link(key, measured, "Measured by", "Part of");
      for (const action of measure.actions) thread.link(`${key}/${action}`, measured, "Measured by", "Measures");
      for (const { source } of measure.readings)
        if (source) thread.link(measured, paperKey(site, source), "Figures from", "Gives figures for");
    }
  }
}

function addMeeting(thread: Thread, meeting: PublicMeeting): void {
  for (const paper of meeting.papers) addReport(thread, meeting, paper);
  for (const item of meeting.minutes?.value.items ?? []) {
    const minuted = minuteKey(meeting.id, item.minute);
    const title = `${meetingName(meeting)}, minute ${item.minute}`;
    thread.add({ key: minuted, kind: "minute", title, href: address.minute(meeting.id, item.minute) });
    const papers = meeting.papers.filter(({ value }) => value.agendaItem === item.item);
    for (const { id } of papers) thread.link(`meetings/${meeting.id}/${id}`, minuted, "Considered at", "Considered");
    const limbs = limbsCounted(meeting, item.item);
    for (const { letter, text, answers } of item.resolutions) {
      const key = resolutionKey(meeting.id, item.minute, letter);
      const href = address.resolution(meeting.id, item.minute, letter);
      thread.add({ key, kind: "resolution", title: `${title}, resolution (${letter}): ${text}`, href });
      thread.link(minuted, key, "Resolved", "Resolved at");
      for (const answer of answers) {
        const limb = limbs[Number(answer) - 1];
        if (limb?.paper) thread.link(limbKey(meeting.id, limb.paper.id, limb.at), key, "Became", "Recommended as");
      }
    }
  }
}

function addReport(thread: Thread, meeting: PublicMeeting, { id, value }: PublicPaper): void {
  const key = `meetings/${meeting.id}/${id}`;
  const title = `${value.title} (${meetingName(meeting)})`;
  thread.add({ key, kind: "report", title, href: address.report(meeting.id, id) });
  for (const reference of value.respondsTo) thread.link(reference, key, "Reported to councillors in", "Reports on");
  for (const plan of value.reportsOn) thread.link(`plans/${plan}`, key, "Reported in", "Reports on");
  for (const [index, { that, verb, object }] of limbsOf(value).entries()) {
    const limb = limbKey(meeting.id, id, index);
    const href = address.limb(address.report(meeting.id, id), limbLetter(index));
    thread.add({ key: limb, kind: "limb", title: `That ${that} ${verb} ${object}`, href });
    thread.link(key, limb, "Recommended", "Recommended in");
  }
}

function addFollowUps(thread: Thread, { council }: Site): void {
  for (const state of council.followUps) {
    if (!state.minute) continue;
    const key = `follow-ups#${state.id}`;
    const { followUp, discharge } = state;
    const title = state.period ? `${followUp.text} (${state.period})` : followUp.text;
    thread.add({ key, kind: "follow-up", title, href: address.followUp(state.id) });
    const asked = followUp.resolution
      ? resolutionKey(state.meeting, state.minute, followUp.resolution)
      : minuteKey(state.meeting, state.minute);
    thread.link(asked, key, "Asked for", "Asked for by");
    for (const about of followUp.about) thread.link(about, key, "Asked for about it", "About");
    if (discharge?.paper)
      thread.link(key, `meetings/${discharge.meeting}/${discharge.paper}`, "Answered by", "Answers");
    else if (discharge?.minute)
      thread.link(key, minuteKey(discharge.meeting, discharge.minute), "Answered at", "Answers");
    if (state.replacedBy) thread.link(key, `follow-ups#${state.replacedBy}`, "Asked again as", "Asked before as");
  }
}
