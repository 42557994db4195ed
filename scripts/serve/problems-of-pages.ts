/**
 * Which problems concern which page of the preview, and where on it. Known by the names of files, so that no meeting is opened
 * before its page is asked for. Used by preview-session.ts; put-into-page.ts writes them into the page.
 */
import { pagesOfFile } from "../desk/pages-of-file.ts";
import { placeOnPage, type ShownPages } from "../desk/place-on-page.ts";
import type { Council } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";

/** A problem with the id of what it stands at on its page; null where it concerns the page as a whole. */
export interface PlacedProblem extends Problem {
  readonly anchor: string | null;
}

interface OfPage {
  readonly problem: Problem;
  /** The page that tells of it where it is there, and this one then does not. */
  readonly unless: string | null;
}

export class ProblemsOfPages {
  private byPage = new Map<string, OfPage[]>();
  private council: () => Council | null = () => null;
  private isThere: (url: string) => boolean = () => true;
  total = 0;

  /** Takes what the last build found. Gives the addresses of pages whose problems are others than before. */
  show(problems: readonly Problem[], council: () => Council | null, isThere: (url: string) => boolean): string[] {
    const before = this.byPage;
    this.byPage = new Map();
    for (const problem of problems)
      for (const { url, unless } of pagesOfFile(problem.file)) {
        const known = this.byPage.get(url);
        if (known) known.push({ problem, unless });
        else this.byPage.set(url, [{ problem, unless }]);
      }
    this.council = council;
    this.isThere = isThere;
    this.total = problems.length;
    return [...new Set([...before.keys(), ...this.byPage.keys()])].filter(
      (url) => JSON.stringify(before.get(url)) !== JSON.stringify(this.byPage.get(url)),
    );
  }

  /** The problems of the files that the page at `url` is made from. */
  of(url: string): PlacedProblem[] {
    return (this.byPage.get(url) ?? [])
      .filter(({ unless }) => unless === null || !this.isThere(unless))
      .map(({ problem }) => ({ ...problem, anchor: this.anchorOf(problem, url) }));
  }

  private anchorOf(problem: Problem, url: string): string | null {
    const council = this.council();
    if (!council || problem.file.startsWith("/")) return null;
    const pages: ShownPages = { council, pages: { has: (page) => page === url } };
    try {
      return placeOnPage(pages, problem)?.split("#")[1] ?? null;
    } catch {
      // Its file went, or cannot be read just now: then it is told of at the top alone.
      return null;
    }
  }
}
