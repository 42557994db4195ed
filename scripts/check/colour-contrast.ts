/** The council's colour can be read on our pages: WCAG 2.2, 1.4.3, 4.5 to 1 at the least. */
import { type Colour, contrast, hexColour } from "../model/colour.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

/** The grounds that links stand on: the page and the panel, light and dark, as in templates/assets/paper.css. */
export const GROUNDS = { light: ["#ffffff", "#f4f5f2"], dark: ["#14181b", "#1d2327"] } as const;
const LEAST = 4.5;

export const colourContrast: Rule = {
  names: ["colour-contrast"],
  ofCouncil({ council }) {
    const { colours } = council.settings.value;
    return (["light", "dark"] as const).flatMap((scheme): Problem[] => {
      const worst = Math.min(...GROUNDS[scheme].map((ground) => contrast(rgb(colours[scheme]), rgb(ground))));
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

/** The schema has seen to it that every colour is one. */
function rgb(hex: string): Colour {
  return hexColour(hex) as Colour;
}
