/**
 * What browsers are told to refuse, and how long anybody may keep a copy: the one place where the site's policy stands.
 * The layout's meta tag, the published `_headers` and the files under docs/hosting/ are all made from it.
 */

/** Every public page: its own styles, pictures and fonts, no script, nothing from anywhere else. */
const PUBLIC = {
  "default-src": "'none'",
  "script-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** A preview with live reload has one script of its own server's, which listens to that server. */
const PREVIEW = { ...PUBLIC, "script-src": "'self'", "connect-src": "'self'" };

/** The desk has a script of its own as well, and forms that go back to the server they came from. */
const DESK = { ...PREVIEW, "form-action": "'self'" };

/** A meta tag cannot say who may frame the page; only a header can. */
const FRAMES = { "frame-ancestors": "'none'" };

/** The policy that stands in a page, as a meta tag. */
export function pagePolicy(liveReload: boolean): string {
  return written(liveReload ? PREVIEW : PUBLIC);
}

/** The policy that stands in a page of the desk. */
export const DESK_POLICY = written(DESK);

/** The policy as a header, for everything but PDFs. */
export const HEADER_POLICY = written({ ...PUBLIC, ...FRAMES });

/**
 * The same for PDFs. Safari shows a PDF in a page of its own making, whose inline styles it holds to the PDF's policy:
 * with a stricter one the PDF is a strip at the top of the window. A PDF runs none of them.
 */
export const PDF_POLICY = written({ ...PUBLIC, "style-src": "'self' 'unsafe-inline'", ...FRAMES });

/** What every answer carries beside its policy and how long it may be kept. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** How many characters of a file's sha256 stand in its name. */
export const HASH_LENGTH = 16;

/** The name of an asset with its hash in it, as a pattern that nginx reads like JavaScript. */
export const HASHED_ADDRESS = `^/assets/.+\\.[0-9a-f]{${HASH_LENGTH}}\\.[a-z0-9]+$`;

/** A hashed file never changes under its name. */
export const KEEP_FOR_EVER = "public, max-age=31536000, immutable";

/** Everything else is asked for again each time, so that a withdrawn paper is gone from caches at once. */
export const ASK_AGAIN = "public, max-age=0, must-revalidate";

/** Every header of the answer to `url`, as a host should send them. */
export function headersFor(url: string): Record<string, string> {
  return {
    "Content-Security-Policy": url.endsWith(".pdf") ? PDF_POLICY : HEADER_POLICY,
    ...SECURITY_HEADERS,
    "Cache-Control": new RegExp(HASHED_ADDRESS).test(url) ? KEEP_FOR_EVER : ASK_AGAIN,
  };
}

/** What no answer of the preview's own server goes without: it is kept nowhere, and stands in nobody's frame. */
const PREVIEW_HEADERS = { ...SECURITY_HEADERS, "X-Frame-Options": "DENY", "Cache-Control": "no-store" };

/** Every header of an answer of the preview's server to `url`. */
export function previewHeadersFor(url: string): Record<string, string> {
  const policy = url.endsWith(".pdf") ? PDF_POLICY : written({ ...PREVIEW, ...FRAMES });
  return { "Content-Security-Policy": policy, ...PREVIEW_HEADERS };
}

/** The same of the desk. */
export const DESK_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": written({ ...DESK, ...FRAMES }),
  ...PREVIEW_HEADERS,
};

/** A page that an import wrote, which carries its own styles; nothing in it runs, and nothing in it is sent. */
export const SIDE_BY_SIDE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": written({
    ...PUBLIC,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    ...FRAMES,
  }),
  ...PREVIEW_HEADERS,
};

function written(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
