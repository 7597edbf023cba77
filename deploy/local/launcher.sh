# What deploy/local/up and deploy/local/down share: the checkout, Java, and the build when it is needed.
# Sourced with `root` set; bash 3.2 or newer.

state_parent="$root/.sigap"
launcher_classes="$root/deploy/local/target/classes"
launcher_libraries="$root/deploy/local/target/lib"
services="ingest-service triage-service reply-service metrics-service"

fail() {
  printf 'sigap: %s\n' "$*" >&2
  exit 1
}

# refuse_full_disk DIRECTORY: a build writes about 600 MB; with next to nothing left its own words would not help.
refuse_full_disk() {
  local left
  left="$(df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }')"
  [ -z "$left" ] || [ "$left" -ge 51200 ] || fail "The disk under $1 is full: $((left / 1024)) MiB left. Make room and start again."
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java="$JAVA_HOME/bin/java"
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. Point it at a JDK 17 or newer."
  else
    java="$(command -v java)" || fail "No Java here. Install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk)."
  fi
  local version
  version="$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')"
  case "$version" in
    '' | 1.* | [1-9] | 1[0-6]) fail "Java ${version:-of unknown version} is too old ($java). Sigap needs a JDK 17 or newer." ;;
  esac
}

# Prints why a build is needed, or nothing.
build_reason() {
  local stamp="$state_parent/built" service
  [ -f "$stamp" ] || { echo "first build"; return; }
  [ -d "$launcher_classes" ] && [ -d "$launcher_libraries" ] || { echo "deploy/local is not built"; return; }
  for service in $services; do
    [ -f "$root/$service/target/quarkus-app/quarkus-run.jar" ] || { echo "$service is not built"; return; }
  done
  local newer
  newer="$(cd "$root" && find pom.xml contracts deploy/local deploy/keycloak $services \
    \( -name target -o -name test \) -prune -o -type f \
    \( -path '*/src/main/*' -o -name pom.xml -o -path 'deploy/keycloak/*' \) -newer "$stamp" -print 2>/dev/null | head -n 1)"
  [ -z "$newer" ] || echo "$newer changed"
}

# build MODULES: packages them, showing each module and how long it takes.
build() {
  local modules="$1" log="$state_parent/build.log" began=$SECONDS shown='' current quiet=0 maven
  command -v mvn >/dev/null || fail "No Maven here. Install it (Debian: apt-get install maven)."
  [ -x "$(dirname "$java")/javac" ] || command -v javac >/dev/null \
    || fail "This Java cannot compile ($java). Install a JDK, not only a JRE (Debian: apt-get install openjdk-17-jdk)."
  refuse_full_disk "$root"
  mkdir -p "$state_parent" 2>/dev/null && : 2>/dev/null >"$log" \
    || fail "Cannot write to $state_parent. Remove it as its owner, or run as its owner."
  touch "$state_parent/build-began"
  (cd "$root" && exec mvn -B -pl "$modules" -am package -DskipTests -Dspotless.check.skip=true) >"$log" 2>&1 &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; wait "$maven" 2>/dev/null; echo; fail "The build was interrupted."' INT TERM HUP
  while kill -0 "$maven" 2>/dev/null; do
    current="$(sed -n 's/^\[INFO\] Building \(Sigap[^0-9]*\) [0-9].*\(\[.*\]\)$/\1 \2/p' "$log" | tail -n 1)"
    if [ "$current" != "$shown" ]; then
      printf '  %4d s  building %s\n' $((SECONDS - began)) "$current"
      shown="$current" quiet=$SECONDS
    elif [ $((SECONDS - quiet)) -ge 10 ]; then
      printf '  %4d s  … %s, %d files downloaded\n' $((SECONDS - began)) "${current:-reading the project}" \
        "$(grep -c '^\[INFO\] Downloaded ' "$log")"
      quiet=$SECONDS
    fi
    sleep 1
  done
  if ! wait "$maven"; then
    refuse_full_disk "$root"
    grep -m 3 '^\[ERROR\]' "$log" >&2
    fail "The build failed. Its log: $log"
  fi
  trap - INT TERM HUP
  printf '  %4d s  ✓ built\n' $((SECONDS - began))
}
