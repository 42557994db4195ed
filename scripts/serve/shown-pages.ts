/**
 * What pages of the preview say when they are served: the problems of their files, that the last build failed, or that they
 * stand as they were before. Made by preview-session.ts, asked by preview-server.ts.
 */
import type { PutsIntoPages } from "./preview-server.ts";
import type { ProblemsOfPages } from "./problems-of-pages.ts";
import { type PutIntoPage, putIntoPage } from "./put-into-page.ts";

/** As many pages are remembered as they were last served. */
const REMEMBERED = 40;

export class ShownPages implements PutsIntoPages {
  /** Why the last build failed, in words; null where it did not. */
  fault: string | null = null;
  private readonly problems: ProblemsOfPages;
  private readonly served = new Map<string, string>();

  constructor(problems: ProblemsOfPages) {
    this.problems = problems;
  }

  into(html: string, url: string): string {
    this.served.delete(url);
    this.served.set(url, html);
    if (this.served.size > REMEMBERED) this.served.delete(this.served.keys().next().value ?? "");
    return this.put(html, url, "as made");
  }

  insteadOf(url: string, missing: string): string | null {
    const at = url.endsWith("/") ? url : `${url}/`;
    if (this.problems.of(at).length === 0) return this.fault === null ? null : this.put(missing, at, "as made");
    const before = this.served.get(at) ?? this.served.get(url);
    return this.put(before ?? missing, at, before === undefined ? "not made" : "as before");
  }

  private put(html: string, url: string, stands: PutIntoPage["stands"]): string {
    const { fault, problems } = this;
    return putIntoPage(html, { problems: problems.of(url), total: problems.total, fault, stands });
  }
}
