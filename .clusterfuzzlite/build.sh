#!/bin/bash -eu
# Written by 'scenefuzz oss-fuzz write' from the catalogue of targets: change it there.

# Copies the symbolizer that demangles Swift names. Its flags do not link a Swift executable;
# the flags below replace them.
. precompile_swift

cd "$SRC/scenefuzz"
# Leaves out the tools and with them every package: nothing is fetched.
export SCENEFUZZ_TARGETS_ONLY=1

# The runner has no Swift, so the standard library is linked in. The sanitizers are one list,
# since the compiler honours only one of two --sanitize flags.
if [ "$SANITIZER" = coverage ]; then
  flags=(--sanitize=fuzzer -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xswiftc -profile-generate -Xswiftc -profile-coverage-mapping --static-swift-stdlib)
else
  flags=(--sanitize=fuzzer -Xswiftc "-sanitize=fuzzer,$SANITIZER" -Xswiftc -use-ld=lld --static-swift-stdlib)
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
  image-header
  mesh-header
  vtk-header
  scene-repair
  archive-repair
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
