/**
 * What every request that would write has to show before a byte of it is read: that a page of this very server sent it,
 * as a form. Called by desk.ts; the form itself carries the session's secret, which is asked for once it is read.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Why a request was not done: the answer's status, and words for whoever reads it. */
export class RefusedRequest extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** The names that lead to this machine and to no other. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Whether a request asks for this machine by a name of its own; another site's name may have been made to lead here. */
export function isOwnHost(host: string | undefined): boolean {
  return OWN_NAMES.test(host ?? "");
}

/** Refuses what no form of this server's own pages would send. */
export function refuseForeignWrite({ method, headers }: IncomingMessage): void {
  if (method !== "POST") throw new RefusedRequest(405, "This address is written to by a form, and is no page.");
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  const isSameOrigin = origin === undefined ? site === "same-origin" : origin === `http://${headers.host}`;
  if (!isSameOrigin || (site !== undefined && site !== "same-origin"))
    throw new RefusedRequest(403, "Another site, or no page of the desk, sent this. Nothing was done.");
  if (!/^multipart\/form-data;\s*boundary=/i.test(headers["content-type"] ?? ""))
    throw new RefusedRequest(415, "This is not what a form of the desk sends. Nothing was done.");
}

/** Whether a form brought the session's secret; it takes as long to find out whatever it brought. */
export function isToken(brought: unknown, token: string): boolean {
  const digest = (words: string) => createHash("sha256").update(words).digest();
  return typeof brought === "string" && timingSafeEqual(digest(brought), digest(token));
}
