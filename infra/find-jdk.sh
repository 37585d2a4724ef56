# Sourced by mvnw and infra/battlescope: where on this machine is a JDK that is new enough?

JDK_WANTED=25

# jdk_version HOME: the feature release of the JDK there, or nothing (a runtime without a compiler is no JDK)
jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p' | head -n 1
  fi
}

# jdk_fits HOME
jdk_fits() {
  jdk_found_version=$(jdk_version "$1") || return 1
  [ -n "$jdk_found_version" ] && [ "$jdk_found_version" -ge "$JDK_WANTED" ]
}

# jdk_of_path: the home behind the javac on the PATH, links followed
jdk_of_path() {
  jdk_javac=$(command -v javac) || return 1
  while [ -h "$jdk_javac" ]; do
    jdk_link=$(readlink "$jdk_javac")
    case $jdk_link in
      /*) jdk_javac=$jdk_link ;;
      *) jdk_javac=$(dirname "$jdk_javac")/$jdk_link ;;
    esac
  done
  (cd "$(dirname "$jdk_javac")/.." && pwd -P)
}

# find_jdk: prints the home of a JDK; says in one sentence what to install where there is none
find_jdk() {
  for jdk_home in \
    "${JAVA_HOME:-/nowhere}" \
    "$(jdk_of_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.gradle/jdks/* \
    "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if jdk_fits "$jdk_home"; then
      printf '%s\n' "$jdk_home"
      return 0
    fi
  done
  echo "BattleScope needs JDK $JDK_WANTED or newer and found none on this machine: install one, for example Eclipse Temurin $JDK_WANTED from https://adoptium.net, or set JAVA_HOME." >&2
  return 1
}
