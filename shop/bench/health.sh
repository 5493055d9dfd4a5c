#!/bin/sh
# CPU per request of GET /health beside nginx's for the same bytes, over 64 kept connections.
#   shop/bench/health.sh [rounds] [seconds]      (after ./mvnw -pl shop package)
# The two run in turns, so that whatever else the machine does hits both; medians and their ratio are printed.
set -eu

rounds=${1:-7}
seconds=${2:-4}
. "$(dirname "$0")/load.sh"
command -v nginx >/dev/null || { echo "health.sh: install nginx" >&2; exit 2; }
also_stop() { [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true; }

start
shop_url=$url/health

# The same header lines and a body of the same length.
nginx_port=$((20000 + $$ % 20000))
mkdir "$work/logs"
cat >"$work/nginx.conf" <<CONF
worker_processes 1; daemon on; pid $work/nginx.pid; error_log $work/error.log;
events { worker_connections 1024; }
http {
  access_log off; server_tokens off; keepalive_requests 1000000000; default_type application/json;
  server {
    listen 127.0.0.1:$nginx_port;
    location = /health {
      add_header X-Service-Time-Us 12;
      return 200 '{"status":"healthy","timestamp":"2026-11-22T00:00:00.000Z"}';
    }
  }
}
CONF
nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null
sleep 0.5
nginx_url=http://127.0.0.1:$nginx_port/health
nginx_worker=$(cat "/proc/$(cat "$work/nginx.pid")/task/$(cat "$work/nginx.pid")/children" | tr -d ' ')

cpu_ticks() { sed 's/^.*) //' "/proc/$1/stat" | awk '{print $12 + $13}'; }

# round NAME PID URL: one line "NAME microseconds-of-CPU-per-request requests-per-second"
round() {
  before=$(cpu_ticks "$2")
  wrk -t1 -c64 -d"${seconds}s" "$3" >"$work/wrk.out"
  after=$(cpu_ticks "$2")
  awk -v name="$1" -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" -v s="$seconds" \
    '/requests in/ {printf "%s %.2f %.0f\n", name, ticks / hz * 1e6 / $1, $1 / s}' "$work/wrk.out"
}

wrk -t1 -c64 -d10s "$shop_url" >/dev/null # the JIT compiler's time is not the shop's
i=0
while [ "$i" -lt "$rounds" ]; do
  i=$((i + 1))
  round nginx "$nginx_worker" "$nginx_url"
  round shop "$shop" "$shop_url"
done | tee "$work/rounds"

median() { awk -v n="$1" '$1 == n {print $2}' "$work/rounds" | sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }
awk -v n="$(median nginx)" -v s="$(median shop)" \
  'BEGIN {printf "median µs of CPU per request: nginx %.2f, shop %.2f, ratio %.2f\n", n, s, s / n}'
