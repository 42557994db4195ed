/**
 * Sentences of an invented council, put together from some hundreds of words, so that letters, widths and repetitions
 * are like those of real papers. Nobody and no place in them exists. Called by made-up-report.ts and generated-council.ts.
 */
import type { Draws } from "./draws.ts";

const split = (words: string): string[] => words.split(",").map((each) => each.replace(/\s+/g, " ").trim());

/** What may stand in each slot of a sentence. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  place: split(`Alderwick, Pont y Tŷ, Sallow Bridge, Netherfold, Maes y Dŵr, Quarry Bank, Thornmere, Llyn yr Ŵyn,
    Market Ouse, Tŷ Hŷn, Brindle Cross, Hawthorn Reach, Cefn y Gŵydd, Low Tarrow, Saltern Quay, Heol y Gŵr, Upper Mardle,
    Fernhollow, Bryn Llŷr, Copper Street, Wharf End, East Lathe, Rushmoor Dyke, Tanner’s Row, Gorse Heath, Priory Close`),
  thing: split(`bridge, library, depot, culvert, footpath, nursery, pumping station, town hall, car park, day centre,
    swimming pool, recycling site, refuge, allotment, drainage scheme, street market, archive, sports ground, workshop,
    crossing, fire door, boiler house, museum store, respite home, kitchen block, cycle route, embankment, hostel, jetty,
    training centre, youth club, visitor room, heating network, cemetery lodge, switchboard, minibus service, playground`),
  things:
    split(`repairs, tenancies, referrals, inspections, surveys, carers, apprentices, households, complaints, invoices,
    street lamps, contractors, placements, care plans, volunteers, licences, vacancies, deliveries, notices, valuations,
    school meals, bus passes, assessments, risk registers, trees, drains, vehicles, budgets, grants, audits, pupils,
    interviews, safeguards, responses, leases, applications, hearings, parishes, traders, visitors, bookings, meters`),
  kind: split(`annual, draft, joint, local, independent, temporary, overdue, statutory, shared, seasonal, detailed, interim,
    costly, sheltered, urgent, public, second, rural, early, modest, unplanned, flexible, long-standing, narrow, complete,
    regional, recent, weekly, careful, proposed, revised, discretionary, combined, voluntary, accessible, original`),
  done: split(`closed, surveyed, let, repaired, handed over, reviewed, valued, fenced, extended, rebuilt, inspected, leased,
    registered, insulated, mothballed, transferred, relit, tendered, rewired, audited, consulted upon, put out of use,
    reopened, cleared, widened, refurbished, signed for, tested, withdrawn, re-roofed, priced, measured`),
  does: split(`recommends, supports, doubts, explains, describes, welcomes, questions, records, confirms, estimates, expects,
    measures, reviews, opposes, accepts, examines, compares, summarises`),
  when: split(`in the spring, before the half-year review, at the end of March, since the last report, during the school
    holidays, after two wet winters, in the second quarter, within six weeks, on three occasions, by early autumn, over four
    years, without delay, ahead of the contract’s end, in the week after Easter, a month later than planned, every other
    Tuesday, as soon as the ground had dried, between June and November, throughout the year, at short notice`),
  because:
    split(`because the older pipes cannot be reached from the road, since nobody had asked residents beforehand, as the
    insurer requires, so that evening classes may go on, although the price of steel has risen, while the lease is being
    settled, which the auditor had advised, where no other building is large enough, unless a partner shares the expense,
    as happened under the earlier agreement, even though demand fell, for which a reserve was set aside, until the landlord
    gives consent, whether or not the bid succeeds, because staff could not be spared, since flooding had reached the
    cellar, which leaves little room for error, so long as the ward members agree, once the noise survey is in`),
  who: split(`Director of Place, Head of Estates, Chief Accountant, Monitoring Officer, Service Manager for Roads, Head of
    Housing, Strategic Lead for Learning, Emergency Planner, Principal Engineer, Head of Procurement, Area Surveyor,
    Director of Adult Care, Equality Adviser, Lead for Customer Services, Head of Parks, Assistant Director of Finance`),
  body: split(`the tenants’ forum, the harbour users, the regional fund, the parish clerks, the internal auditor, the
    carers’ network, the highways partnership, the civic society, the fire service, the health board, the staff side,
    the drainage board, the youth council, the bus operators, the allotment holders, the chamber of trade`),
  aim: split(`to keep rents affordable, to halve the waiting list, to bring empty rooms back into use, to protect the
    river bank, to answer every letter in ten days, to shorten journeys for older people, to spread the work evenly, to use
    less gas, to give notice in two languages, to meet the new standard, to avoid a second closure, to pool equipment, to
    train its own electricians, to save the orchard, to settle claims sooner, to offer hot meals at weekends`),
  welsh: split(`Tŷ’r Dŵr, Gŵyl y Pŵer, Canolfan Pobl Hŷn, Llwybr yr Ŵyn, Heb Sŵn, Ysgol y Llŷn, Clwb Cŵn, Lle Siŵr`),
};

const PATTERNS = [
  "The {kind} {thing} at {place} was {done} {when}, {because}.",
  "{count} {things} were counted {when}, against {count} a year before, and the {who} {does} the {kind} figure.",
  "It would cost {money} {aim}, of which {body} has offered {money}.",
  "Officers met {body} {when} and went through the {kind} {things} one by one, {because}.",
  "Of the {count} {things} that were {done}, {percent} per cent concerned {place} and its surroundings.",
  "The {who} {does} the {kind} plan {aim}, {because}.",
  "At {place} the {thing} stands beside a {kind} {thing}, and both were {done} {when}.",
  "No {kind} {things} have been {done} {when}; {body} asks that this be put right before any {thing} is {done}.",
  "A {kind} review of {things} found that {percent} per cent were late, {because}.",
  "This is meant {aim}, and would leave {money} in the reserve for {things}.",
  "Its sign will read “{welsh}” beside the English name, as {body} had proposed {when}.",
  "Where {things} overlap with {kind} {things}, the {who} will decide which come first.",
  "The forecast is {money}, or {percent} per cent above the {kind} estimate that was {done} {when}.",
  "Two other councils have tried {aim}; neither found {kind} {things} easy, {because}.",
  "If the {thing} at {place} is not {done} {when}, {count} {things} will have to move to {place}.",
  "{Body} {does} what is proposed for {place}, but would rather see the {thing} {done} first.",
  "By contrast the {thing} in {place} takes {count} {things} a week and has never been {done}.",
  "What remains is a {kind} question: whether {things} and {things} can share one {thing}, {because}.",
] as const;

/** A sentence, with its full stop. */
export function sentence(draws: Draws): string {
  const words = fill(draws, draws.pick(PATTERNS));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Several sentences. */
export function sentences(draws: Draws, from: number, to: number): string {
  return Array.from({ length: draws.whole(from, to) }, () => sentence(draws)).join(" ");
}

/** A pattern with every `{slot}` filled, such as `{kind} {things}`; `{money}`, `{percent}` and `{count}` are figures. */
export function fill(draws: Draws, pattern: string): string {
  let parts = PARTS.get(pattern);
  if (!parts) {
    parts = pattern.split(/\{(\w+)\}/);
    PARTS.set(pattern, parts);
  }
  let words = "";
  for (const [at, part] of parts.entries()) words += at % 2 === 0 ? part : filling(draws, part);
  return words.replace(/\b([Aa]) (?=[aeiou])/g, "$1n ");
}

/** Patterns taken apart, words and slots in turn: an archive fills each of them a hundred thousand times. */
const PARTS = new Map<string, readonly string[]>();

function filling(draws: Draws, slot: string): string {
  if (slot === "money") return draws.happens(40) ? `£${decimal(draws, 1, 48)} million` : pounds(draws);
  if (slot === "percent") return draws.happens(50) ? String(draws.whole(2, 96)) : decimal(draws, 1, 90);
  if (slot === "count") return grouped(draws.whole(12, draws.happens(30) ? 9800 : 420));
  if (slot === "Body") return capital(filling(draws, "body"));
  const words = SLOTS[slot];
  if (!words) throw new Error(`No words are known for {${slot}}`);
  return draws.pick(words);
}

/** An amount such as `£148,500`. */
export function pounds(draws: Draws): string {
  return `£${grouped(draws.whole(9, 1990) * 500)}`;
}

/** A number with one place after the point. */
export function decimal(draws: Draws, from: number, to: number): string {
  return `${draws.whole(from, to)}.${draws.whole(1, 9)}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
