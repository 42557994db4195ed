/**
 * A Word file's styles: what a run or a paragraph looks like once its style, the styles that one is based on, and the file's
 * own defaults are counted in. Called by survey.ts, and by numbering.ts for lists that come with a style.
 */
import { BLACK, type Colour, hexColour, mixed, WHITE } from "../model/colour.ts";
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
  readonly highlight: Colour | null;
  readonly shading: Colour | null;
  readonly font: string | null;
}

/** Styles that lead to each other in a ring are followed no further than this. */
const LONGEST_CHAIN = 20;
const NORMAL_WEIGHT: Readonly<Record<string, number>> = { clear: 0, nil: 0, solid: 1 };

/** The colours that Word's highlighter has. */
const HIGHLIGHTS: Readonly<Record<string, Colour>> = {
  black: BLACK,
  blue: [0, 0, 255],
  cyan: [0, 255, 255],
  green: [0, 255, 0],
  magenta: [255, 0, 255],
  red: [255, 0, 0],
  yellow: [255, 255, 0],
  white: WHITE,
  darkBlue: [0, 0, 128],
  darkCyan: [0, 128, 128],
  darkGreen: [0, 128, 0],
  darkMagenta: [128, 0, 128],
  darkRed: [128, 0, 0],
  darkYellow: [128, 128, 0],
  darkGray: [128, 128, 128],
  lightGray: [192, 192, 192],
};

export class Styles {
  private readonly byId = new Map<string, Element>();
  private readonly defaults: Element | undefined;
  private readonly theme: ReadonlyMap<string, Colour>;
  private readonly defaultParagraph: string | undefined;

  constructor(styles: Element | undefined, theme: Element | undefined) {
    for (const style of childrenOf(styles, "w:style")) {
      const id = style.attributes["w:styleId"];
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, style);
    }
    this.defaults = child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr");
    this.theme = themeColours(theme);
    this.defaultParagraph = childrenOf(styles, "w:style").find(
      ({ attributes }) => attributes["w:type"] === "paragraph" && /^(1|true|on)$/.test(attributes["w:default"] ?? ""),
    )?.attributes["w:styleId"];
  }

  /** The style's name as Word shows it, in small letters; the id where the file does not name it. */
  name(id: string | undefined): string {
    const style = id === undefined ? undefined : this.byId.get(id);
    return (val(style, "w:name") ?? id ?? "normal").toLowerCase();
  }

  /** The style and those it is based on, from the most basic to itself. */
  chain(id: string | undefined): Element[] {
    const chain: Element[] = [];
    for (let at = id; at !== undefined && chain.length < LONGEST_CHAIN; ) {
      const style = this.byId.get(at);
      if (!style || chain.includes(style)) break;
      chain.unshift(style);
      at = val(style, "w:basedOn");
    }
    return chain;
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
    const layers = [...this.chain(this.styleOf(properties)).map((style) => child(style, "w:pPr")), properties];
    return this.shading(layers.map((each) => child(each, "w:shd")).findLast((each) => each !== undefined));
  }

  /**
   * What a run looks like. `paragraph` is its paragraph's style, `around` what the table gives its text, from the most basic.
   */
  look(run: Element | undefined, paragraph: string | undefined, around: readonly Element[] = []): Look {
    const layers = [
      this.defaults,
      ...around,
      ...this.chain(paragraph).map((style) => child(style, "w:rPr")),
      ...this.chain(val(run, "w:rStyle")).map((style) => child(style, "w:rPr")),
      run,
    ].filter((layer) => layer !== undefined);
    const last = <Value>(read: (layer: Element) => Value | undefined): Value | undefined =>
      layers.map(read).findLast((value) => value !== undefined);
    const isOn = (name: string) => last((layer) => toggle(layer, name)) ?? false;
    const vertical = last((layer) => val(layer, "w:vertAlign"));
    const size = last((layer) => val(layer, "w:sz"));
    const fonts = last((layer) => child(layer, "w:rFonts"));
    return {
      // A style that hides and one based on it that hides again show the text; whoever hides twice is asked all the same.
      isHidden: toggle(run, "w:vanish") ?? layers.some((layer) => toggle(layer, "w:vanish") === true),
      isBold: isOn("w:b"),
      isItalic: isOn("w:i"),
      isStruck: isOn("w:strike") || isOn("w:dstrike"),
      vertical: vertical === "superscript" || vertical === "subscript" ? vertical : null,
      size: size === undefined ? null : Number(size),
      colour: this.colour(last((layer) => child(layer, "w:color"))),
      highlight: highlightColour(last((layer) => val(layer, "w:highlight"))),
      shading: this.shading(last((layer) => child(layer, "w:shd"))),
      font: fonts?.attributes["w:ascii"] ?? fonts?.attributes["w:hAnsi"] ?? null,
    };
  }

  /** A background as Word paints it, its pattern mixed in; null for none. */
  shading(element: Element | undefined): Colour | null {
    if (!element) return null;
    const { "w:val": pattern = "clear", "w:fill": fill, "w:color": over, "w:themeFill": theme } = element.attributes;
    const percent = /^pct(\d+)$/.exec(pattern)?.[1];
    const weight = percent === undefined ? (NORMAL_WEIGHT[pattern] ?? 0.5) : Number(percent) / 100;
    const under = hexColour(fill) ?? this.theme.get(theme ?? "") ?? null;
    if (weight === 0) return under;
    return mixed(hexColour(over) ?? BLACK, under ?? WHITE, weight);
  }

  /** The colour that a theme gives a name such as `accent1`. */
  themeColour(name: string | undefined): Colour | null {
    return this.theme.get(name ?? "") ?? null;
  }

  private colour(element: Element | undefined): Colour | null {
    if (!element) return null;
    return hexColour(element.attributes["w:val"]) ?? this.theme.get(element.attributes["w:themeColor"] ?? "") ?? null;
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

/** The colours that a theme names, under the names that text uses for them. */
function themeColours(theme: Element | undefined): Map<string, Colour> {
  const scheme = child(theme, "a:themeElements", "a:clrScheme");
  const found = new Map<string, Colour>();
  const alias: Readonly<Record<string, readonly string[]>> = {
    dk1: ["dark1", "text1", "dk1", "tx1"],
    lt1: ["light1", "background1", "lt1", "bg1"],
    dk2: ["dark2", "text2", "dk2", "tx2"],
    lt2: ["light2", "background2", "lt2", "bg2"],
    hlink: ["hyperlink"],
    folHlink: ["followedHyperlink"],
  };
  for (const each of childrenOf(scheme)) {
    const [inner] = childrenOf(each);
    const colour = hexColour(inner?.attributes.val) ?? hexColour(inner?.attributes.lastClr);
    const name = each.name.replace(/^a:/, "");
    for (const known of alias[name] ?? [name]) if (colour) found.set(known, colour);
  }
  return found;
}

function highlightColour(name: string | undefined): Colour | null {
  return name !== undefined && Object.hasOwn(HIGHLIGHTS, name) ? (HIGHLIGHTS[name] as Colour) : null;
}
