/** The `_headers` file that Netlify reads, and Cloudflare Pages too. Published with the site, called by site/render.ts. */
import { KEEP_FOR_EVER, PDF_POLICY, SECURITY_HEADERS } from "./security-headers.ts";

/**
 * `_headers` for a site with these hashed assets. A file that two rules match is sent the headers of both, joined, so
 * no header stands in two: the policy for every file is the one that a PDF can be shown under (each page holds the
 * stricter one itself, and both apply), and files without a rule keep the host's own `max-age=0, must-revalidate`.
 */
export function netlifyHeaders(hashedAssets: readonly string[]): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  return `${[
    rule("/*", { "Content-Security-Policy": PDF_POLICY, ...SECURITY_HEADERS }),
    ...[...hashedAssets].sort().map((path) => rule(path, { "Cache-Control": KEEP_FOR_EVER })),
  ].join("\n")}\n`;
}
