#!/usr/bin/env bash
# Feeds a recorded stream to the whole system, kills parts of it at random moments with kill -9, and compares what comes out
# with the rule of battle. Ends with 0 when every battle is exact, 1 when anything differs, 2 when the system does not
# settle or start, 64 when it is used wrongly.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
. "$root/infra/find-jdk.sh"

usage() {
  cat << 'USAGE'
infra/faults/kill-loop.sh FILE [--kills 10] [--pause 10] [--rate N] [--parts a,b,…] [--seed N] [--data DIR] [--patience 180]

  FILE        killmails, one a line, .jsonl or .jsonl.gz
  --kills     how often something is killed
  --pause     seconds between kills at most
  --rate      killmails a second (so that the stream lasts as long as the kills, where it is left out)
  --parts     what may be killed; all eight where it is left out:
              command-side,projection,enrichment,ingestion,api-gateway,kafka,postgres,redis
  --seed      repeats the same choice of parts and pauses
  --data      a new or empty directory, kept afterwards (a temporary one, removed, where it is left out)
  --patience  seconds without any progress after which the system is given up
USAGE
}

misused() {
  echo "$1" >&2
  usage >&2
  exit 64
}

file= kills=10 pause=10 rate= seed=$$ data= patience=180
parts=command-side,projection,enrichment,ingestion,api-gateway,kafka,postgres,redis
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --kills | --pause | --rate | --seed | --data | --parts | --patience)
      [ $# -ge 2 ] || misused "Option $1 needs a value."
      printf -v "${1#--}" %s "$2"
      shift
      ;;
    -*) misused "Unknown option $1." ;;
    *) [ -z "$file" ] || misused "It is not clear what $1 means here."; file=$1 ;;
  esac
  shift
done
[ -n "$file" ] || misused "Name a file with killmails."
[ -r "$file" ] || misused "The file $file cannot be read."
file=$(readlink -f "$file")
. "$root/infra/faults/system.sh"
whole_numbers "$patience"
check_kills

# the stream has to outlast the kills, or they hit a system at rest
if [ -z "$rate" ]; then
  lines=$( { case $file in *.gz) zcat "$file" ;; *) cat "$file" ;; esac; } | wc -l)
  rate=$((lines / (kills * (pause + 1) / 2 + 5) + 1))
fi

prepare
echo "Starting on $file, $rate killmails a second, seed $seed (log: $log)"
start_system --feed "file:$file" --rate "$rate"
kill_parts

echo "Waiting until the system has caught up"
verdict=0
check check/CompareBattles.java "$file" "http://127.0.0.1:$port" "$patience" || verdict=$?
