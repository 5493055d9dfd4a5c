# Sourced by the scripts beside it: how they end when they cannot go on, Squall built, and a check of it run.
# Sets here (this folder), root and, once build_squall was called, JAVA_HOME, classes and jvm.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")

die() {
  echo "bench/$(basename "$0"): $*" >&2
  exit 2
}

is_count() { [[ ${1-} =~ ^[1-9][0-9]*$ ]]; }

# rounds_of ARGUMENT SECONDS: the rounds that were asked for, each of which takes so long.
rounds_of() {
  case $1 in
    '' | [1-9] | [1-9][0-9]) rounds=${1:-1} ;;
    *)
      echo "usage: bench/$(basename "$0") [ROUNDS]    each about $2 s; 1 where none is given" >&2
      exit 2
      ;;
  esac
}

# SQUALL_JAVA_OPTS comes last and wins, as in ./squall. SQUALL_BENCH_CLASSPATH names classes that are built already.
build_squall() {
  . "$root/.mvn/find-jdk.sh"
  classes=${SQUALL_BENCH_CLASSPATH:-}
  if [ -z "$classes" ]; then
    echo "building Squall" >&2
    (cd "$root" && sh ./mvnw -q -B -Dquick -pl bench -am package \
      org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath) ||
      die "Squall does not build"
    classes=$here/target/classes:$(cat "$here/target/classpath")
  fi
  # The launcher's flags: a JVM on one core would choose others by itself.
  jvm=("$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED
    "-Djava.util.logging.config.file=$here/logging.properties")
}

# require_files N: that a process may open so many.
require_files() {
  [ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge "$1" ] || ulimit -n "$1" 2>/dev/null ||
    die "a process needs $1 open files here; the limit is $(ulimit -Hn): raise it (ulimit -n, limits.conf)"
}

# Seconds of CPU that this machine spent, or that were taken from it, on nobody whom this script has waited for.
others_seconds() {
  awk -v ticks="$(getconf CLK_TCK)" '
    FILENAME != "/proc/stat" { others -= $14 + $15 + $16 + $17 }
    $1 == "cpu" { others += $2 + $3 + $4 + $9 }
    END { print others / ticks }' "/proc/$$/stat" /proc/stat 2>/dev/null || echo 0
}

# check CLASS ARGUMENT...: runs it, says what others had of the machine meanwhile, and ends as it ended.
check() {
  local before began status=0
  before=$(others_seconds) began=$EPOCHREALTIME
  # shellcheck disable=SC2086
  "${jvm[@]}" ${SQUALL_JAVA_OPTS:-} -cp "$classes" "dev.squall.bench.$1" "${@:2}" || status=$?
  awk -v before="$before" -v after="$(others_seconds)" -v began="$began" -v ended="$EPOCHREALTIME" '
    BEGIN {
      share = 100 * (after - before) / (ended - began)
      printf "\nothers had %.0f %% of a core meanwhile%s\n", (share > 0 ? share : 0), (share > 10 ? ": a quiet machine says more" : "")
    }'
  exit "$status"
}
