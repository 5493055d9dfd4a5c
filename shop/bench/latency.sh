#!/bin/sh
# Each latency distribution against its formula: quantiles in ms as the formula says, as the shop measured them
# (/practice/truth) and as 16 users with the JDK's client did. The shop's may be later by a wake-up, never earlier than the draws.
#   shop/bench/latency.sh [seconds]      (after ./mvnw -pl shop package)
set -eu

seconds=${1:-10}
. "$(dirname "$0")/load.sh"
start

# number JSON-FIELD: of the one route in $work/truth.json
number() { sed "s/.*\"$1\":\([0-9.]*\).*/\1/" "$work/truth.json"; }

# distribution ROUTE LATENCY P50 P90 P99: what the formula says in ms; every route is asked once, its truth is its own
distribution() {
  behave "{\"latency\":\"$2\"}"
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC "$here/Ask.java" "$url$1" 16 "$seconds" >"$work/client.out"
  curl -sf "$url/practice/truth" | sed "s|.*\"GET $1\":\({[^}]*}[^}]*}\).*|\1|" >"$work/truth.json"
  echo "$2, $(number count) requests"
  printf '  %-8s %9s %9s %9s\n' '' p50 p90 p99 formula "$3" "$4" "$5"
  printf '  %-8s %9.2f %9.2f %9.2f\n' shop "$(micros p50)" "$(micros p90)" "$(micros p99)"
  # Three words on purpose.
  # shellcheck disable=SC2046
  printf '  %-8s %9.2f %9.2f %9.2f\n' client $(cat "$work/client.out")
}

micros() { number "$1" | awk '{print $1 / 1000}'; }

echo "load $(load)"
distribution /products fixed:20ms 20 20 20
distribution /cart uniform:10ms,30ms 20 28 29.8
# median · exp(z · ln(p99 / median) / 2.326348), z90 = 1.281552
distribution /status lognormal:20ms,200ms 20 71.1 200
distribution /orders bimodal:20ms,200ms,5% 20 20 200
echo "load $(load)"
