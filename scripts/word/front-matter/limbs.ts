/**
 * A recommendation as somebody wrote it, read as who is asked and what is asked, a limb each: "That Cabinet notes the findings and
 * agrees the activity." Called by front-matter.ts.
 */
import type { FormLine } from "../form.ts";

export interface RecommendationRead {
  readonly that: string;
  readonly limbs: readonly { readonly verb: string; readonly object: string }[];
}

/** What recommendations begin with, as councils write them; each may have an s at its end. */
const VERBS =
  "accept|adopt|agree|appoint|approve|authorise|award|comment on|confirm|consider|decide|delegate|determine|direct|endorse|establish|grant|instruct|nominate|note|object|receive|recognise|recommend|refer|refuse|reject|request|require|resolve|review|scrutinise|set|support|thank|waive|welcome|withdraw|write";
const VERB = `(?:${VERBS})(?:e?s)?`;
const SENTENCE = new RegExp(`^(?:it is recommended )?that (?:the )?(.{2,80}?) (${VERB})\\b (.+)$`, "is");
const ASKED =
  /^(?:it is recommended )?(?:that )?(?:the )?(.{2,80}?)(?: (?:is|are|be) (?:asked|recommended|requested|invited))?(?: to)?\s*:?$/is;
const LIMB = new RegExp(`^(?:to )?(${VERB})\\b[:,]? (.+)$`, "is");
const NEXT = new RegExp(`,? and (?=${VERB}\\b )|[;,] (?=${VERB}\\b )`, "gi");

/** The recommendation in `lines`; null where it cannot be told apart for certain. */
export function readLimbs(lines: readonly FormLine[]): RecommendationRead | null {
  const [first, ...rest] = lines;
  if (!first) return null;
  if (rest.length === 0) return inOneSentence(first.text);
  const [, asked] = ASKED.exec(first.text) ?? [];
  const limbs = rest.map(({ text }) => limbOf(text));
  if (asked === undefined || limbs.some((limb) => limb === null)) return null;
  return { that: asked.trim(), limbs: limbs.flatMap((limb) => limb ?? []) };
}

function inOneSentence(text: string): RecommendationRead | null {
  const [, that, verb, object] = SENTENCE.exec(text) ?? [];
  if (that === undefined || verb === undefined || object === undefined) return null;
  const limbs = `${verb} ${object}`.split(NEXT).map(limbOf);
  return limbs.some((limb) => limb === null) ? null : { that: that.trim(), limbs: limbs.flatMap((limb) => limb ?? []) };
}

function limbOf(text: string): { verb: string; object: string } | null {
  const [, verb, object] = LIMB.exec(text.trim()) ?? [];
  if (verb === undefined || object === undefined) return null;
  return { verb: verb.toLowerCase(), object: object.replace(/[.;,]?(?:\s+and)?$/i, "").trim() };
}
