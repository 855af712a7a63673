#!/bin/bash -eu
# Written by 'scenefuzz oss-fuzz write' from the catalogue of targets: change it there.

# Copies the symbolizer that demangles Swift names. Its flags do not link a Swift executable;
# the flags below replace them.
. precompile_swift

cd "$SRC/scenefuzz"
# The entry points without a C library, and nothing that needs a package: nothing is fetched.
export SCENEFUZZ_ONLY=fuzz-xml,fuzz-mrml,fuzz-mrb,fuzz-url,fuzz-demo,fuzz-inflate,fuzz-zip,fuzz-markups-json,fuzz-fcsv,fuzz-colors,fuzz-nrrd-header,fuzz-references,fuzz-subject-hierarchy,fuzz-mrml-roundtrip,fuzz-acsv,fuzz-volume-property,fuzz-image-header,fuzz-mesh-header,fuzz-vtk-header,fuzz-scene-repair,fuzz-archive-repair,fuzz-selftest

# The runner has no Swift, so the standard library is linked in. The sanitizers are one list,
# since the compiler honours only one of two --sanitize flags.
if [ "$SANITIZER" = coverage ]; then
  flags=(--sanitize=fuzzer -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xswiftc -profile-generate -Xswiftc -profile-coverage-mapping --static-swift-stdlib)
else
  flags=(--sanitize=fuzzer -Xswiftc "-sanitize=fuzzer,$SANITIZER" -Xswiftc -use-ld=lld -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -Xfrontend -Xswiftc -internalize-at-link --static-swift-stdlib)
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
