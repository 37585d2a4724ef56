#!/usr/bin/env bash
# Has a simulated New Eden publish killmails with all faults on, kills parts of the system at random moments with kill -9, and compares
# what it holds with the simulator's ledger and the rule of battle. Ends with 0 when every accepted killmail is there exactly once, 1
# when anything differs, 2 when the system does not settle or start, 64 when it is used wrongly.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
. "$root/infra/find-jdk.sh"

usage() {
  cat << 'USAGE'
infra/faults/ledger.sh [--mails 50000] [--kills 10] [--pause 20] [--rate 1000] [--share 0.1] [--parts a,b,…] [--seed N] [--data DIR] [--patience 180]

  --mails     how many numbers of the feed at least
  --kills     how often something is killed
  --pause     seconds between kills at most
  --rate      killmails a second that happen, after a minute to get going; they are posted up to minutes later
  --share     of the moderate rates at which all faults are switched on; 1 makes a reader wait some 80 ms a mail
  --parts     what may be killed; where it is left out: command-side,projection,enrichment,ingestion,kafka,postgres,redis
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

mails=50000 kills=10 pause=20 rate=1000 share=0.1 seed=$$ data= patience=180
parts=command-side,projection,enrichment,ingestion,kafka,postgres,redis
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --mails | --kills | --pause | --rate | --share | --parts | --seed | --data | --patience)
      [ $# -ge 2 ] || misused "Option $1 needs a value."
      printf -v "${1#--}" %s "$2"
      shift
      ;;
    *) misused "It is not clear what $1 means here." ;;
  esac
  shift
done
for number in "$mails" "$kills" "$pause" "$rate" "$seed" "$patience"; do
  [[ $number =~ ^[0-9]+$ ]] || misused "$number is no whole number."
done
[[ $share =~ ^(0(\.[0-9]+)?|1(\.0+)?)$ ]] || misused "--share is a number from 0 to 1."
[ "$pause" -gt 0 ] || misused "--pause wants at least a second."
java_home=$(find_jdk) || exit 2

IFS=, read -r -a parts <<< "$parts"
for part in "${parts[@]}"; do
  case $part in
    command-side | projection | enrichment | ingestion | api-gateway | kafka | postgres | redis) ;;
    *) misused "There is no part $part." ;;
  esac
done

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
  data=$(mktemp -d "${TMPDIR:-/tmp}/battlescope-ledger.XXXXXX")
  chmod 755 "$data"
  temporary=$data
  data=$data/data
fi
mkdir -p "$data"
data=$(readlink -f "$data")
log=$data.log
up= publisher=
verdict=2

finish() {
  trap - EXIT INT TERM
  [ -z "$publisher" ] || kill "$publisher" 2> /dev/null || true
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

keep_ledger() {
  "$java_home/bin/java" -Xmx1g -Dbattlescope.root="$root" -cp "$root/infra/local/target/lib/*" \
    "$root/infra/e2e/src/main/java/io/battlescope/e2e/ledger/KeepLedger.java" "$@"
}

echo "Starting on a simulated New Eden: $mails numbers, $kills kills, seed $seed (log: $log)"
# the numbered feed is all that is asked for: no comparison with history, and a past that is soon told
export BATTLESCOPE_COMPLETENESS_DAYS=0 BATTLESCOPE_PRICES_MARKET_ENABLED=false
"$root/infra/battlescope" up --feed demo --rate 0.02 --data "$data" --port "$port" > "$log" 2>&1 &
up=$!
until grep -qs '^BattleScope is ready' "$log"; do
  kill -0 "$up" 2> /dev/null || { echo "The system did not start:" >&2; tail -n 5 "$log" >&2; exit; }
  sleep 1
done
simulator=http://127.0.0.1:$(sed -n 's/^simulator=//p' "$data/ports.properties")

begin=$SECONDS
keep_ledger publish "$simulator" "$mails" "$rate" "$share" &
publisher=$!
for ((i = 0; i < kills; i++)); do
  sleep $((1 + RANDOM % pause))
  kill_part "${parts[RANDOM % ${#parts[@]}]}"
done
wait "$publisher" || { publisher=; echo "The simulator could not be asked." >&2; exit; }
publisher=

verdict=0
keep_ledger compare "$simulator" "http://127.0.0.1:$port" "$data/admin-token" "$patience" || verdict=$?
