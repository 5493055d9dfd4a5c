# Sourced by compare: the nginx that all tools ask, its certificate, and what it counted.
# Reads work (the folder for its files), mode and files; sets nginx_pid, port and url.

# An authority of our own and a certificate by it, both ECDSA P-256, for as long as the folder is there.
make_certificate() {
  local key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
  {
    openssl req -x509 "${key[@]}" -keyout "$work/ca.key" -out "$work/ca.pem" -days 2 -subj '/CN=Squall bench CA' \
      -addext keyUsage=critical,keyCertSign &&
      openssl req "${key[@]}" -keyout "$work/server.key" -out "$work/server.csr" -subj '/CN=127.0.0.1' &&
      openssl x509 -req -in "$work/server.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial \
        -days 2 -extfile <(echo 'subjectAltName=IP:127.0.0.1') -out "$work/server.pem"
  } >"$work/openssl.out" 2>&1 || {
    cat "$work/openssl.out" >&2
    die "openssl makes no certificate"
  }
}

# The same versions, cipher and curves for every tool, which by themselves would choose different ciphers.
tls_settings() {
  [ -e "$work/server.pem" ] || return 0
  cat <<EOF
    listen 127.0.0.1:$((port + 1)) ssl backlog=16384;
    ssl_certificate $work/server.pem;
    ssl_certificate_key $work/server.key;
    ssl_protocols TLSv1.3;
    ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256;
    ssl_ecdh_curve X25519:prime256v1;
    ssl_session_tickets on;
    ssl_session_timeout 1h;
EOF
}

# Answers /status with "active requests"; fails if nobody listens.
server_says() {
  local line active=0 numbers=0
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET /status HTTP/1.0\r\n\r\n' >&3
  while read -r line <&3; do
    line=${line%$'\r'}
    case $line in
      'Active connections: '*) active=${line##*: } ;;
      [0-9]*) numbers=$line ;;
    esac
  done
  exec 3>&-
  set -- $numbers
  echo "${active// /} ${3-}"
}

# With --handshakes nginx writes for each request whether its connection resumed a session, and the request's number there.
handshake_log() {
  [ $mode != handshakes ] || echo "access_log $work/handshakes handshake buffer=64k flush=100ms;"
}

forget_handshakes() {
  [ $mode != handshakes ] || : >"$work/handshakes"
}

# The percentage of handshakes that resumed a session; complains where they are not as many as the requests.
resumed_of() {
  awk -v requests="$1" '
    $2 == 1 { handshakes++; resumed += $1 == "r" }
    END {
      if (handshakes != requests) print requests " requests, but " handshakes + 0 " handshakes" >"/dev/stderr"
      printf "%.1f\n", handshakes ? 100 * resumed / handshakes : 0
    }' "$work/handshakes"
}

# nginx cannot choose a free port by itself.
start_nginx() {
  local attempt wait_for
  for attempt in 1 2 3 4 5 6 7 8 9; do
    port=$((20000 + RANDOM % 10000))
    ! server_says >/dev/null || continue
    cat >"$work/nginx.conf" <<EOF
daemon off;
worker_processes 1;
worker_rlimit_nofile $files;
pid $work/nginx.pid;
error_log $work/error.log error;
events { worker_connections $files; multi_accept on; }
http {
  log_format handshake '\$ssl_session_reused \$connection_requests';
  access_log off;
  client_body_temp_path $work/body;
  proxy_temp_path $work/proxy;
  fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  keepalive_requests 1000000000;
  keepalive_timeout 3600s;
  default_type application/json;
  server {
    listen 127.0.0.1:$port backlog=16384;
$(tls_settings)
    location = /product {
      return 200 '{"id":7,"name":"Product 7","price":12.34}';
      $(handshake_log)
    }
    location = /status { stub_status; }
  }
}
EOF
    nginx -e "$work/error.log" -p "$work" -c "$work/nginx.conf" 2>"$work/nginx.out" &
    nginx_pid=$!
    for wait_for in 1 2 3 4 5 6 7 8 9 10; do
      sleep 0.1
      if server_says >/dev/null; then
        [ -e "$work/server.pem" ] && url=https://127.0.0.1:$((port + 1)) || url=http://127.0.0.1:$port
        return 0
      fi
      kill -0 "$nginx_pid" 2>/dev/null || break
    done
    kill "$nginx_pid" 2>/dev/null || true
  done
  cat "$work/nginx.out" "$work/error.log" >&2 2>/dev/null || true
  die "nginx does not start"
}
