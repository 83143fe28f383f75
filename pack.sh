#!/bin/sh
# Packs the SDK into artifacts/feed, where samples/nuget.config looks for it. Usage: ./pack.sh [version]
set -eu
cd "$(dirname "$0")"
version="${1:-0.1.0}"
dotnet pack src/Xoap.Images.Sdk --nologo -v:q -c Release -o artifacts/feed -p:Version="$version"
# NuGet never unpacks a version twice: without this the samples would go on with the old one.
rm -rf "artifacts/packages/xoap.images.sdk/$version" "${NUGET_PACKAGES:-artifacts/packages}/xoap.images.sdk/$version"
