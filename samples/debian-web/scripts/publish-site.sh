#!/bin/sh
# Usage: publish-site.sh FROM TO    The owner's name comes from the environment.
set -eu
rm -rf "$2"
cp -r "$1" "$2"
rm -rf "$1"
sed -i "s/@OWNER@/$SITE_OWNER/" "$2/index.html"
chown -R root:root "$2"
chmod -R u=rwX,go=rX "$2"
nginx -t -q
systemctl enable -q nginx
