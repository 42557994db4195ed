/** What S3 and CloudFront need, for docs/hosting/: policies of headers, addresses of folders, and the upload. */
import {
  ASK_AGAIN,
  HASH_LENGTH,
  HEADER_POLICY,
  KEEP_FOR_EVER,
  PDF_POLICY,
  SECURITY_HEADERS,
} from "./security-headers.ts";

/** A response headers policy as `aws cloudfront create-response-headers-policy` takes it: for PDFs, or all the rest. */
export function responseHeadersPolicy(kind: "pdf" | "rest"): string {
  const { "X-Content-Type-Options": _, "Referrer-Policy": referrer, ...others } = SECURITY_HEADERS;
  const items = Object.entries(others).map(([Header, Value]) => ({ Header, Value, Override: true }));
  return json({
    Name: kind === "pdf" ? "clear-days-pdf" : "clear-days",
    Comment: "Made by npm run docs of Clear Days; see docs/hosting.md",
    SecurityHeadersConfig: {
      ContentSecurityPolicy: {
        ContentSecurityPolicy: kind === "pdf" ? PDF_POLICY : HEADER_POLICY,
        Override: true,
      },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: referrer, Override: true },
    },
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  });
}

/** A CloudFront Function for viewer requests: S3 knows files, so an address that ends in / is given its page's name. */
export function folderAddresses(): string {
  return `// Made by \`npm run docs\`; change scripts/hosting/ instead. A CloudFront Function for viewer requests.
function handler(event) {
  var request = event.request;
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.split("/").pop().includes(".")) request.uri += "/index.html";
  return request;
}
`;
}

/** The upload: files that others need first, what has gone last, each kind with how long it may be kept and what it is. */
export function uploadScript(): string {
  const hashed = `assets/*.${"?".repeat(HASH_LENGTH)}.*`;
  const types: readonly (readonly [ending: string, type: string])[] = [
    ["html", "text/html; charset=utf-8"],
    ["csv", "text/csv; charset=utf-8"],
    ["xml", "application/xml; charset=utf-8"],
    ["txt", "text/plain; charset=utf-8"],
  ];
  const sync = 'aws s3 sync "$site" "$bucket"';
  const others = types.map(([ending]) => `--exclude "*.${ending}"`).join(" ");
  return `#!/bin/sh
# Made by \`npm run docs\`; change scripts/hosting/ instead. Copies the public site to S3: sh s3-upload.sh _site s3://BUCKET
set -eu
site=$1
bucket=$2
test -f "$site/.cleardays-tree" && grep -qx public "$site/.cleardays-tree" || { echo "$site is no public site." >&2; exit 1; }

# Hashed files first, since pages ask for them; fonts are told apart by name, as not every machine knows their type.
${sync} --exclude "*" --include "${hashed}" --exclude "*.woff2" --cache-control "${KEEP_FOR_EVER}"
${sync} --exclude "*" --include "${hashed.replace(/\*$/, "woff2")}" --cache-control "${KEEP_FOR_EVER}" --content-type font/woff2
${sync} --exclude "${hashed}" --exclude ".*" --exclude _headers ${others} --cache-control "${ASK_AGAIN}"
${types
  .map(
    ([ending, type]) =>
      `${sync} --exclude "*" --include "*.${ending}" --cache-control "${ASK_AGAIN}" --content-type "${type}"`,
  )
  .join("\n")}
# What is no longer public goes last.
${sync} --exclude ".*" --exclude _headers --size-only --delete
`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
