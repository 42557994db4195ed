/** Colours, and how far two can be told apart. Called where text is held against its background. */

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** `1F3864` or `#1f3864` as a colour; null for what is none. */
export function hexColour(hex: string | undefined): Colour | null {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(hex ?? "") ?? [];
  if (digits === undefined) return null;
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Colour;
}

/** `share` of `over` laid on `under`, from 0 to 1. */
export function mixed(over: Colour, under: Colour, share: number): Colour {
  return over.map((part, at) => Math.round(part * share + (under[at] as number) * (1 - share))) as unknown as Colour;
}

/** How much light a colour gives, from 0 for black to 1 for white, as WCAG 2.2 counts it. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 for colours that cannot be told apart to 21 for black on white. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
