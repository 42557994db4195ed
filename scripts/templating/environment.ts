/**
 * The Nunjucks environment that pages and packs are rendered with: one search path, the council's templates before
 * ours, and everything escaped unless it says otherwise. Officers' text reaches it only as data.
 */
import nunjucks from "nunjucks";
import { FILTERS } from "./filters.ts";
import { keepMacros } from "./kept-macros.ts";
import { templateFolders } from "./template-folders.ts";
import { mistakeOfTemplates } from "./template-mistakes.ts";

export { PROJECT } from "./template-folders.ts";

/**
 * The environment of the council in `root`. Rendering with a template of the council's that has a mistake is refused with its
 * place.
 */
export function makeEnvironment(root: string): nunjucks.Environment {
  return equipped(new nunjucks.Environment(loaderOf(root), OPTIONS), root);
}

/**
 * Makes an environment that was used anew in its place, for templates that changed. Eleventy holds every environment that it ever
 * met, with the pages that it drew last, so that a new one each time would fill the memory.
 */
export function remakeEnvironment(environment: nunjucks.Environment, root: string): void {
  // What was put over its own ways of rendering.
  for (const name of ["getTemplate", "render"]) Reflect.deleteProperty(environment, name);
  (environment as unknown as { init: (...asked: unknown[]) => void }).init(loaderOf(root), { ...OPTIONS });
  equipped(environment, root);
}

/** With `dev` an error says what it came of. */
const OPTIONS = { dev: true, autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true };

function loaderOf(root: string): nunjucks.FileSystemLoader {
  return new nunjucks.FileSystemLoader(templateFolders(root), { noCache: false });
}

function equipped(environment: nunjucks.Environment, root: string): nunjucks.Environment {
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  keepMacros(environment);
  const render = environment.render.bind(environment);
  environment.render = (name: string, context?: object) => {
    try {
      return render(name, context);
    } catch (error) {
      throw mistakeOfTemplates(root, environment, [name], error);
    }
  };
  return environment;
}
