#!/usr/bin/env bash
# Packs the program with its tariffs and the libraries it needs, so that it runs on any machine of a
# cluster with the same C library or a newer one.
#
# Usage: pack.sh PROGRAM TARIFFS ARCHIVE.tar.gz
set -euo pipefail
program=$1 tariffs=$2 archive=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/bin" "$folder/lib" "$folder/share/tariffwise"
cp "$program" "$folder/bin/tariffwise"
strip "$folder/bin/tariffwise"
cp -r "$tariffs" "$folder/share/tariffwise/tariffs"
# The C library belongs to the machine; all else travels. The program looks in ../lib first.
ldd "$program" | awk '$2 == "=>" { print $3 }' \
  | grep -Ev '/(libc|libm|libdl|librt|libpthread|libresolv)\.so' \
  | while read -r library; do cp -L "$library" "$folder/lib/"; done
mkdir -p "$(dirname "$archive")"
tar --sort=name --owner=0 --group=0 -czf "$archive" -C "$folder" .
