#!/bin/sh
# n workers with a fixed service time s saturate at n / s: the rate that wrk measures, beside it. 1 where one strays by
# more than 3 %.
#   shop/bench/saturation.sh [seconds]      (after ./mvnw -pl shop package)
set -eu

seconds=${1:-8}
. "$(dirname "$0")/load.sh"
start

# saturated WORKERS MILLISECONDS CONNECTIONS: one line, and its share of n / s into $work/shares
saturated() {
  behave "{\"latency\":\"fixed:$2ms\",\"workers\":$1}"
  wrk -t1 "-c$3" "-d${seconds}s" "$url/health" >"$work/wrk.out"
  awk -v n="$1" -v s="$2" -v c="$3" -v shares="$work/shares" '
    /Requests\/sec/ {
      rate = n / s * 1000
      printf "n = %2d, s = %2d ms, %3d connections: n / s = %7.1f, measured %7.1f, %+.2f %%\n",
        n, s, c, rate, $2, ($2 / rate - 1) * 100
      print $2 / rate >>shares
    }' "$work/wrk.out"
}

echo "load $(load)"
# Enough wait at any time to keep the workers busy while wrk does not get its turn.
saturated 1 10 32
saturated 2 10 64
saturated 8 20 128
saturated 32 50 256
saturated 4 5 256
echo "load $(load)"

awk '{ d = $1 - 1; if (d < 0) d = -d; if (d > most) most = d }
  END { printf "largest difference %.2f %%\n", most * 100; exit NR != 5 || most > 0.03 }' "$work/shares"
