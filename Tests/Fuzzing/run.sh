#!/bin/bash
# Runs each kind of load file for its share of FUZZ_SECONDS; what breaks a promise is kept below the
# folder given. Usage: run.sh FUZZER FOLDER
set -u
# Swift's own report of a crash would keep libFuzzer from writing the case down.
export SWIFT_BACKTRACE=enable=no
fuzzer=$1
folder=$2
hostile=${TARIFFWISE_SHARED:-../shared}/data/hostile
seeds=$folder/seeds
rm -rf "$seeds"
mkdir -p "$seeds" "$folder/crashes"
FUZZ_SEEDS=$seeds "$fuzzer" -runs=0 2>"$folder/seeds.log" || exit 1
kinds=$(ls "$seeds")
share=$((${FUZZ_SECONDS:-600} / $(wc -w <<<"$kinds")))

status=0
for kind in $kinds; do
  case $kind in
    green-button) corpus=xml ;;
    nem12) corpus=nem12 ;;
    workbook) corpus=xlsx ;;
    sheet) corpus= ;;
    *) corpus=csv ;;
  esac
  if [ -n "$corpus" ] && [ -d "$hostile/$corpus" ]; then
    find "$hostile/$corpus" -type f -size -128 -exec cp -t "$seeds/$kind" {} +
  fi
  found=$folder/corpus/$kind
  mkdir -p "$found"
  log=$folder/$kind.log
  outcome=sound
  FUZZ_KIND=$kind "$fuzzer" "$found" "$seeds/$kind" -max_len=65536 -rss_limit_mb=1024 -timeout=5 \
    -max_total_time="$share" -artifact_prefix="$folder/crashes/$kind-" -print_final_stats=1 \
    2>"$log" || outcome=BROKEN
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  coverage=$(grep -o 'cov: [0-9]*' "$log" | tail -1 | cut -d' ' -f2)
  printf '%-13s %9s executions, coverage %6s: %s\n' "$kind" "${runs:-?}" "${coverage:-?}" "$outcome"
  if [ "$outcome" != sound ]; then
    status=1
    grep -E 'Fatal error|ERROR: libFuzzer|Test unit written' "$log"
  fi
done
exit $status
