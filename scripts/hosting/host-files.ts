/** The files under docs/hosting/ that a council's web team copies. Written by `npm run docs`; see docs/hosting.md. */
import { folderAddresses, responseHeadersPolicy, uploadScript } from "./amazon.ts";
import { nginxConfiguration } from "./nginx.ts";

/** The generated files, by path relative to the project. */
export function hostFiles(): Record<string, string> {
  return {
    "docs/hosting/nginx.conf": nginxConfiguration(),
    "docs/hosting/cloudfront-headers.json": responseHeadersPolicy("rest"),
    "docs/hosting/cloudfront-headers-pdf.json": responseHeadersPolicy("pdf"),
    "docs/hosting/cloudfront-folders.js": folderAddresses(),
    "docs/hosting/s3-upload.sh": uploadScript(),
  };
}
