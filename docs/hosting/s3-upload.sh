#!/bin/sh
# Made by `npm run docs`; change scripts/hosting/ instead. Copies the public site to S3: sh s3-upload.sh _site s3://BUCKET
set -eu
site=$1
bucket=$2
test -f "$site/.cleardays-tree" && grep -qx public "$site/.cleardays-tree" || { echo "$site is no public site." >&2; exit 1; }

# Hashed files first, since pages ask for them; fonts are told apart by name, as not every machine knows their type.
aws s3 sync "$site" "$bucket" --exclude "*" --include "assets/*.????????????????.*" --exclude "*.woff2" --cache-control "public, max-age=31536000, immutable"
aws s3 sync "$site" "$bucket" --exclude "*" --include "assets/*.????????????????.woff2" --cache-control "public, max-age=31536000, immutable" --content-type font/woff2
aws s3 sync "$site" "$bucket" --exclude "assets/*.????????????????.*" --exclude ".*" --exclude _headers --exclude "*.html" --exclude "*.csv" --exclude "*.xml" --exclude "*.txt" --cache-control "public, max-age=0, must-revalidate"
aws s3 sync "$site" "$bucket" --exclude "*" --include "*.html" --cache-control "public, max-age=0, must-revalidate" --content-type "text/html; charset=utf-8"
aws s3 sync "$site" "$bucket" --exclude "*" --include "*.csv" --cache-control "public, max-age=0, must-revalidate" --content-type "text/csv; charset=utf-8"
aws s3 sync "$site" "$bucket" --exclude "*" --include "*.xml" --cache-control "public, max-age=0, must-revalidate" --content-type "application/xml; charset=utf-8"
aws s3 sync "$site" "$bucket" --exclude "*" --include "*.txt" --cache-control "public, max-age=0, must-revalidate" --content-type "text/plain; charset=utf-8"
# What is no longer public goes last.
aws s3 sync "$site" "$bucket" --exclude ".*" --exclude _headers --size-only --delete
