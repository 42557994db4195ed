/** People as a form names them: the officers to ask, and the cabinet members who answer for a report. For front-matter.ts. */
import type { FormLine } from "../form.ts";

export interface ContactRead {
  readonly name?: string;
  readonly role: string | null;
  readonly phone?: string;
  readonly email?: string;
}

const PHONE = /(?:tel(?:ephone)?[.:]*\s*)?(\+?\(?\d[\d\s()-]{7,}\d)/i;
const EMAIL = /(?:e-?mail[.:]*\s*)?([^\s,;<>()]+@[^\s,;<>()]+\.[a-z]{2,})/i;
const BETWEEN = /\s*(?:[:;|,]|\s[-–]\s)\s*/;

/** The officers in `lines`, one a line: name, then post, with a telephone number or address where they are given. */
export function readContacts(lines: readonly FormLine[]): ContactRead[] {
  return lines.map(({ text }) => {
    const phone = PHONE.exec(text)?.[1]?.trim();
    const email = EMAIL.exec(text)?.[1];
    const words = text
      .replace(EMAIL, " ")
      .replace(PHONE, " ")
      .replace(/[\s,;:|–-]+$/, "")
      .trim();
    const [first = "", ...rest] = words.split(BETWEEN).filter((part) => part !== "");
    const role = rest.join(", ");
    return {
      ...(role === "" ? {} : { name: first }),
      // A line of one part is a post where it says so, and else somebody's name.
      ...(role === "" && !isPost(first) && first !== "" ? { name: first } : {}),
      role: role !== "" ? role : isPost(first) ? first : null,
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    };
  });
}

function isPost(words: string): boolean {
  return /\b(director|head|manager|officer|chief|lead|solicitor|executive|assistant|team|accountant|adviser|advisor|consultant|engineer|planner)\b/i.test(
    words,
  );
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The members whose names stand in `text`, in the order of the text. */
export function membersIn(text: string, members: readonly Named[]): string[] {
  const words = ` ${folded(text)} `;
  return members
    .map(({ id, name }) => ({ id, at: placeOf(words, folded(name)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

/** By the whole name, or by the last name where somebody is called "Councillor" with it. */
function placeOf(words: string, name: string): number {
  const whole = words.indexOf(` ${name} `);
  if (whole >= 0) return whole;
  const last = name.split(" ").at(-1) ?? name;
  return Math.max(words.indexOf(` councillor ${last} `), words.indexOf(` cllr ${last} `));
}

function folded(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim();
}
