/**
 * The kinds of field that front matter and data are made of. Every scalar reaches a schema as the text the
 * officer typed (see load/yaml.ts), so `1.10` stays `1.10` and a date is never moved by a time zone.
 */
import { z } from "zod";
import { isCivilDate, isCivilDateTime, isCivilTime } from "./civil.ts";

/** Words on one line, or a few. */
export const text = () => z.string().trim().min(1, "must not be empty");

/** A short name for files, addresses and references: small letters, digits and hyphens. */
export const shortName = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be small letters, digits and single hyphens, such as `recovery-plan`")
    .meta({ kind: "short name" });

/** A day, as `2026-09-28`. */
export const date = () =>
  z
    .string()
    .refine(isCivilDate, "must be a day that exists, written like `2026-09-28`")
    .meta({ format: "date", kind: "day" });

/** A time of day, as `"18:30"`. */
export const time = () =>
  z.string().refine(isCivilTime, 'must be a time written like `"18:30"`').meta({ kind: "time" });

/** A day and time, as `2026-09-18T16:50`. */
export const dateTime = () =>
  z
    .string()
    .refine(isCivilDateTime, "must be a day and time written like `2026-09-18T16:50`")
    .meta({ kind: "day and time" });

/** The word `yes` or `no`, in any letters. */
export const yesNo = () =>
  z
    .string()
    .regex(/^(yes|no)$/i, "must be the word `yes` or `no`, in quotation marks where the file is JSON")
    .meta({ kind: "`yes` or `no`" })
    .transform((word) => word.toLowerCase() === "yes");

/** The word `none`, in any letters. */
export const none = () =>
  z
    .string()
    .regex(/^none$/i, "must be a list, or the word `none`")
    .meta({ kind: "`none`" })
    .transform(() => "none" as const);

/** The letter of a resolution, without brackets: `a`. */
export const letter = () =>
  z
    .string()
    .regex(/^[a-z]{1,3}$/, "must be the letter alone, such as `a`, without brackets")
    .meta({ kind: "letter" });

/** A whole number. */
export const wholeNumber = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number, such as `12`, of at most nine digits")
    .meta({ kind: "whole number" })
    .transform(Number);

/** A number, which may be negative and have decimals. */
export const decimal = () =>
  z
    .string()
    .regex(
      /^-?\d{1,12}(\.\d{1,6})?$/,
      "must be a number, such as `61` or `-2.5`, of at most twelve digits and six decimals",
    )
    .meta({ kind: "number" })
    .transform(Number);

/** A colour, as `#14532d`. */
export const colour = () => z.string().regex(/^#[0-9a-f]{6}$/, "must be a colour like `#14532d`, in small letters");

export const email = () => z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "must be an e-mail address");

/** A web address that starts with https:// or http://. */
export const webAddress = () =>
  z.string().regex(/^https?:\/\/[^\s<>"']+$/, "must be a web address that starts with `https://`");

/** A language's code, as `en` or `cy`. */
export const language = () => z.string().regex(/^[a-z]{2,3}$/, "must be a language's code, such as `en` or `cy`");

/** A time zone by its name, as `Europe/London`. */
export const timeZone = () =>
  z.string().refine(isTimeZone, "must be a time zone's name, such as `Europe/London`").meta({ kind: "time zone" });

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** One of a fixed set of words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `must be one of: ${words.join(", ")}`);

/** A list; `what` says what stands in it. */
export const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema);

/** A list that may be left out, and is then empty. */
export const optionalList = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).default([]);

/** Somebody to ask: a name with a role, or a role alone. */
export const contact = () =>
  z.strictObject({
    name: text().optional().describe("The person's name, where it is published."),
    role: text().describe("The post they hold."),
    phone: text().optional().describe("Their telephone number."),
    email: email().optional().describe("Their e-mail address."),
  });
export type Contact = z.infer<ReturnType<typeof contact>>;

/** Access to a part. Anything but `public` belongs in the restricted folder, outside the repository. */
export const access = () =>
  oneOf(["public", "exempt", "confidential"]).describe(
    "Who may read this. It must be said, and under content/ it can only be `public`: anything else belongs in the restricted folder.",
  );

/** A reference to a paper or one of its paragraphs, as `2026-10-08-scrutiny/recovery-plan#p3-2`. */
export const paperReference = () =>
  z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\/[a-z0-9-]+(#[a-z0-9-]+)?$/i,
      "must be a meeting, a paper and perhaps a paragraph, such as `2026-10-08-scrutiny/recovery-plan#p3-2`",
    );
