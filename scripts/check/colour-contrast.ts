/** The council's colour can be read on our pages: WCAG 2.2, 1.4.3, 4.5 to 1 at the least. */
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

/** The grounds that links stand on: the page and the panel, light and dark, as in templates/assets/paper.css. */
export const GROUNDS = { light: ["#ffffff", "#f4f5f2"], dark: ["#14181b", "#1d2327"] } as const;
const LEAST = 4.5;

export const colourContrast: Rule = {
  names: ["colour-contrast"],
  check(council) {
    const { colours } = council.settings.value;
    return (["light", "dark"] as const).flatMap((scheme): Problem[] => {
      const worst = Math.min(...GROUNDS[scheme].map((ground) => contrast(colours[scheme], ground)));
      if (worst >= LEAST) return [];
      return [
        problemAt(
          council.settings,
          ["colours", scheme],
          "colour-contrast",
          "error",
          `${colours[scheme]} stands out from the ${scheme} page at ${worst.toFixed(1)} to 1, which is too faint to read.`,
          `Choose a ${scheme === "light" ? "darker" : "lighter"} colour, of at least ${LEAST} to 1.`,
        ),
      ];
    });
  },
};

/** The contrast of two colours, from 1 to 21, as WCAG defines it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
