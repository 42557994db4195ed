/** Walks a schema into plain rows of fields, for the reference and for the editors' schemas. */
import type { z } from "zod";

export interface Field {
  /** `items[].resolutions[].letter`. */
  readonly path: string;
  readonly needed: boolean;
  readonly kind: string;
  readonly about: string;
}

type Definition = { type: string; [key: string]: unknown };

/** Every field of a schema, outer ones first, in the order they are declared. */
export function fieldsOf(schema: z.ZodType, prefix = ""): Field[] {
  const inner = bare(schema);
  const definition = inner.def as unknown as Definition;
  if (definition.type === "object")
    return Object.entries(definition.shape as Record<string, z.ZodType>)
      .filter(([name]) => name !== "$schema")
      .flatMap(([name, field]) => {
        const path = prefix ? `${prefix}.${name}` : name;
        return [
          { path, needed: isNeeded(field), kind: kindOf(field), about: aboutOf(field) },
          ...fieldsOf(field, path),
        ];
      });
  if (definition.type === "array") return fieldsOf(definition.element as z.ZodType, `${prefix}[]`);
  if (definition.type === "record") return fieldsOf(definition.valueType as z.ZodType, `${prefix}.<kind>`);
  if (definition.type === "union") {
    const group = (definition.options as z.ZodType[]).find((option) => fieldsOf(option, prefix).length > 0);
    return group ? fieldsOf(group, prefix) : [];
  }
  return [];
}

function isNeeded(field: z.ZodType): boolean {
  return !["optional", "default"].includes((field.def as unknown as Definition).type);
}

function aboutOf(field: z.ZodType): string {
  return field.description ?? bare(field).description ?? "";
}

function kindOf(field: z.ZodType): string {
  const inner = bare(field);
  const named = inner.meta()?.kind;
  if (typeof named === "string") return named;
  const definition = inner.def as unknown as Definition;
  switch (definition.type) {
    case "enum":
      return Object.values(definition.entries as Record<string, string>)
        .map((word) => `\`${word}\``)
        .join(", ");
    case "array":
      return `list of ${kindOf(definition.element as z.ZodType)}`;
    case "object":
    case "record":
      return "group";
    case "literal":
      return `\`${(definition.values as string[])[0]}\``;
    case "union":
      return (definition.options as z.ZodType[]).map(kindOf).join(" or ");
    default:
      return "text";
  }
}

/** A schema without what makes it optional, gives it a default, or turns its text into something else. */
function bare(schema: z.ZodType): z.ZodType {
  const definition = schema.def as unknown as Definition;
  if (["optional", "default", "nullable"].includes(definition.type)) return bare(definition.innerType as z.ZodType);
  if (definition.type === "pipe") return bare(definition.in as z.ZodType);
  return schema;
}
