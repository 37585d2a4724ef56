#!/usr/bin/env bash
# Runs the whole system on a made-up day, late and shuffled killmails included, and prints how well it finds battles and sides: recall
# and precision by kind of fight, as a page of Markdown. Ends with 2 when the system does not start or settle, 64 on misuse.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
. "$root/infra/find-jdk.sh"

usage() {
  cat << 'USAGE'
infra/e2e/accuracy.sh [--seed 1] [--rate 0.2] [--late 5] [--day 2026-01-10] [--data DIR] [--patience 120]

  --seed      which made-up world
  --rate      killmails a second of that day (the real game has about 0.18)
  --late      percent of the killmails that come hours or days late; all come as they became known, not as they happened
  --day       which day
  --data      a new directory, kept afterwards (a temporary one, removed, where it is left out)
  --patience  seconds without any progress after which the system is given up
USAGE
}

misused() {
  echo "$1" >&2
  usage >&2
  exit 64
}

seed=1 rate=0.2 late=5 day=2026-01-10 data= patience=120
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --seed | --rate | --late | --day | --data | --patience)
      [ $# -ge 2 ] || misused "Option $1 needs a value."
      printf -v "${1#--}" %s "$2"
      shift
      ;;
    *) misused "Unknown option $1." ;;
  esac
  shift
done
java_home=$(find_jdk) || exit 2

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo "$port"; return; }
  done
}
port=$(free_port)

temporary=
if [ -z "$data" ]; then
  data=$(mktemp -d "${TMPDIR:-/tmp}/battlescope-accuracy.XXXXXX")
  chmod 755 "$data"
  temporary=$data
fi
mkdir -p "$data"
data=$(readlink -f "$data")
log=$data/up.log
up=
verdict=2

finish() {
  trap - EXIT INT TERM
  if [ -n "$up" ]; then
    "$root/infra/battlescope" stop --data "$data/system" >> "$log" 2>&1 || echo "The system could not be stopped; see $log" >&2
    wait "$up" 2> /dev/null || true
  fi
  if [ -n "$temporary" ] && [ "$verdict" = 0 ]; then
    rm -rf "$temporary"
  else
    echo "Killmails, truth and logs: $data" >&2
  fi
  exit "$verdict"
}
trap finish EXIT
trap 'verdict=130; exit' INT TERM

"$root/infra/simulator/run" --batch "$data/day" --seed "$seed" --rate "$rate" --late "$late" --day "$day" >&2
"$root/infra/battlescope" up --feed "file:$data/day/killmails.jsonl" --data "$data/system" --port "$port" > "$log" 2>&1 &
up=$!
until grep -qs '^BattleScope is ready' "$log"; do
  kill -0 "$up" 2> /dev/null || { echo "The system did not start:" >&2; tail -n 5 "$log" >&2; exit; }
  sleep 1
done

echo "Day $day of world $seed, $rate killmails a second, $late % late; commit $(git -C "$root" rev-parse --short HEAD 2> /dev/null || echo unknown)."
echo
verdict=0
"$java_home/bin/java" -Xmx1g -Dbattlescope.root="$root" -cp "$root/infra/local/target/lib/*" \
  "$root/infra/e2e/src/main/java/io/battlescope/e2e/accuracy/MeasureAccuracy.java" \
  "$data/day/killmails.jsonl" "$data/day/truth.jsonl" "http://127.0.0.1:$port" "$patience" || verdict=$?
