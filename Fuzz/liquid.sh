#!/bin/sh
# Builds the fuzz targets of Liquid and runs each for SECONDS (default 60), with its corpus:
#   Fuzz/liquid.sh [SECONDS]
# Ends with 0 when nothing crashed, hung (10 s for an input) or took more than 1 GB.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
build=${FUZZ_BUILD:-.build/fuzz}
mkdir -p "$build"
module() {
  name=$1
  shift
  [ -n "$(find "Sources/$name" -name '*.swift' -newer "$build/lib$name.a" 2>/dev/null)" ] ||
    [ ! -f "$build/lib$name.a" ] || return 0
  swiftc -swift-version 6 -O -wmo -package-name handbook -parse-as-library -static -emit-library -emit-module \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -enable-upcoming-feature MemberImportVisibility \
    -sanitize=fuzzer,address -module-name "$name" -emit-module-path "$build/$name.swiftmodule" \
    -I "$build" -o "$build/lib$name.a" $(find "Sources/$name" -name '*.swift')
}
module Values
module Diagnostics
module Liquid
for target in parse render; do
  swiftc -swift-version 6 -O -parse-as-library -sanitize=fuzzer,address -I "$build" -L "$build" \
    -o "$build/$target" "Fuzz/$target.swift" -lLiquid -lDiagnostics -lValues -lswiftSynchronization
  found="$build/found-$target"
  mkdir -p "$found"
  log="$build/$target.log"
  # What it prints while all is well is thousands of lines: only the end is shown, or the stack of what was found.
  "$build/$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 \
    -dict=Fuzz/liquid.dict -artifact_prefix="$build/crash-$target-" -print_final_stats=1 \
    "$found" "Fuzz/corpus/$target" >"$log" 2>&1 || { echo "$target: found, see $log"; tail -n 60 "$log"; exit 1; }
  grep -E '^Done|stat::(average|slowest|peak)' "$log" | sed "s/^/$target: /"
done
