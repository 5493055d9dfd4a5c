#!/bin/sh
# From PracticeShop.start() to the first answer, in JVMs that have spoken HTTP before but never started a shop.
#   shop/bench/start.sh [rounds]                 (after ./mvnw -pl shop package)
# Default flags and the quick compiler alone (as an IDE's or a test's JVM may be started) run in turns.
# Prints median and worst of the first shop of each JVM and of the second; exits with 1 when a median is over 500 ms.
set -eu

rounds=${1:-10}
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
. "$here/../../.mvn/find-jdk.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

(cd "$here/../.." && ./mvnw -q -B -pl shop dependency:build-classpath -DincludeScope=runtime \
  "-Dmdep.outputFile=$work/classpath" >"$work/mvn.log" 2>&1) || { cat "$work/mvn.log" >&2; exit 2; }
classpath=$here/../target/classes:$(cat "$work/classpath")
"$JAVA_HOME/bin/javac" -d "$work" -cp "$classpath" "$here/Start.java"

uptime
i=0
while [ "$i" -lt "$rounds" ]; do
  i=$((i + 1))
  for flag in TieredStopAtLevel=4 TieredStopAtLevel=1; do
    echo "$flag $("$JAVA_HOME/bin/java" "-XX:$flag" -cp "$work:$classpath" Start)"
  done
done | tee "$work/rounds"
uptime

# figures FLAG COLUMN: median and worst
figures() { awk -v f="$1" -v c="$2" '$1 == f {print $c}' "$work/rounds" | sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)], a[NR]}'; }
status=0
for flag in TieredStopAtLevel=4 TieredStopAtLevel=1; do
  for column in 2 3; do
    set -- $(figures "$flag" "$column")
    [ "$column" = 2 ] && which=first || which=second
    echo "$flag, $which shop: median $1 ms, worst $2 ms"
    [ "$1" -le 500 ] || status=1
  done
done
exit $status
