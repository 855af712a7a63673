/// `build.sh` of OSS-Fuzz and ClusterFuzzLite: writes to `$OUT`, for each target and configuration,
/// the program, its seeds, its dictionary and its options.
struct BuildScript: Equatable, Sendable {
  let targets: [String]

  /// Flags of `$SANITIZER` other than `coverage`.
  static let sanitizerFlags =
    BuildFlags.swift(sanitizers: ["fuzzer", "$SANITIZER"]) + BuildFlags.slim
    + BuildFlags.staticLibrary
  static let coverageFlags =
    BuildFlags.swift(sanitizers: ["fuzzer"]) + BuildFlags.sourceCoverage + BuildFlags.staticLibrary

  /// Words for bash; one with a variable in double quotes.
  private static func words(_ flags: [String]) -> String {
    flags.map { $0.contains("$") ? "\"\($0)\"" : $0 }.joined(separator: " ")
  }

  private var exports: String {
    BuildPlan(.staticLibrary).environment.sorted { $0.key < $1.key }
      .map { "export \($0.key)=\($0.value)" }.joined(separator: "\n")
  }

  var text: String {
    """
    #!/bin/bash -eu
    # Written by 'scenefuzz oss-fuzz write' from the catalogue of targets: change it there.

    # Copies the symbolizer that demangles Swift names. Its flags do not link a Swift executable;
    # the flags below replace them.
    . precompile_swift

    cd "$SRC/scenefuzz"
    # The entry points without a C library, and nothing that needs a package: nothing is fetched.
    \(exports)

    # The runner has no Swift, so the standard library is linked in. The sanitizers are one list,
    # since the compiler honours only one of two --sanitize flags.
    if [ "$SANITIZER" = coverage ]; then
      flags=(\(Self.words(Self.coverageFlags)))
    else
      flags=(\(Self.words(Self.sanitizerFlags)))
    fi

    targets=(
    \(targets.map { "  \($0)" }.joined(separator: "\n"))
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

    """
  }
}
