/** The lines that nginx needs, for docs/hosting/nginx.conf. Called by host-files.ts. */
import {
  ASK_AGAIN,
  HASHED_ADDRESS,
  HEADER_POLICY,
  KEEP_FOR_EVER,
  PDF_POLICY,
  SECURITY_HEADERS,
} from "./security-headers.ts";

/** A file to include inside the `server` block of the site. */
export function nginxConfiguration(): string {
  const header = (name: string, value: string) => `add_header ${name} ${value} always;`;
  return `# Made by \`npm run docs\`; change scripts/hosting/ instead. Include it inside the site's server { } block:
# see docs/hosting.md. No location of yours may hold an add_header line of its own: nginx then drops all of these.
charset utf-8;
charset_types text/css text/csv text/plain text/xml application/xml;
index index.html;
error_page 404 /404.html;

set $cleardays_policy "${HEADER_POLICY}";
if ($uri ~ "\\.pdf$") {
    set $cleardays_policy "${PDF_POLICY}";
}
set $cleardays_cache "${ASK_AGAIN}";
if ($uri ~ "${HASHED_ADDRESS}") {
    set $cleardays_cache "${KEEP_FOR_EVER}";
}
# That a file is not there is never kept: it may come with the next copy of the site.
if (!-f $request_filename) {
    set $cleardays_cache "${ASK_AGAIN}";
}
${header("Content-Security-Policy", "$cleardays_policy")}
${Object.entries(SECURITY_HEADERS)
  .map(([name, value]) => header(name, `"${value}"`))
  .join("\n")}
${header("Cache-Control", "$cleardays_cache")}

# Names that begin with a dot, and the headers of other hosts, are nobody's papers.
location ~ "/(\\.|_headers$)" {
    return 404;
}
# Not every nginx knows what the figures are.
location ~ "\\.csv$" {
    default_type text/csv;
}
location / {
    try_files $uri $uri/index.html =404;
}
`;
}
