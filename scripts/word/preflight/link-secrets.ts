/** Links that would publish a password, a key to somebody's files, or somebody's address with them. */
import type { Finding, PreflightRule } from "./finding.ts";

/** `https://name:password@host`. */
const PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i;
const KEY =
  /[?&#](sig|sharedaccesssignature|access_token|token|password|passwd|pwd|apikey|api_key|client_secret)=[^&#]/i;
/** What a mail program puts before the links of a message it received; it names who received it. */
const SAFE_LINK = /^https?:\/\/[^/]*\.safelinks\.protection\.outlook\.com\//i;

export const linkSecrets: PreflightRule = {
  names: ["word-link-secret"],
  look: (_document, surveyed) =>
    surveyed.paragraphs
      .filter(({ story }) => story.kind !== "header" && story.kind !== "footer")
      .flatMap((paragraph) => {
        const links = new Set(paragraph.pieces.flatMap((piece) => (piece.kind === "text" && piece.link) || []));
        return [...links].flatMap((link): Finding[] => {
          const what = carriedBy(link);
          if (what === null) return [];
          return [
            {
              rule: "word-link-secret",
              paragraph,
              message: `a link carries ${what}, which would be published with it.`,
              mend: "Right-click it, Edit Hyperlink, and put in the address that a stranger would type. Have a password or key that was shared in this way changed.",
            },
          ];
        });
      }),
};

function carriedBy(link: string): string | null {
  if (PASSWORD.test(link)) return "a user name or a password";
  if (SAFE_LINK.test(link)) return "the address of whoever it was sent to";
  return KEY.test(link) ? "a key or a password" : null;
}
