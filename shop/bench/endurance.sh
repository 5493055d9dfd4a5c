#!/bin/sh
# 64 kept connections, mixed routes: the heap after a collection and the open descriptors must stay flat.
#   shop/bench/endurance.sh [seconds]            (after ./mvnw -pl shop package)
# Looked at before, after each third, and after the connections are gone. Exits with 1 when the heap grows by more than
# 4 MB from the first third to the last, or a descriptor stays open.
set -eu

seconds=${1:-60}
bound_kb=4096
. "$(dirname "$0")/load.sh"

clients=
also_stop() { [ -z "$clients" ] || kill "$clients" 2>/dev/null || true; }

start
TOKEN=$(curl -s -d '{"email":"test@example.com","password":"password123"}' "$url/auth/login" |
  sed 's/.*"token":"\([^"]*\)".*/\1/')
export TOKEN

# look NAME: one line "NAME heap-KB descriptors", the heap after a full collection
look() {
  "$JAVA_HOME/bin/jcmd" "$shop" GC.run >/dev/null
  heap=$("$JAVA_HOME/bin/jstat" -gc "$shop" | awk 'NR == 1 {for (i = 1; i <= NF; i++) at[$i] = i}
    NR == 2 {printf "%d", $at["S0U"] + $at["S1U"] + $at["EU"] + $at["OU"]}')
  echo "$1 $heap $(ls "/proc/$shop/fd" | wc -l)" | tee -a "$work/looks"
}

uptime
# Once beforehand: classes, code and the buffers of 64 connections are there from then on.
wrk -t2 -c64 -d5s -s "$here/mixed.lua" "$url" >/dev/null
sleep 1
echo "when heap-KB descriptors"
look before
third=$((seconds / 3))
wrk -t2 -c64 -d"$((third * 3 + 10))s" -s "$here/mixed.lua" "$url" >"$work/wrk.out" &
clients=$!
for i in 1 2 3; do
  sleep "$third"
  look "$((i * third))s"
done
wait "$clients"
clients=
sleep 2
look after
grep -E 'requests in|Requests/sec|Socket errors' "$work/wrk.out"
uptime

kill -0 "$shop" 2>/dev/null || { echo "the shop has died" >&2; exit 1; }
[ ! -s "$work/shop.err" ] || { cat "$work/shop.err" >&2; exit 1; }
awk -v bound="$bound_kb" '
  {heap[$1] = $2; open[$1] = $3; if ($1 ~ /s$/) {if (!n++) first = $1; last = $1}}
  END {
    grown = heap[last] - heap[first]
    printf "from %s to %s the heap grew by %d KB; from before to after %d descriptors more\n",
      first, last, grown, open["after"] - open["before"]
    exit grown > bound || open[last] > open[first] || open["after"] > open["before"]
  }' "$work/looks"
