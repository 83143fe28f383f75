#!/bin/sh
# Checks the site before it is uploaded: every local link of a page leads to a file. Usage: check-site.sh FOLDER
set -eu
cd "$1"
made_in_the_guest=status.txt

status=0
for page in *.html; do
    grep -q '</html>' "$page" || { echo "$page: not complete, </html> is missing." >&2; status=1; }
    # shellcheck disable=SC2013 # a link has no blanks
    for target in $(grep -oE '(href|src)="[^":#?]+"' "$page" | cut -d '"' -f 2); do
        [ "$target" = "$made_in_the_guest" ] || [ -e "$target" ] || { echo "$page: no such file: $target" >&2; status=1; }
    done
done
[ "$status" -ne 0 ] || echo "The site's pages are complete, and their links lead somewhere."
exit "$status"
