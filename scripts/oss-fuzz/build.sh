#!/bin/bash -eu
# Written by 'scenefuzz oss-fuzz write' from the catalogue of targets: change it there.

# Copies the symbolizer that knows Swift's names. The flags it sets do not link a Swift executable, so ours follow.
. precompile_swift

cd "$SRC/scenefuzz"
# Leaves out the tools and with them every package: nothing is fetched.
export SCENEFUZZ_TARGETS_ONLY=1

# The runner has no Swift, so the standard library is linked in. The sanitizers are one list: of two --sanitize flags
# the compiler honours one.
flags=(--static-swift-stdlib --sanitize=fuzzer -Xswiftc -use-ld=lld)
if [ "$SANITIZER" = coverage ]; then
  flags+=(-Xswiftc -sanitize=fuzzer -Xswiftc -profile-generate -Xswiftc -profile-coverage-mapping)
else
  flags+=(-Xswiftc "-sanitize=fuzzer,$SANITIZER")
fi

targets=(
  xml
  mrml
  mrb
  url
  inflate
  zip
  markups-json
  fcsv
  colors
  nrrd-header
  references
  subject-hierarchy
  mrml-roundtrip
  acsv
  volume-property
)
for configuration in debug release; do
  scratch="$WORK/scenefuzz-$configuration"
  swift build -c "$configuration" --scratch-path "$scratch" "${flags[@]}"
  for target in "${targets[@]}"; do
    name="$target-$configuration"
    cp "$scratch/$configuration/fuzz-$target" "$OUT/$name"
    cp "corpus/$target/$target.dict" "$OUT/$name.dict"
    cp "corpus/$target/$target.options" "$OUT/$name.options"
    rm -f "$OUT/${name}_seed_corpus.zip"
    find "corpus/$target/seeds" "corpus/$target/found" -type f ! -name README.md |
      LC_ALL=C sort | zip -q -j -X "$OUT/${name}_seed_corpus.zip" -@
  done
done
