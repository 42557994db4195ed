/**
 * The Nunjucks environment of a council with its templates compiled, kept from one build to the next while no template looks
 * different: compiling them costs more than a page. Used by building/.
 */
import type nunjucks from "nunjucks";
import { makeEnvironment, remakeEnvironment } from "./environment.ts";
import { looksOfTemplates } from "./template-looks.ts";

/** The one of the council that was built last: a process seldom builds another. */
let kept: { readonly root: string; looks: string; readonly environment: nunjucks.Environment } | null = null;

/** The environment for the council in `root`, as its templates and ours are now. */
export function environmentFor(root: string): nunjucks.Environment {
  const looks = looksOfTemplates(root);
  if (kept?.root !== root) kept = { root, looks, environment: makeEnvironment(root) };
  if (kept.looks !== looks) {
    kept.looks = looks;
    remakeEnvironment(kept.environment, root);
  }
  return kept.environment;
}
