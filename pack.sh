#!/bin/sh
# Packs the SDK, the templates and the roles into artifacts/feed, where samples/nuget.config looks for them. Usage: ./pack.sh [version]
set -eu
cd "$(dirname "$0")"
version="${1:-0.1.0}"

# NuGet never unpacks a version twice: without this the samples would go on with the old one.
forget() {
    rm -rf "artifacts/packages/$1/$version" "${NUGET_PACKAGES:-artifacts/packages}/$1/$version"
}

dotnet pack src/Xoap.Images.Sdk --nologo -v:q -c Release -o artifacts/feed -p:Version="$version"
forget xoap.images.sdk
dotnet pack templates --nologo -v:q -c Release -o artifacts/feed -p:Version="$version"

# The roles are packed by that SDK: in a copy that names its version.
rm -rf artifacts/roles
cp -R roles artifacts/roles
sed -i.before "s/\(\"Xoap.Images.Sdk\": \)\"[^\"]*\"/\1\"$version\"/" artifacts/roles/global.json
sed -i.before 's|"\.\./artifacts/|"../|' artifacts/roles/nuget.config
for role in artifacts/roles/*/; do
    rm -rf "${role}bin" "${role}obj"
    dotnet pack "$role" --nologo -v:q -o artifacts/feed -p:Version="$version"
    forget "$(basename "$role" | tr '[:upper:]' '[:lower:]')"
done
