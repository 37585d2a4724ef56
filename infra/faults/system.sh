# Sourced by the scripts beside it: a system of its own, of which parts are killed with kill -9 at random moments.
# Expects root, misused, kills, pause, seed, parts (a,b,…) and data (may be empty); gives java_home, port and log. A process to be
# ended with the system goes into beside, what is to be the exit code into verdict.

java_home=$(find_jdk) || exit 2
up= beside= temporary= log= port= begin=
verdict=2

whole_numbers() {
  local number
  for number in "$@"; do
    [[ $number =~ ^[0-9]+$ ]] || misused "$number is no whole number."
  done
}

check_kills() {
  local part
  whole_numbers "$kills" "$pause" "$seed"
  [ "$pause" -gt 0 ] || misused "--pause wants at least a second."
  IFS=, read -r -a parts <<< "$parts"
  for part in "${parts[@]}"; do
    case $part in
      command-side | projection | enrichment | ingestion | api-gateway | kafka | postgres | redis) ;;
      *) misused "There is no part $part." ;;
    esac
  done
}

# a place for data, and a port; the seed counts from here
prepare() {
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || break
  done
  RANDOM=$((seed % 32768))
  if [ -z "$data" ]; then
    data=$(mktemp -d "${TMPDIR:-/tmp}/battlescope-faults.XXXXXX")
    chmod 755 "$data"
    temporary=$data
    data=$data/data
  fi
  mkdir -p "$data"
  data=$(readlink -f "$data")
  log=$data.log
  trap finish EXIT
  trap 'verdict=130; exit' INT TERM
}

finish() {
  trap - EXIT INT TERM
  [ -z "$beside" ] || kill "$beside" 2> /dev/null || true
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

start_system() {
  "$root/infra/battlescope" up "$@" --data "$data" --port "$port" > "$log" 2>&1 &
  up=$!
  until grep -qs '^BattleScope is ready' "$log"; do
    kill -0 "$up" 2> /dev/null || { echo "The system did not start:" >&2; tail -n 5 "$log" >&2; exit; }
    sleep 1
  done
  begin=$SECONDS
}

kill_parts() {
  local i
  for ((i = 0; i < kills; i++)); do
    sleep $((1 + RANDOM % pause))
    kill_part "${parts[RANDOM % ${#parts[@]}]}"
  done
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

# runs the Java source of a check, which needs no build of its own
check() {
  local source=$1
  shift
  "$java_home/bin/java" -Xmx1g -Dbattlescope.root="$root" -cp "$root/infra/local/target/lib/*" \
    "$root/infra/e2e/src/main/java/io/battlescope/e2e/$source" "$@"
}
