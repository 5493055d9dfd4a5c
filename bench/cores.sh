# Sourced by compare and rate: the tools that are asked for, and a core for the server and one for the clients.

PATH=$PATH:/usr/sbin:/sbin

# RUNLEVEL=1 keeps the packages from starting their services. Reads install (yes or no).
install_package() {
  local as=()
  [ "$install" = yes ] && command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as=(sudo -n)
  fi
  echo "installing $1" >&2
  "${as[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1
}

# is_there TOOL [PACKAGE]: whether it is on the PATH, or is once the package was installed.
is_there() {
  command -v "$1" >/dev/null || { [ -n "${2-}" ] && install_package "$2" && command -v "$1" >/dev/null; }
}

require_nginx() {
  is_there nginx nginx-light || die "nginx is missing: install it, then try again"
  nginx -V 2>&1 | grep -q http_stub_status_module || die "this nginx cannot count: it lacks http_stub_status_module"
}

# Sets server_cpu, client_cpu, client_pin (what a client's command begins with) and carriers (a flag of the JVM).
choose_cores() {
  local cpus=() list range
  client_pin=() server_cpu='' client_cpu='' carriers=
  if command -v taskset >/dev/null; then
    list=$(taskset -pc $$ | sed 's/.*: //')
    for range in ${list//,/ }; do
      mapfile -t -O ${#cpus[@]} cpus < <(seq "${range%-*}" "${range#*-}")
    done
    if [ ${#cpus[@]} -ge 2 ]; then
      server_cpu=${cpus[0]} client_cpu=${cpus[-1]}
      # The script itself and the server it starts stay away from the client's core.
      taskset -pc "$server_cpu" $$ >/dev/null
      client_pin=(taskset -c "$client_cpu")
      carriers=-Djdk.virtualThreadScheduler.parallelism=1
    fi
  fi
  [ ${#client_pin[@]} -gt 0 ] || echo "not pinned: server and clients share whatever cores there are" >&2
}

# Seconds in which the two cores worked for anybody but nginx, or were taken away by the machine below.
cores_busy() {
  local worker=''
  read -r worker 2>/dev/null <"/proc/$nginx_pid/task/$nginx_pid/children" || true
  awk -v server="cpu$server_cpu" -v client="cpu$client_cpu" -v ticks="$(getconf CLK_TCK)" '
    FILENAME != "/proc/stat" { busy -= $14 + $15 }
    $1 == server || $1 == client { busy += $2 + $3 + $4 + $9 }
    END { print busy / ticks }' "/proc/${worker%% *}/stat" /proc/stat 2>/dev/null || echo 0
}
