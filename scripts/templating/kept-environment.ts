/**
 * The Nunjucks environment of a council with its templates compiled, kept from one build to the next while no template looks
 * different: compiling them costs more than a page. Used by building/.
 */
import type nunjucks from "nunjucks";
import { makeEnvironment } from "./environment.ts";
import { looksOfTemplates } from "./template-looks.ts";

let kept: { readonly looks: string; readonly environment: nunjucks.Environment } | null = null;

/** The environment for the council in `root`; the same one as long as its templates and ours look the same. */
export function environmentFor(root: string): nunjucks.Environment {
  const looks = looksOfTemplates(root);
  if (kept?.looks !== looks) kept = { looks, environment: makeEnvironment(root) };
  return kept.environment;
}
