# For the scripts beside it: a shop of its own and wrk against it, over loopback. $work is theirs, $url the shop's.
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
. "$here/../../.mvn/find-jdk.sh"
name=$(basename "$0")
for tool in wrk curl; do
  command -v "$tool" >/dev/null || { echo "$name: install $tool" >&2; exit 2; }
done

work=$(mktemp -d)
shop=
also_stop() { :; } # what a script has started besides
stop() {
  also_stop
  [ -z "$shop" ] || kill "$shop" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start() {
  (cd "$here/../.." && ./mvnw -q -B -pl shop dependency:build-classpath -DincludeScope=runtime \
    "-Dmdep.outputFile=$work/classpath" >"$work/mvn.log" 2>&1) || { cat "$work/mvn.log" >&2; exit 2; }
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -cp "$here/../target/classes:$(cat "$work/classpath")" \
    "$here/Serve.java" >"$work/shop.out" 2>"$work/shop.err" &
  shop=$!
  until [ -s "$work/shop.out" ]; do
    kill -0 "$shop" 2>/dev/null || { cat "$work/shop.err" >&2; exit 2; }
    sleep 0.2
  done
  url=http://127.0.0.1:$(cat "$work/shop.out")
  wrk -t1 -c64 -d5s "$url/health" >/dev/null # the JIT compiler's time is not the shop's
}

# behave JSON: from now on the shop misbehaves that way and in no other.
behave() {
  curl -sf -X DELETE "$url/practice/behaviour" >/dev/null
  curl -sf -X PUT -d "$1" "$url/practice/behaviour" >/dev/null || { echo "$name: the shop refused $1" >&2; exit 2; }
}

load() { cut -d ' ' -f 1-3 /proc/loadavg; }
