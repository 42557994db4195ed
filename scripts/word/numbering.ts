/**
 * The label that Word shows before each numbered paragraph: 1., 2.1, (a), (iv). Word keeps no number in the text, only which
 * list and level a paragraph is of; this counts as Word counts, with restarts, overrides and lists that share a count.
 * Called by survey.ts, a paragraph at a time in reading order.
 */
import { inFormat } from "./number-formats.ts";
import { indentIn, type Styles } from "./styles.ts";
import { child, childrenOf, type Element, toggle, val } from "./xml.ts";

export interface Label {
  /** As Word shows it, such as `4.11` or `(a)`; a bullet's is empty. */
  readonly text: string;
  /** How deep in its list, from 0. */
  readonly level: number;
  readonly isBullet: boolean;
  /** Which list: paragraphs of one list count on from each other. */
  readonly list: string;
  /** The kind of numbering that is not known here, where it is not; the label's text then lacks it. */
  readonly unknownFormat: string | null;
  /** Whether the label itself is formatted as hidden. */
  readonly isHidden: boolean;
  /** How far its text is indented, in twentieths of a point, where the level says. */
  readonly indent: number | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly isLegal: boolean;
  /** The level, from 1, after which this one starts again; 0 for never; null for after any level above. */
  readonly restartsAfter: number | null;
  readonly style: string | undefined;
  readonly isHidden: boolean;
  readonly indent: number | null;
}

interface List {
  /** Lists with one definition share their counts. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsAgainAt: ReadonlyMap<number, number>;
}

const LEVELS = 9;

export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly styles: Styles;
  /** The counts of each definition, by level; a level that has not begun has none. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  /** Where a list has already started again at its own number. */
  private readonly begun = new Set<string>();

  constructor(numbering: Element | undefined, styles: Styles) {
    this.styles = styles;
    const definitions = new Map(
      childrenOf(numbering, "w:abstractNum").map((each) => [each.attributes["w:abstractNumId"] ?? "", each]),
    );
    for (const list of childrenOf(numbering, "w:num")) {
      const id = list.attributes["w:numId"] ?? "";
      const found = this.definitionOf(val(list, "w:abstractNumId") ?? "", definitions, numbering);
      if (found) this.lists.set(id, listOf(list, found.id, found.definition));
    }
  }

  /** The label of the next paragraph in reading order; null for one that has none. Counts on. */
  next(properties: Element | undefined, style: string | undefined): Label | null {
    const place = this.placeOf(properties, style);
    const list = place && this.lists.get(place.list);
    if (!place || !list) return null;
    const { level } = place;
    const definition = list.levels.get(level);
    if (!definition) return null;
    this.count(place.list, list, level);
    const shown = this.labelText(list, definition);
    return {
      text: shown.text,
      level,
      isBullet: definition.format === "bullet" || (shown.text !== "" && !/[\p{L}\p{N}]/u.test(shown.text)),
      list: list.definition,
      unknownFormat: shown.unknownFormat,
      isHidden: definition.isHidden,
      indent: definition.indent,
    };
  }

  /** Which list and level a paragraph is of: by its own word first, then by its style's. */
  private placeOf(properties: Element | undefined, style: string | undefined): { list: string; level: number } | null {
    const own = child(properties, "w:numPr");
    const list = val(own, "w:numId") ?? this.styles.list(style);
    if (list === undefined || list === "0") return null;
    // What a style says of its level counts for less than a level that names the style.
    const levels = [...(this.lists.get(list)?.levels ?? [])];
    const byStyle = this.styles
      .chain(style)
      .map((each) => {
        const linked = levels.find(
          ([, { style: name }]) => name !== undefined && name === each.attributes["w:styleId"],
        );
        return linked?.[0] ?? val(child(each, "w:pPr", "w:numPr"), "w:ilvl");
      })
      .findLast((each) => each !== undefined);
    const level = Number(val(own, "w:ilvl") ?? byStyle ?? 0);
    return Number.isInteger(level) && level >= 0 && level < LEVELS ? { list, level } : null;
  }

  private count(id: string, list: List, level: number): void {
    const counts = this.counts.get(list.definition) ?? [];
    this.counts.set(list.definition, counts);
    const again = list.startsAgainAt.get(level);
    const key = `${id} ${level}`;
    if (again !== undefined && !this.begun.has(key)) counts[level] = again;
    else counts[level] = (counts[level] ?? startOf(list, level) - 1) + 1;
    this.begun.add(key);
    // A level that was passed over counts as begun, so that the next paragraph there is the second.
    for (let above = 0; above < level; above++) counts[above] ??= startOf(list, above);
    for (let below = level + 1; below < LEVELS; below++) {
      const restarts = list.levels.get(below)?.restartsAfter ?? null;
      if (restarts === null || (restarts > 0 && level < restarts)) counts[below] = undefined;
    }
  }

  private labelText(list: List, definition: Level): { text: string; unknownFormat: string | null } {
    const counts = this.counts.get(list.definition) ?? [];
    let unknownFormat: string | null = null;
    if (definition.format === "bullet" || definition.format === "none")
      return { text: definition.format === "none" ? definition.text.replace(/%\d/g, "") : "", unknownFormat };
    const text = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const each = list.levels.get(at);
      const format = definition.isLegal ? "decimal" : (each?.format ?? "decimal");
      const written = inFormat(format, counts[at] ?? startOf(list, at));
      if (written === null) unknownFormat = format;
      return written ?? "";
    });
    return { text: text.trim(), unknownFormat };
  }

  /** The definition of that id, or the one that a numbering style leads to. */
  private definitionOf(
    id: string,
    definitions: ReadonlyMap<string, Element>,
    numbering: Element | undefined,
    steps = 0,
  ): { id: string; definition: Element } | null {
    const definition = definitions.get(id);
    const link = val(definition, "w:numStyleLink");
    if (!definition || link === undefined || steps > 5) return definition ? { id, definition } : null;
    const list = this.styles.list(link);
    const next = childrenOf(numbering, "w:num").find(({ attributes }) => attributes["w:numId"] === list);
    const linked = val(next, "w:abstractNumId");
    return linked === undefined || linked === id
      ? { id, definition }
      : this.definitionOf(linked, definitions, numbering, steps + 1);
  }
}

/** Where a level begins, the first time and whenever it begins again: at the list's own number before the definition's. */
function startOf(list: List, level: number): number {
  return list.startsAgainAt.get(level) ?? list.levels.get(level)?.start ?? 1;
}

function listOf(list: Element, id: string, definition: Element): List {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(definition, "w:lvl")) levels.set(Number(level.attributes["w:ilvl"]), levelOf(level));
  const startsAgainAt = new Map<number, number>();
  for (const override of childrenOf(list, "w:lvlOverride")) {
    const at = Number(override.attributes["w:ilvl"]);
    const other = child(override, "w:lvl");
    if (other) levels.set(at, levelOf(other));
    const start = val(override, "w:startOverride");
    if (start !== undefined) startsAgainAt.set(at, whole(start));
  }
  return { definition: id, levels, startsAgainAt };
}

/** A count that a file gives; what is no number counts as 0, as in Word. */
function whole(said: string): number {
  const count = Math.trunc(Number(said));
  return Number.isSafeInteger(count) ? count : 0;
}

function levelOf(level: Element): Level {
  const restart = val(level, "w:lvlRestart");
  return {
    start: whole(val(level, "w:start") ?? "0"),
    format: val(level, "w:numFmt") ?? "decimal",
    text: val(level, "w:lvlText") ?? "",
    isLegal: toggle(level, "w:isLgl") ?? false,
    restartsAfter: restart === undefined ? null : Number(restart),
    style: val(level, "w:pStyle"),
    isHidden: toggle(child(level, "w:rPr"), "w:vanish") ?? false,
    indent: indentIn(child(level, "w:pPr")),
  };
}
