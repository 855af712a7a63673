# Sourced by the other scripts: finds the Swift toolchain and the two C libraries of the oracles.
# Sets `root` (the checkout) and `swift` (the compiler driver found).

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
  local words version
  words=$("$swift" --version 2>/dev/null) ||
    give_up "'$swift --version' fails: repair or reinstall the Swift toolchain (https://www.swift.org/install)."
  version=$(printf '%s\n' "$words" | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    [0-5].*|6.0|6.1|'')
      give_up "Swift ${version:-of unknown version} is too old: 6.2 or newer is needed (https://www.swift.org/install)." ;;
  esac
}

# The header tells whether the development package is there, whatever the distribution calls it.
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

find_swift
find_libraries
# The folder of the build that has the command line; CI points it at the build of the tests.
scratch="${SCENEFUZZ_SCRATCH:-$root/.build}"
