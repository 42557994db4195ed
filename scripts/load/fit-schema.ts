/** Fits parsed values to a schema, and puts what does not fit into an officer's words with the nearest known field. */
import type { z } from "zod";
import { type Positions, placeOf } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import type { Parsed } from "./yaml.ts";

type Definition = { type: string; [key: string]: unknown };
type Path = readonly (string | number)[];

/** The value as the schema types it, or null with every fault as a problem at its own line. */
export function fitSchema<Schema extends z.ZodType>(
  schema: Schema,
  parsed: Pick<Parsed, "value" | "positions">,
  file: string,
): { value: z.output<Schema> | null; problems: Problem[] } {
  const result = schema.safeParse(parsed.value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => words(schema, issue, [], parsed.positions, file));
  return { value: null, problems };
}

function words(schema: z.ZodType, issue: z.core.$ZodIssue, above: Path, positions: Positions, file: string): Problem[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  const name = fieldName(path);
  const problem = (rule: string, at: Path, message: string, mend: string): Problem => ({
    rule,
    severity: "error",
    ...placeOf({ file, positions }, at),
    message,
    mend,
  });

  if (issue.code === "unrecognized_keys") {
    const known = knownFields(schemaAt(schema, path));
    return issue.keys.map((key) => {
      if (/\s/.test(key))
        return problem(
          "unknown-field",
          [...path, key, "@key"],
          `The words "${key}" are read as a field of their own.`,
          "Put quotation marks around the whole value: inside { } a comma begins the next field, and a colon ends a field's name.",
        );
      const guess = nearest(key, known);
      return problem(
        "unknown-field",
        [...path, key, "@key"],
        `There is no field \`${key}\`${path.length ? ` in ${name}` : ""}.`,
        guess ? `Did you mean \`${guess}\`?` : `Take it out, or use one of: ${known.join(", ")}.`,
      );
    });
  }
  if (missing(positions, path))
    return [problem("missing-field", path.slice(0, -1), `${name} is missing.`, `Add it: ${mendFor(schema, path)}`)];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const closest = issue.errors.reduce((best, each) => (depth(each) > depth(best) ? each : best));
    if (depth(closest) > 0) return closest.flatMap((each) => words(schema, each, path, positions, file));
    return [problem("wrong-value", path, `${name} is not in a form that can be read.`, mendFor(schema, path))];
  }
  if (issue.code === "invalid_type") {
    const wanted = { array: "a list", object: "a group of fields", record: "a group of fields" }[
      issue.expected as string
    ];
    return [problem("wrong-value", path, `${name} must be ${wanted ?? "a single value"}.`, mendFor(schema, path))];
  }
  return [problem("wrong-value", path, `${name} ${issue.message}.`, mendFor(schema, path))];
}

function missing(positions: Positions, path: Path): boolean {
  return !positions.has(path.join("/"));
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  const worst = issues.filter((issue) => issue.code !== "unrecognized_keys" || issue.path.length > 0);
  return worst.length === 0 ? 1 : Math.max(...worst.map((issue) => issue.path.length));
}

/** `items, 2nd, title` reads poorly; `title of items 2` says where it is. */
function fieldName(path: Path): string {
  if (path.length === 0) return "The file";
  const named: string[] = [];
  path.forEach((step, index) => {
    if (typeof step === "number") named.push(`${named.pop() ?? ""} ${step + 1}`.trim());
    else if (index === 0 || typeof step === "string") named.push(`\`${step}\``);
  });
  return named.reverse().join(" of ");
}

function mendFor(schema: z.ZodType, path: Path): string {
  const definition = unwrap(schemaAt(schema, path))?.def as unknown as Definition | undefined;
  const words =
    definition?.type === "enum" ? ` One of: ${Object.values(definition.entries as object).join(", ")}.` : "";
  const fields = knownFields(schemaAt(schema, path));
  const form =
    fields.length > 0
      ? ` It has the fields ${fields.join(", ")}, written { ${fields[0]}: ... } or on lines of their own.`
      : "";
  return (
    `${description(schema, path)}${words}${form}`.trim() ||
    "Put quotation marks around it, if it holds a colon; or correct the value."
  );
}

/** The clerk's sentence for the field at `path`. */
export function description(schema: z.ZodType, path: Path): string {
  return schemaAt(schema, path)?.description ?? unwrap(schemaAt(schema, path))?.description ?? "";
}

/** The schema of the value at `path`, or undefined where the path leaves what is known. */
function schemaAt(schema: z.ZodType | undefined, path: Path): z.ZodType | undefined {
  let here = schema;
  for (const step of path) {
    const inner = unwrap(here);
    const definition = inner?.def as unknown as Definition | undefined;
    if (!definition) return undefined;
    if (definition.type === "union") {
      const options = definition.options as z.ZodType[];
      here = options.map((option) => schemaAt(option, [step])).find(Boolean);
    } else if (definition.type === "array") here = definition.element as z.ZodType;
    else if (definition.type === "object") here = (definition.shape as Record<string, z.ZodType>)[step];
    else if (definition.type === "record") here = definition.valueType as z.ZodType;
    else return undefined;
  }
  return here;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  const definition = schema?.def as unknown as Definition | undefined;
  if (!definition) return schema;
  if (["optional", "default", "nullable", "readonly"].includes(definition.type))
    return unwrap(definition.innerType as z.ZodType);
  if (definition.type === "pipe") return unwrap(definition.in as z.ZodType);
  return schema;
}

function knownFields(schema: z.ZodType | undefined): string[] {
  const inner = unwrap(schema);
  const definition = inner?.def as unknown as Definition | undefined;
  if (definition?.type === "object") return Object.keys(definition.shape as object).filter((key) => key !== "$schema");
  if (definition?.type === "union") return (definition.options as z.ZodType[]).flatMap(knownFields);
  return [];
}
