# Sourced by mvnw and squall: sets JAVA_HOME to a JDK 25, or says what to install and exits with 2.
# Looked at in this order: JAVA_HOME, PATH, the system's usual folders, SDKMAN, macOS's java_home.

squall_jdk=25

# A JDK says its version in its release file, so nothing has to be started to ask.
is_wanted_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -q "^JAVA_VERSION=\"$squall_jdk[.\"+-]" "$1/release" 2>/dev/null
}

# The home behind a javac on the PATH, through any links.
jdk_on_path() {
  javac_path=$(command -v javac 2>/dev/null) || return 1
  while [ -L "$javac_path" ]; do
    link=$(readlink "$javac_path")
    case $link in
      /*) javac_path=$link ;;
      *) javac_path=$(dirname "$javac_path")/$link ;;
    esac
  done
  (cd "$(dirname "$javac_path")/.." 2>/dev/null && pwd -P)
}

find_jdk() {
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/*25* /usr/lib64/jvm/*25* /usr/java/*25* /opt/java/*25* /opt/*jdk*25* /opt/java/openjdk \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/25*; do
    if is_wanted_jdk "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ]; then
    home=$(/usr/libexec/java_home -v "$squall_jdk" 2>/dev/null)
    if is_wanted_jdk "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  fi
  return 1
}

if JAVA_HOME=$(find_jdk); then
  export JAVA_HOME
else
  echo "Squall needs a JDK $squall_jdk and found none: install one (for example Eclipse Temurin $squall_jdk) or point JAVA_HOME at it." >&2
  exit 2
fi
