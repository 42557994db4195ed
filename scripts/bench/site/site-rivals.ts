/** The other ways to make the site that the bench has ours beside, in the order they are run. */
import { astro } from "./astro-rival.ts";
import { eleventy } from "./eleventy-rival.ts";
import { floor } from "./floor-rival.ts";
import { debianHugo, newestHugo } from "./hugo-rival.ts";
import type { SiteRival } from "./site-rival.ts";

export const SITE_RIVALS: readonly SiteRival[] = [eleventy, debianHugo, newestHugo, astro, floor];
