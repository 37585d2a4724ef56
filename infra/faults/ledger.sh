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
. "$root/infra/faults/system.sh"
whole_numbers "$mails" "$rate" "$patience"
[[ $share =~ ^(0(\.[0-9]+)?|1(\.0+)?)$ ]] || misused "--share is a number from 0 to 1."
check_kills
prepare

keep_ledger() {
  check ledger/KeepLedger.java "$@"
}

echo "Starting on a simulated New Eden: $mails numbers, $kills kills, seed $seed (log: $log)"
# the numbered feed is all that is asked for: no comparison with history, and a past that is soon told
export BATTLESCOPE_COMPLETENESS_DAYS=0 BATTLESCOPE_PRICES_MARKET_ENABLED=false
start_system --feed demo --rate 0.02
simulator=http://127.0.0.1:$(sed -n 's/^simulator=//p' "$data/ports.properties")

keep_ledger publish "$simulator" "$mails" "$rate" "$share" &
beside=$!
kill_parts
wait "$beside" || { beside=; echo "The simulator could not be asked." >&2; exit; }
beside=

verdict=0
keep_ledger compare "$simulator" "http://127.0.0.1:$port" "$data/admin-token" "$patience" || verdict=$?
