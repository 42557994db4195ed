/** Follow-ups as open data, one row each. Called by pages/follow-ups.ts. */
import type { FollowUpState } from "../model/follow-up-due.ts";
import { address } from "./addresses.ts";
import type { Row } from "./csv.ts";
import { followUpView } from "./follow-up-view.ts";
import type { Site } from "./site.ts";

export const followUpFields = [
  "id",
  "text",
  "period",
  "kind",
  "status",
  "asked by",
  "asked on",
  "asked at",
  "undertaken by",
  "returns to",
  "said",
  "due on",
  "due at",
  "answered on",
  "answered by",
  "answered how",
  "replaced by",
  "about",
  "address",
] as const;

/** Addresses are whole where the council's settings name its website, and paths on it otherwise. */
export function followUpRow(site: Site, state: FollowUpState): Row<(typeof followUpFields)[number]> {
  const view = followUpView(site, state);
  // A report on an agenda has answered nothing yet.
  const isAnswered = state.status === "discharged" || state.status === "superseded";
  const website = site.council.settings.website?.replace(/\/$/, "") ?? "";
  return {
    id: state.id,
    text: view.text,
    period: view.period,
    kind: view.kind,
    status: view.status,
    "asked by": view.askedBy,
    "asked on": state.date,
    "asked at": view.asked.text,
    "undertaken by": view.undertakenBy,
    "returns to": view.returnsTo,
    said: view.said,
    "due on": view.dueOn,
    "due at": view.due?.text ?? null,
    "answered on": isAnswered ? (view.answer?.on ?? null) : null,
    "answered by": isAnswered ? (view.answer?.text ?? null) : null,
    "answered how": isAnswered ? (state.discharge?.how ?? null) : null,
    "replaced by": state.replacedBy,
    about: state.followUp.about,
    address: `${website}${address.followUp(state.id)}`,
  };
}
