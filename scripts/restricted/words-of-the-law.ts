/**
 * What restricted papers say because the law does: it stands in public papers as well, and gives nothing away. Asked by
 * fingerprints. Source: LGA 1972 s100A(2) to (4) and Sch 12A Part 1.
 */
const DESCRIPTIONS = [
  "Information relating to any individual",
  "Information which is likely to reveal the identity of an individual",
  "Information relating to the financial or business affairs of any particular person (including the authority holding that information)",
  "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority",
  "Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings",
  "Information which reveals that the authority proposes to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or to make an order or direction under any enactment",
  "Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime",
];

/** The sentences, for each paragraph of Part 1 of Schedule 12A and for confidential information. */
export function wordsOfTheLaw(): string[] {
  const exempt = DESCRIPTIONS.flatMap((description, index) => {
    const schedule = `paragraph ${index + 1} of Part 1 of Schedule 12A`;
    return [
      " to the Local Government Act 1972",
      " of the Local Government Act 1972",
      " to the Act",
      " of the Act",
    ].flatMap((act) => [
      `Not for publication by virtue of ${schedule}${act} as amended: ${description}.`,
      `This report is not for publication under ${schedule}${act} because it contains exempt information as defined in ${schedule}${act}: ${description}.`,
      `This report is exempt from publication as it contains information within the meaning of ${schedule}${act} (as amended by the Local Government (Access to Information) (Variation) Order 2006).`,
      `That under section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting for the following item of business on the grounds that it involves the likely disclosure of exempt information as defined in ${schedule}${act}, and that in all the circumstances of the case the public interest in maintaining the exemption outweighs the public interest in disclosing the information.`,
    ]);
  });
  return [
    ...exempt,
    "Not for publication: this report contains confidential information within the meaning of section 100A(3) of the Local Government Act 1972.",
    "In all the circumstances of the case, the public interest in maintaining the exemption outweighs the public interest in disclosing it.",
  ];
}
