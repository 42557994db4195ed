/**
 * A report's front matter from what the form at its head said: each field filled from it, or left as a named gap. Called by
 * import-word.ts.
 */
import type { AgendaItem } from "../../model/agenda.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { FormField } from "../../model/report-template.ts";
import { toBeFilledIn } from "../../model/unfilled.ts";
import { difference, tokens } from "../counting.ts";
import type { FormLine, FormValue } from "../form.ts";
import { dateIn } from "./form-date.ts";
import { type RecommendationRead, readLimbs } from "./limbs.ts";
import { membersIn, type Named, readContacts } from "./people.ts";

export interface FrontMatterAsked {
  readonly values: readonly FormValue[];
  readonly item: AgendaItem;
  /** What the committee is called where it is asked for something: `Cabinet`. */
  readonly committee: string;
  /** The day that the meeting is on. */
  readonly date: CivilDate;
  readonly members: readonly Named[];
  readonly numbering: "typed" | "none";
}

export interface FrontMatter {
  /** As an officer would type them; what is undefined is left out. */
  readonly fields: Fields;
  /** Lines for the head of the body: what the form said and no field could take. */
  readonly left: readonly string[];
  /** What still has to be written. */
  readonly gaps: readonly string[];
  /** What was read as something else than words. */
  readonly notes: readonly string[];
  /** The day that the form names, where it is not the meeting's. */
  readonly otherDay: string | null;
}

type Typed = string | undefined | readonly Typed[] | { readonly [name: string]: Typed };
type Fields = { readonly [name: string]: Typed };

export function frontMatter(asked: FrontMatterAsked): FrontMatter {
  const writer = new FrontMatterWriter(asked);
  return writer.write();
}

class FrontMatterWriter {
  private readonly asked: FrontMatterAsked;
  private readonly left: string[] = [];
  private readonly gaps: string[] = [];
  private readonly notes: string[] = [];

  constructor(asked: FrontMatterAsked) {
    this.asked = asked;
  }

  write(): FrontMatter {
    const { item, numbering } = this.asked;
    const title = this.text("title");
    const fields: Fields = {
      title: title ?? item.title,
      access: "public",
      agendaItem: item.number,
      from: this.text("from") ?? this.gap("who the report is from, by role"),
      cabinetMembers: this.cabinetMembers(),
      contactOfficer: this.contactOfficer(),
      deadline: this.text("deadline"),
      majorPolicyItem: this.yesOrNo("majorPolicyItem"),
      keyDecision: this.yesOrNo("keyDecision") ?? (item.keyDecision ? "yes" : undefined),
      summary: this.text("summary") ?? this.gap("what the report says, in two sentences that a resident can follow"),
      numbering,
      recommendations: this.recommendations(),
      implications: this.implications(),
      backgroundPapers: this.backgroundPapers(),
    };
    if (title === undefined)
      this.notes.push(`The file has no title that could be told for certain, so the item's stands: ${item.title}.`);
    const otherDay = this.read();
    return { fields, left: this.left, gaps: this.gaps, notes: this.notes, otherDay };
  }

  private value(field: FormField): FormValue | undefined {
    return this.asked.values.find((each) => each.field === field && each.lines.length > 0);
  }

  private text(field: FormField): string | undefined {
    const value = this.value(field);
    return value?.lines.map(({ label, text }) => (label === "" || label === "•" ? text : `${label} ${text}`)).join(" ");
  }

  private gap(what: string): string {
    this.gaps.push(what);
    return toBeFilledIn(what);
  }

  private yesOrNo(field: FormField): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    if (/^(yes|no)\b/i.test(text)) {
      const said = /^yes/i.test(text) ? "yes" : "no";
      this.notes.push(`Read: "${text}" as ${field}: ${said}.`);
      return said;
    }
    this.leave(field, text);
    return undefined;
  }

  private cabinetMembers(): string[] | undefined {
    const text = this.text("cabinetMembers");
    if (text === undefined) return undefined;
    const ids = membersIn(text, this.asked.members);
    if (ids.length === 0) {
      this.leave("cabinet members", text);
      return undefined;
    }
    this.notes.push(
      `Read: "${text}" as cabinetMembers: ${ids.join(", ")}. Pages name them and what they answer for as the council's own files do.`,
    );
    return ids;
  }

  private contactOfficer(): Typed {
    const value = this.value("contactOfficer");
    if (!value) return { role: this.gap("the officer to ask about the report, by post") };
    const phone = this.text("contactPhone");
    const email = this.text("contactEmail");
    const contacts = readContacts(value.lines).map(({ role, ...contact }, at) => ({
      ...contact,
      role: role ?? this.gap(`the post that ${contact.name ?? "the contact officer"} holds`),
      ...(at === 0 && phone !== undefined ? { phone } : {}),
      ...(at === 0 && email !== undefined ? { email } : {}),
    }));
    return contacts.length === 1 ? contacts[0] : contacts;
  }

  private recommendations(): Typed {
    const { item, committee } = this.asked;
    const value = this.value("recommendations");
    const isAsked = item.for === "decision" || item.for === "recommendation" || item.for === "discussion";
    if (!value) {
      if (!isAsked) return undefined;
      const verb = this.gap("what the meeting is asked to do: notes, agrees, approves");
      return [{ that: committee, limbs: [{ verb, object: this.gap("what it is asked to do it to") }] }];
    }
    const text = value.lines
      .map(({ label, text: words }) => [label === "•" ? "" : label, words].filter(Boolean).join(" "))
      .join(" ");
    const read = readLimbs(value.lines);
    if (read) {
      this.notes.push(
        `The recommendation is read as: that ${read.that} ${read.limbs.map(({ verb, object }) => `${verb} | ${object}`).join("; ")}. Look whether each limb is one thing.`,
      );
      const { that, limbs } = read;
      // Lines of their own are shown as limbs, which the page letters, where no word but those between them is lost.
      return [{ ...(value.lines.length > 1 && isSaidBy(value.lines, read) ? {} : { text }), that, limbs }];
    }
    const verb = this.gap("the verb of each limb of the recommendation, with its object");
    return [{ text, that: committee, limbs: [{ verb, object: text }] }];
  }

  private implications(): Fields | undefined {
    const kinds = this.asked.values.filter(({ field, lines }) => field.startsWith("implications.") && lines.length > 0);
    if (kinds.length === 0) return undefined;
    return Object.fromEntries(
      kinds.map(({ field }) => [field.replace("implications.", ""), this.text(field) as string]),
    );
  }

  private backgroundPapers(): Typed {
    const value = this.value("backgroundPapers");
    if (!value) return [this.gap("the background papers that the report draws on, or the word none")];
    const listed = value.lines.filter(
      ({ label, text }) => label !== "" || !/access to information\) act|^(used|relied) /i.test(text),
    );
    const papers = listed
      .map(({ text }) => text.replace(/;(?:\s+and)?$|\.$/i, "").trim())
      .filter((text) => text !== "");
    if (papers.length === 0) return [this.gap("the background papers that the report draws on, or the word none")];
    return papers.length === 1 && /^(none|n\/a|not applicable|nil)$/i.test(papers[0] as string) ? "none" : papers;
  }

  /** What the form says of the meeting itself, which is known already. */
  private read(): string | null {
    for (const field of ["committee", "agendaItem", "access"] as const) {
      const text = this.text(field);
      if (text !== undefined) this.notes.push(`Read and not written: "${text}".`);
    }
    const { item, date } = this.asked;
    const number = this.text("agendaItem");
    if (number !== undefined && !number.split(/\W+/).includes(item.number))
      this.notes.push(`The form says item ${number}; it is placed at item ${item.number}, as you asked.`);
    const day = this.text("date");
    if (day === undefined) return null;
    const said = dateIn(day);
    if (said === date) this.notes.push(`Read and not written: "${day}".`);
    return said === null || said === date ? null : day;
  }

  /** Words that no field could take stand at the head of the body until somebody has put them where they belong. */
  private leave(what: string, text: string): void {
    const gap = `${what}, from the form: ${text}`.replace(/[[\]\n]/g, " ").slice(0, 190);
    this.gaps.push(gap);
    this.left.push(toBeFilledIn(gap));
  }
}

/** The words that stand around limbs, and that the page puts there itself. */
const AROUND = /^(it|is|are|be|the|that|to|and|recommended|asked|requested|invited)$/;

function isSaidBy(lines: readonly FormLine[], { that, limbs }: RecommendationRead): boolean {
  const words = (texts: readonly string[]) =>
    tokens(
      texts
        .join(" ")
        .toLowerCase()
        .replace(/[:;,.]+(?=\s|$)/g, " "),
    );
  const { lost } = difference(
    words(lines.map(({ text }) => text)),
    words([that, ...limbs.flatMap(({ verb, object }) => [verb, object])]),
  );
  return (
    lost.every((word) => AROUND.test(word)) && lines.every(({ label }) => /^(|•|\(?[a-z0-9]{1,4}[.)]?)$/i.test(label))
  );
}
