# Sourced by scripts/fuzz after setup.sh: fuzzes the target `xml` while the command line is built
# for the first time. A test holds the flags of its build to those of a session.

starter_pid=
starter_log=
starter_begun=$SECONDS

# Builds the starter, and starts it in the background.
start_fuzzing() {
  local build="$root/.build-fuzz-address" store="$root/.scenefuzz" program
  begun=$SECONDS
  build_with_progress "the first target (xml)" "next: it fuzzes beside the build of the command line" \
    env SCENEFUZZ_ONLY=xml-starter SCENEFUZZ_COVERAGE=edge,indirect-calls,inline-8bit-counters,pc-table \
    "$swift" build --package-path "$root" -c release --scratch-path "$build" --sanitize=fuzzer \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld -Xswiftc -Xfrontend -Xswiftc -function-sections \
    -Xswiftc -Xfrontend -Xswiftc -internalize-at-link --product xml-starter
  program="$build/release/xml-starter"
  mkdir -p "$store/corpus/xml" "$store/artifacts/xml"
  starter_log=$(mktemp "${TMPDIR:-/tmp}/scenefuzz-starter.XXXXXX")
  # The build comes first: it takes what the compilers leave.
  # A process group of its own: Ctrl-C reaches it through the trap. It ends by itself if this script
  # is killed.
  set -m
  SCENEFUZZ_PARENT=$$ SWIFT_BACKTRACE=enable=no SWIFT_DETERMINISTIC_HASHING=1 \
    ASAN_OPTIONS=handle_sigill=1:handle_abort=1:detect_leaks=0:malloc_context_size=0:quarantine_size_mb=1 \
    nice -n 19 "$program" -artifact_prefix="$store/artifacts/xml/" -max_total_time=1200 -max_len=65536 \
    -timeout=10 -rss_limit_mb=2048 -detect_leaks=0 -use_value_profile=0 -len_control=100 \
    -dict="$root/corpus/xml/xml.dict" "$store/corpus/xml" "$root/corpus/xml/seeds" \
    "$root/corpus/xml/found" >"$starter_log" 2>&1 </dev/null &
  starter_pid=$!
  set +m
  trap 'end_fuzzing' EXIT
  # libFuzzer prints this when it has run the first input.
  while kill -0 "$starter_pid" 2>/dev/null && ! grep -q -a '^#2' "$starter_log"; do sleep 0.1; done
  starter_begun=$SECONDS
  say "xml: fuzzing since $((SECONDS - begun)) s after the start"
}

# Builds the command line and stops it with this script: a child in the foreground would delay the
# trap of a signal that only this script gets.
build_command_line() {
  local builder
  "$root/scripts/scenefuzz" --version >&2 &
  builder=$!
  trap 'kill -TERM "$builder" 2>/dev/null; wait "$builder"; exit 130' INT TERM HUP
  wait "$builder"
  trap - INT TERM HUP
}

# Ends the starter and says what it did. What it found is kept for the session.
end_fuzzing() {
  trap - EXIT
  [ -n "$starter_pid" ] || return 0
  kill -TERM "$starter_pid" 2>/dev/null || true
  wait "$starter_pid" 2>/dev/null || true
  local artifact
  artifact=$(sed -n 's/.*Test unit written to //p' "$starter_log" | tail -n 1)
  local state
  state=$(starter_state "$starter_log")
  say "${state:-xml: no execution}, while the command line was built"
  [ -z "$artifact" ] || say "xml failed on an input; after this: ./scripts/scenefuzz triage --target xml '$artifact'"
  rm -f "$starter_log"
  starter_pid=
  starter_log=
}
