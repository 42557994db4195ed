/** `content/members/<member>.md`: a councillor or co-opted person. */
import { z } from "zod";
import * as field from "./fields.ts";

export const member = z.strictObject({
  name: field.text().describe("The name as it stands on a ballot paper."),
  title: field.text().default("Councillor").describe("What goes before the name; `none` for nothing."),
  party: field.text().optional().describe("The party or group."),
  ward: field.text().optional().describe("The ward they represent."),
  represents: field.text().optional().describe("For a co-opted person: whom they represent."),
  email: field.email().optional().describe("Where residents can write."),
  phone: field.text().optional().describe("Where residents can ring."),
  from: field.date().describe("The day they took office."),
  until: field.date().optional().describe("The day they left it."),
});
export type Member = z.output<typeof member>;
