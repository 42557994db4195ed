/**
 * Keeps the macros of templates that pages import. Nunjucks runs a template anew for every import of it, on every page, though
 * what is imported without the page's context is the same each time. Called by environment.ts.
 */
import type nunjucks from "nunjucks";

type Done = (error: unknown, exported: unknown) => void;

/** What Nunjucks' types leave out: what an import calls. */
interface Importable {
  getExported: (...asked: unknown[]) => void;
}

/** Has every template of `environment` run once for all imports without context. */
export function keepMacros(environment: nunjucks.Environment): void {
  const seen = new WeakSet<object>();
  const getTemplate = environment.getTemplate.bind(environment) as (...asked: unknown[]) => Importable | undefined;
  const keeping = (template: Importable): Importable => {
    if (seen.has(template)) return template;
    seen.add(template);
    const getExported = template.getExported.bind(template);
    let kept: unknown;
    template.getExported = (...asked) => {
      const [done] = asked;
      if (typeof done !== "function") return getExported(...asked);
      if (kept !== undefined) return (done as Done)(null, kept);
      getExported((error: unknown, exported: unknown) => {
        if (!error) kept = exported;
        (done as Done)(error, exported);
      });
    };
    return template;
  };
  const wrapped = (...asked: unknown[]) => {
    const done = asked.at(-1);
    if (typeof done === "function")
      asked[asked.length - 1] = (error: unknown, template: Importable | undefined) =>
        (done as Done)(error, template && keeping(template));
    const template = getTemplate(...asked);
    return template && keeping(template);
  };
  environment.getTemplate = wrapped as typeof environment.getTemplate;
}
