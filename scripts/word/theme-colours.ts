/**
 * The colours of a Word file's theme, as its text and backgrounds name them: through the file's own mapping, lightened or
 * darkened. Called by styles.ts.
 */
import { BLACK, type Colour, hexColour, mixed, WHITE } from "../model/colour.ts";
import { child, childrenOf, type Element } from "./xml.ts";

/** The names that text uses for the first four colours of a theme, and the theme's own. */
const NAMES: Readonly<Record<string, string>> = {
  dark1: "dk1",
  light1: "lt1",
  dark2: "dk2",
  light2: "lt2",
  text1: "tx1",
  background1: "bg1",
  text2: "tx2",
  background2: "bg2",
  hyperlink: "hlink",
  followedHyperlink: "folHlink",
};
/** What the names that a file may map lead to where it does not. */
const MAPPED: Readonly<Record<string, string>> = { tx1: "dk1", bg1: "lt1", tx2: "dk2", bg2: "lt2" };
/** How the file's mapping calls them. */
const MAPPING: Readonly<Record<string, string>> = { tx1: "w:t1", bg1: "w:bg1", tx2: "w:t2", bg2: "w:bg2" };

export class ThemeColours {
  private readonly scheme = new Map<string, Colour>();
  private readonly mapping: Element | undefined;

  constructor(theme: Element | undefined, settings: Element | undefined) {
    for (const each of childrenOf(child(theme, "a:themeElements", "a:clrScheme"))) {
      const [inner] = childrenOf(each);
      const colour = hexColour(inner?.attributes.val) ?? hexColour(inner?.attributes.lastClr);
      if (colour) this.scheme.set(each.name.replace(/^a:/, ""), colour);
    }
    this.mapping = child(settings, "w:clrSchemeMapping");
  }

  /** The colour of that name; `tint` and `shade` are the file's shares in hexadecimal. Null for a name that no theme has. */
  of(name: string | undefined, tint?: string, shade?: string): Colour | null {
    const colour = this.plain(name);
    const light = share(tint);
    const dark = share(shade);
    if (colour && light !== null) return mixed(colour, WHITE, light);
    return colour && dark !== null ? mixed(colour, BLACK, dark) : colour;
  }

  private plain(name = ""): Colour | null {
    const short = Object.hasOwn(NAMES, name) ? (NAMES[name] as string) : name;
    if (!Object.hasOwn(MAPPED, short)) return this.scheme.get(short) ?? null;
    const said = this.mapping?.attributes[MAPPING[short] as string];
    const other = said !== undefined && Object.hasOwn(NAMES, said) ? (NAMES[said] as string) : undefined;
    return this.scheme.get(other ?? (MAPPED[short] as string)) ?? null;
  }
}

function share(hex: string | undefined): number | null {
  return /^[0-9a-f]{2}$/i.test(hex ?? "") ? Number.parseInt(hex as string, 16) / 255 : null;
}
