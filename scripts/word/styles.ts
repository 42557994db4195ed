/**
 * A Word file's styles: what a run or a paragraph looks like once its style, the styles that one is based on, and the file's
 * own defaults are counted in. Called by survey.ts, and by numbering.ts for lists that come with a style.
 */
import { BLACK, type Colour, hexColour, mixed, WHITE } from "../model/colour.ts";
import { highlightColour } from "./highlights.ts";
import { ThemeColours } from "./theme-colours.ts";
import { child, childrenOf, type Element, toggle, val } from "./xml.ts";

/** What a run of text looks like. */
export interface Look {
  readonly isHidden: boolean;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly vertical: "superscript" | "subscript" | null;
  /** In half points; null where nothing says. */
  readonly size: number | null;
  /** Null for automatic: dark on what is light, light on what is dark. */
  readonly colour: Colour | null;
  /** Whether its letters are not filled with any colour, so that nothing of them is seen. */
  readonly isUnfilled: boolean;
  /** How wide its letters are drawn, in hundredths. */
  readonly width: number;
  /** What is put between its letters, in twentieths of a point; less than nothing draws them together. */
  readonly spacing: number;
  /** How far it is raised from its line, in half points; less than nothing lowers it. */
  readonly raised: number;
  /** The room that all of it is pressed into, in twentieths of a point; null for as much as it takes. */
  readonly room: number | null;
  readonly highlight: Colour | null;
  readonly shading: Colour | null;
  readonly font: string | null;
}

/** Word itself allows no longer line of styles that are based on each other. */
const LONGEST_CHAIN = 200;
/** What text that is more transparent than this, in thousandths of a hundredth, shows cannot be read. */
const TRANSPARENT = 90_000;
const NORMAL_WEIGHT: Readonly<Record<string, number>> = { clear: 0, nil: 0, solid: 1 };

export class Styles {
  private readonly byId = new Map<string, Element>();
  private readonly defaults: Element | undefined;
  private readonly chains = new Map<string, Element[]>();
  private readonly theme: ThemeColours;
  private readonly defaultParagraph: string | undefined;
  private readonly defaultTable: string | undefined;

  constructor(styles: Element | undefined, theme: Element | undefined, settings?: Element) {
    for (const style of childrenOf(styles, "w:style")) {
      const id = style.attributes["w:styleId"];
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, style);
    }
    this.defaults = child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr");
    this.theme = new ThemeColours(theme, settings);
    const standard = (type: string) =>
      childrenOf(styles, "w:style").find(
        ({ attributes }) => attributes["w:type"] === type && /^(1|true|on)$/.test(attributes["w:default"] ?? ""),
      )?.attributes["w:styleId"];
    this.defaultParagraph = standard("paragraph");
    this.defaultTable = standard("table");
  }

  /** The style's name as Word shows it, in small letters; the id where the file does not name it. */
  name(id: string | undefined): string {
    const style = id === undefined ? undefined : this.byId.get(id);
    return (val(style, "w:name") ?? id ?? "normal").toLowerCase();
  }

  /** The style and those it is based on, from the most basic to itself. */
  chain(id: string | undefined): readonly Element[] {
    const known = this.chains.get(id ?? "");
    if (known) return known;
    const chain = new Set<Element>();
    for (let at = id; at !== undefined && chain.size < LONGEST_CHAIN; ) {
      const style = this.byId.get(at);
      // Styles that lead to each other in a ring are followed once round.
      if (!style || chain.has(style)) break;
      chain.add(style);
      at = val(style, "w:basedOn");
    }
    const found = [...chain].reverse();
    this.chains.set(id ?? "", found);
    return found;
  }

  /** The styles of a table whose properties are given. */
  tableChain(properties: Element | undefined): readonly Element[] {
    return this.chain(val(properties, "w:tblStyle") ?? this.defaultTable);
  }

  /** What a paragraph's styles and its own properties say under `name`, each attribute by the last that says it. */
  paragraphSays(properties: Element | undefined, name: string): Readonly<Record<string, string>> {
    return Object.assign({}, ...this.paragraphLayers(properties, name).map(({ attributes }) => attributes));
  }

  private paragraphLayers(properties: Element | undefined, name: string): Element[] {
    return [...this.chain(this.styleOf(properties)).map((style) => child(style, "w:pPr")), properties]
      .map((each) => child(each, name))
      .filter((each) => each !== undefined);
  }

  /** The style of a paragraph whose properties are given. */
  styleOf(properties: Element | undefined): string | undefined {
    return val(properties, "w:pStyle") ?? this.defaultParagraph;
  }

  /** 1 for a first heading to 9; null for what is no heading, by the outline level of the paragraph or its style. */
  headingLevel(properties: Element | undefined): number | null {
    const id = this.styleOf(properties);
    const said = [...this.chain(id).map((style) => child(style, "w:pPr")), properties]
      .map((each) => val(each, "w:outlineLvl"))
      .findLast((each) => each !== undefined);
    if (said !== undefined) return Number(said) < 9 ? Number(said) + 1 : null;
    const [, named] =
      /^heading ([1-9])$/.exec(
        this.chain(id)
          .map((style) => this.name(style.attributes["w:styleId"]))
          .findLast((name) => name.startsWith("heading ")) ?? "",
      ) ?? [];
    return named === undefined ? null : Number(named);
  }

  /** The id of the list that a style brings with it. */
  list(id: string | undefined): string | undefined {
    return this.chain(id)
      .map((style) => val(child(style, "w:pPr", "w:numPr"), "w:numId"))
      .findLast((each) => each !== undefined);
  }

  /** The indent that a style gives, in twentieths of a point. */
  indent(id: string | undefined): number | null {
    return (
      this.chain(id)
        .map((style) => indentIn(child(style, "w:pPr")))
        .findLast((each) => each !== null) ?? null
    );
  }

  /** The background that a paragraph's own properties or its style give it. */
  paragraphShading(properties: Element | undefined): Colour | null {
    return this.shading(this.paragraphLayers(properties, "w:shd").at(-1));
  }

  /**
   * What a run looks like. `paragraph` is its paragraph's style, `around` what the table gives its text, from the most basic.
   */
  look(run: Element | undefined, paragraph: string | undefined, around: readonly Element[] = []): Look {
    const said = (style: Element) => child(style, "w:rPr") ?? [];
    const ofStyles = [
      this.defaults ? [this.defaults] : [],
      [...around],
      this.chain(paragraph).flatMap(said),
      this.chain(val(run, "w:rStyle")).flatMap(said),
    ];
    const layers = [...ofStyles.flat(), ...(run ? [run] : [])];
    const last = <Value>(read: (layer: Element) => Value | undefined): Value | undefined =>
      layers.map(read).findLast((value) => value !== undefined);
    const isOn = (name: string) => last((layer) => toggle(layer, name)) ?? false;
    const vertical = last((layer) => val(layer, "w:vertAlign"));
    const size = last((layer) => val(layer, "w:sz"));
    const fonts = last((layer) => child(layer, "w:rFonts"));
    const count = (name: string) => finite(last((layer) => val(layer, name)));
    const fill = last((layer) => child(layer, "w14:textFill"));
    return {
      // A style of the paragraph and one of the letters that both hide show the text; who hides twice is asked all the same.
      isHidden:
        toggle(run, "w:vanish") ??
        ofStyles.some((each) => each.map((layer) => toggle(layer, "w:vanish")).findLast((is) => is !== undefined)),
      isBold: isOn("w:b"),
      isItalic: isOn("w:i"),
      isStruck: isOn("w:strike") || isOn("w:dstrike"),
      vertical: vertical === "superscript" || vertical === "subscript" ? vertical : null,
      size: size === undefined ? null : Number(size),
      colour: this.filling(fill) ?? this.colour(last((layer) => child(layer, "w:color"))),
      isUnfilled: isUnfilled(fill),
      width: count("w:w") ?? 100,
      spacing: count("w:spacing") ?? 0,
      raised: count("w:position") ?? 0,
      room: count("w:fitText"),
      highlight: highlightColour(last((layer) => val(layer, "w:highlight"))),
      shading: this.shading(last((layer) => child(layer, "w:shd"))),
      font: fonts?.attributes["w:ascii"] ?? fonts?.attributes["w:hAnsi"] ?? null,
    };
  }

  /** A background as Word paints it, its pattern mixed in; null for none. */
  shading(element: Element | undefined): Colour | null {
    if (!element) return null;
    const { attributes } = element;
    const pattern = attributes["w:val"] ?? "clear";
    const percent = /^pct(\d+)$/.exec(pattern)?.[1];
    const weight = percent === undefined ? (NORMAL_WEIGHT[pattern] ?? 0.5) : Math.min(100, Number(percent)) / 100;
    const under =
      this.theme.of(attributes["w:themeFill"], attributes["w:themeFillTint"], attributes["w:themeFillShade"]) ??
      hexColour(attributes["w:fill"]);
    if (weight === 0) return under;
    const over = this.colour({ ...element, attributes: { ...attributes, "w:val": attributes["w:color"] ?? "" } });
    return mixed(over ?? BLACK, under ?? WHITE, weight);
  }

  /** The colour that a theme gives a name such as `accent1`. */
  themeColour(name: string | undefined): Colour | null {
    return this.theme.of(name);
  }

  /** The colour that an element gives; that of the theme goes before the one in figures, as in Word. */
  colour(element: Element | undefined): Colour | null {
    const {
      "w:val": hex,
      "w:themeColor": name,
      "w:themeTint": tint,
      "w:themeShade": shade,
    } = element?.attributes ?? {};
    return this.theme.of(name, tint, shade) ?? hexColour(hex);
  }

  /** The colour of letters that are filled as shapes are. */
  private filling(fill: Element | undefined): Colour | null {
    const [solid] = childrenOf(child(fill, "w14:solidFill"));
    const name = solid?.attributes["w14:val"];
    return solid?.name === "w14:schemeClr" ? this.theme.of(name) : hexColour(name);
  }
}

/** Twentieths of a point in each unit that a measure may name. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  pt: 20,
  pc: 240,
  pi: 240,
  in: 1440,
  cm: 1440 / 2.54,
  mm: 144 / 2.54,
};

/** The indent from the left that a paragraph's properties give, in twentieths of a point; null where they give none. */
export function indentIn(properties: Element | undefined): number | null {
  const { "w:left": left, "w:start": start } = child(properties, "w:ind")?.attributes ?? {};
  const [, number, unit = ""] = /^(-?\d+(?:\.\d+)?)(pt|pc|pi|in|cm|mm)?$/.exec(left ?? start ?? "") ?? [];
  return number === undefined ? null : Math.round(Number(number) * (UNITS[unit] ?? 1));
}

function isUnfilled(fill: Element | undefined): boolean {
  if (child(fill, "w14:noFill")) return true;
  const [solid] = childrenOf(child(fill, "w14:solidFill"));
  return Number(child(solid, "w14:alpha")?.attributes["w14:val"] ?? 0) >= TRANSPARENT;
}

function finite(said: string | undefined): number | null {
  const number = Number.parseFloat(said ?? "");
  return Number.isFinite(number) ? number : null;
}
