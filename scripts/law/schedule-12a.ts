/** The descriptions of exempt information in Part 1 of Schedule 12A to the Local Government Act 1972, by paragraph. Data. */

export interface ExemptDescription {
  readonly paragraph: string;
  /** What it covers, in a few words for an officer. */
  readonly covers: string;
  /** Words that a description of this category cannot do without. */
  readonly terms: RegExp;
}

export const SCHEDULE_12A: readonly ExemptDescription[] = [
  { paragraph: "1", covers: "an individual", terms: /\bindividual/i },
  { paragraph: "2", covers: "what would reveal who an individual is", terms: /\bidentity\b[\s\S]*\bindividual/i },
  { paragraph: "3", covers: "financial or business affairs", terms: /\bfinancial or business affairs\b/i },
  { paragraph: "4", covers: "labour relations", terms: /\b(labour relations|consultations? or negotiations?)\b/i },
  { paragraph: "5", covers: "legal professional privilege", terms: /\blegal professional privilege\b/i },
  { paragraph: "6", covers: "a proposed notice, order or direction", terms: /\b(notice|order|direction)\b/i },
  { paragraph: "7", covers: "preventing, investigating or prosecuting crime", terms: /\bcrime\b/i },
];

export function exemptDescription(paragraph: string | undefined): ExemptDescription | null {
  return SCHEDULE_12A.find((each) => each.paragraph === paragraph) ?? null;
}
