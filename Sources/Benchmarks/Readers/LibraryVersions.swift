import LibArchiveOracle
import LibXML2Oracle
import ZlibOracle

/// Versions of the libraries that the benchmarks compare with.
package enum LibraryVersions {
  /// One entry for each library, such as `zlib 1.3`.
  package static var all: [String] {
    [
      "libxml2 \(LibXML2.version)", "zlib \(ZlibOracle.version)",
      LibArchive().map { "\($0.version)" } ?? "libarchive not installed",
    ]
  }
}
