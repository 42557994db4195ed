/**
 * One page of HTML that holds a members' pack, locked: the browser itself opens it with the password, and nothing of it
 * can be read, or asked of any network, before or after. Called by members-pack.ts.
 */
import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";

/** How often the password is hashed before it is a key: about half a second on a small laptop. */
const ROUNDS = 600_000;

export interface Sealed {
  /** What anybody may read of it before it is opened: the meeting, which is public. */
  readonly title: string;
  readonly language: string;
  /** The whole of what stands in `<body>` when it is open. */
  readonly body: string;
  readonly css: string;
}

/** The page's HTML. */
export function sealedPage({ title, language, body, css }: Sealed, password: string): string {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const key = pbkdf2Sync(password.normalize("NFKC"), salt, ROUNDS, 32, "sha256");
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const locked = Buffer.concat([cipher.update(gzipSync(body)), cipher.final(), cipher.getAuthTag()]);
  const hash = createHash("sha256").update(SCRIPT).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body class="sealed">
<main>
<h1>${escapeHtml(title)}</h1>
<p>This pack is not for publication, and is locked. It opens with the password that Democratic Services gave you, on this device alone: nothing is sent anywhere.</p>
<form id="open">
<p><label for="password">Password</label></p>
<p><input id="password" type="password" autocomplete="off" required> <button>Open the pack</button></p>
<p id="answer" role="status"></p>
</form>
<noscript><p>This page needs JavaScript to open the pack. The PDF beside it holds the same, and opens with the same password.</p></noscript>
</main>
<script type="application/octet-stream" id="locked" data-salt="${salt.toString("base64")}" data-iv="${iv.toString("base64")}" data-rounds="${ROUNDS}">${locked.toString("base64")}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Opens the pack with the browser's own cryptography. What is put into the page runs nothing: the policy lets no other script in. */
const SCRIPT = `"use strict";
const locked = document.getElementById("locked");
const answer = document.getElementById("answer");
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
document.getElementById("open").addEventListener("submit", async (event) => {
  event.preventDefault();
  answer.textContent = "Opening. This takes a moment.";
  const button = event.target.querySelector("button");
  button.disabled = true;
  try {
    const words = new TextEncoder().encode(document.getElementById("password").value.normalize("NFKC"));
    const secret = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt: bytes(locked.dataset.salt), iterations: Number(locked.dataset.rounds) },
      secret, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const packed = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(locked.dataset.iv) }, key, bytes(locked.textContent));
    const text = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    document.body.className = "";
    document.body.innerHTML = text;
    const heading = document.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  } catch (error) {
    button.disabled = false;
    answer.textContent = error.name === "OperationError"
      ? "That password does not open this pack. Type it again, with capitals as you were given them."
      : "This browser cannot open the pack. Use a newer one, or the PDF beside this page.";
    document.getElementById("password").focus();
  }
});
`;
