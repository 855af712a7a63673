# Sourced by the other scripts: finds the Swift toolchain and the two C libraries of the oracles.
# Sets `root` (the checkout), `swift` (the compiler driver) and `scratch` (the build folder).

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf 'scenefuzz: %s\n' "$*" >&2; }
give_up() { say "$*"; exit 3; }

find_swift() {
  if ! swift=$(command -v swift); then
    for candidate in "${SWIFTLY_BIN_DIR:-}" "$HOME/.local/share/swiftly/bin" "$HOME/.swiftly/bin"; do
      [ -n "$candidate" ] && [ -x "$candidate/swift" ] && swift="$candidate/swift" && break
    done
  fi
  [ -n "${swift:-}" ] || give_up \
    "no Swift toolchain found. Install Swift 6.2 or newer from https://www.swift.org/install and put it on PATH."
  local output version
  output=$("$swift" --version 2>/dev/null) ||
    give_up "'$swift --version' fails: repair or reinstall the Swift toolchain (https://www.swift.org/install)."
  version=$(printf '%s\n' "$output" | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    [0-5].*|6.0|6.1|'')
      give_up "Swift ${version:-of unknown version} is too old: 6.2 or newer is needed (https://www.swift.org/install)." ;;
  esac
}

# Checks for the header: the name of the development package differs between distributions.
has_header() {
  printf '#include <%s>\n' "$1" |
    cc -E $(pkg-config --cflags "$2" 2>/dev/null || true) -x c - >/dev/null 2>&1 ||
    [ -e "/usr/include/$1" ] || [ -e "/usr/include/$2/$1" ]
}

find_libraries() {
  local missing=()
  has_header libxml/parser.h libxml2 || missing+=(libxml2-dev)
  has_header zlib.h zlib || missing+=(zlib1g-dev)
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    give_up "the C libraries libxml2 and zlib are needed with their headers (the oracles use them):" \
      "install ${missing[*]} or what your system calls them (Fedora: libxml2-devel zlib-devel)."
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      give_up "${missing[*]} missing and no sudo here: ask an administrator to run 'apt-get install ${missing[*]}'."
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
  fi
  say "installing ${missing[*]}"
  { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" ||
    { ${as_root[@]+"${as_root[@]}"} apt-get update -q &&
      ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}"; }; } \
    >&2 </dev/null || give_up "could not install ${missing[*]}: install them by hand and run this again."
}

# The package manager writes paths into JSON as they are.
check_path() {
  case "$root" in
    *[\"\\]*) give_up "the Swift package manager cannot build in a folder whose path has a double quote or a" \
      "backslash: move the checkout out of '$root'." ;;
  esac
}

# Interrupts a build and its compilers, and kills what is left after three seconds.
end_build() {
  kill -INT -- "-$1" 2>/dev/null || true
  for _ in 1 2 3 4 5 6; do
    kill -0 -- "-$1" 2>/dev/null || return 0
    sleep 0.5
  done
  kill -KILL -- "-$1" 2>/dev/null || true
}

# What the fuzzer with this log has reached (scripts/starter.sh); nothing without a log.
starter_state() {
  [ -s "${1:-}" ] || return 0
  tail -n 40 "$1" | awk '/^#[0-9]+/ && match($0, /cov: [0-9]+/) {
      runs = substr($1, 2); edges = substr($0, RSTART + 5, RLENGTH - 5) }
    END { if (runs) printf "xml: %s executions, %s edges", runs, edges }' 2>/dev/null || true
}

# Runs a build with its output in a log: build_with_progress NAME NEXT COMMAND...
# Shows step, number of steps and time; on a failure prints the log and exits with 3.
build_with_progress() {
  local name=$1 next=$2 log pid start=$SECONDS shown=-1 step line beside
  shift 2
  log=$(mktemp "${TMPDIR:-/tmp}/scenefuzz-build.XXXXXX")
  say "building $name${next:+; $next}"
  # A process group of its own, so that an interrupt ends the compilers as well.
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  set +m
  trap 'end_build "$pid"; rm -f "$log"; [ ! -t 2 ] || printf "\r\033[K" >&2
    say "stopped while building $name; run it again: it goes on from there"; exit 130' INT TERM HUP
  while kill -0 "$pid" 2>/dev/null; do
    step=$(grep -a -o '^\[[0-9]*/[0-9]*\] [A-Za-z]* [A-Za-z0-9_-]*' "$log" 2>/dev/null | tail -n 1) || true
    line="$((SECONDS - start)) s ${step:-resolving packages}"
    # What fuzzes beside the build (scripts/starter.sh).
    beside=$(starter_state "${SCENEFUZZ_STARTER_LOG:-}")
    line="$line${beside:+; $beside}"
    if [ -t 2 ]; then
      printf '\r\033[K%.*s' "$(($(tput cols 2>/dev/null || echo 80) - 1))" "scenefuzz: $line" >&2
    elif [ $((SECONDS - start)) -ge $((shown + 10)) ]; then
      shown=$((SECONDS - start))
      [ "$shown" -eq 0 ] || say "$line"
    fi
    sleep 0.3
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  trap - INT TERM HUP
  if ! wait "$pid"; then
    local full= offline=
    grep -q -a -i 'no space left on device\|I/O error (code: 28)' "$log" && full=1
    # Packages are fetched before anything is compiled; a failure names the repository or git.
    grep -q -a "^error: .*\(Git command 'git\|Failed to clone\|unable to access\|resolve host\)" "$log" &&
      offline=1
    [ -n "$offline$full" ] || cat "$log" >&2
    rm -f "$log"
    [ -z "$full" ] || give_up "the disk is full: a build folder needs about 2 GB below '$root'." \
      "Free some space and run it again: it goes on from there."
    [ -z "$offline" ] || give_up "the packages of Package.swift could not be downloaded from github.com." \
      "Connect to the network and run it again; later builds need none."
    give_up "the build of $name failed; its messages are above."
  fi
  rm -f "$log"
}

[ -w "$root" ] || give_up "'$root' is read-only: the build needs to write there. Copy the checkout, or change its permissions."
check_path
say "checking the toolchain"
find_swift
find_libraries
# The folder of the build that has the command line; CI points it at the build of the tests.
scratch="${SCENEFUZZ_SCRATCH:-$root/.build}"
