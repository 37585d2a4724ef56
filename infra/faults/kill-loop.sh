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
for number in "$kills" "$pause" "$seed" "$patience"; do
  [[ $number =~ ^[0-9]+$ ]] || misused "$number is no whole number."
done
[ "$pause" -gt 0 ] || misused "--pause wants at least a second."
file=$(readlink -f "$file")
java_home=$(find_jdk) || exit 2

IFS=, read -r -a parts <<< "$parts"
for part in "${parts[@]}"; do
  case $part in
    command-side | projection | enrichment | ingestion | api-gateway | kafka | postgres | redis) ;;
    *) misused "There is no part $part." ;;
  esac
done

# the stream has to outlast the kills, or they hit a system at rest
if [ -z "$rate" ]; then
  lines=$( { case $file in *.gz) zcat "$file" ;; *) cat "$file" ;; esac; } | wc -l)
  rate=$((lines / (kills * (pause + 1) / 2 + 5) + 1))
fi

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo "$port"; return; }
  done
}
port=$(free_port)
RANDOM=$((seed % 32768))

temporary=
if [ -z "$data" ]; then
  data=$(mktemp -d "${TMPDIR:-/tmp}/battlescope-faults.XXXXXX")
  chmod 755 "$data"
  temporary=$data
  data=$data/data
fi
mkdir -p "$data"
data=$(readlink -f "$data")
log=$data.log
up=
verdict=2

finish() {
  trap - EXIT INT TERM
  if [ -n "$up" ]; then
    "$root/infra/battlescope" stop --data "$data" >> "$log" 2>&1 || echo "The system could not be stopped; see $log" >&2
    wait "$up" 2> /dev/null || true
  fi
  if [ -n "$temporary" ] && [ "$verdict" = 0 ]; then
    rm -rf "$temporary"
  else
    echo "Logs: $log and $data/logs"
  fi
  exit "$verdict"
}
trap finish EXIT
trap 'verdict=130; exit' INT TERM

alive() {
  kill -0 "$up" 2> /dev/null
}

# the launcher writes down the pid of each part, anew after each start
kill_part() {
  local pid
  pid=$(head -n 1 "$data/run/$1.pid" 2> /dev/null || true)
  if [ -n "$pid" ] && tr '\0' ' ' 2> /dev/null < "/proc/$pid/cmdline" | grep -qF -e "$data" -e "$1" && kill -9 "$pid" 2> /dev/null; then
    echo "  $((SECONDS - begin)) s: killed $1 (pid $pid)"
  else
    echo "  $((SECONDS - begin)) s: $1 is still down"
  fi
}

echo "Starting on $file, $rate killmails a second, seed $seed (log: $log)"
"$root/infra/battlescope" up --feed "file:$file" --rate "$rate" --data "$data" --port "$port" > "$log" 2>&1 &
up=$!
until grep -qs '^BattleScope is ready' "$log"; do
  alive || { echo "The system did not start:" >&2; tail -n 5 "$log" >&2; exit; }
  sleep 1
done

begin=$SECONDS
for ((i = 0; i < kills; i++)); do
  sleep $((1 + RANDOM % pause))
  kill_part "${parts[RANDOM % ${#parts[@]}]}"
done

echo "Waiting until the system has caught up"
verdict=0
"$java_home/bin/java" -Xmx1g -Dbattlescope.root="$root" -cp "$root/infra/local/target/lib/*" \
  "$root/infra/e2e/src/main/java/io/battlescope/e2e/check/CompareBattles.java" \
  "$file" "http://127.0.0.1:$port" "$patience" || verdict=$?
