import ArgumentParser
import ZipReading

/// What an extraction may write, so that a small archive cannot fill the disk.
package struct ExtractionLimits: Equatable, Sendable {
  /// Maximum bytes of all files together.
  package var bytes = 4 << 30
  /// Maximum bytes of all files for each byte of the archive. Scenes with label maps reach 50.
  package var ratio = 200
  /// Bytes up to which the ratio is not checked.
  static let ratioFloor = 64 << 20

  package init() {}

  /// The reason why `plan` of `archive` may not be carried out; nil when it may. A member never has
  /// more bytes than its header claims.
  func refusal(_ archive: ZipArchive, _ plan: ExtractionPlan, archiveSize: Int) -> String? {
    var total = 0
    for (index, member) in archive.members.enumerated() {
      guard case .file = plan.placements[index] else { continue }
      let (sum, overflows) = total.addingReportingOverflow(member.uncompressedSize)
      total = overflows ? .max : sum
    }
    if total > bytes {
      return "its files have \(ByteCount.text(total)), and the limit is \(ByteCount.text(bytes));"
        + " if you trust it, give --max-bytes"
    }
    let (allowed, overflows) = max(archiveSize, 1).multipliedReportingOverflow(by: max(ratio, 0))
    if total > Self.ratioFloor, !overflows, total > allowed {
      return "\(ByteCount.text(archiveSize)) would become \(ByteCount.text(total)), more than"
        + " \(ratio) times as much; if you trust it, give --max-ratio"
    }
    return nil
  }
}

/// A number of bytes on the command line: `500000`, `64K`, `500M`, `4G`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    guard let count = Int(unit == nil ? argument[...] : argument.dropLast()), count > 0,
      count <= .max >> (unit ?? 0)
    else { return nil }
    bytes = count << (unit ?? 0)
  }

  var defaultValueDescription: String { Self.text(bytes).replacing(" ", with: "") }

  /// `812 bytes`, `3 KB`, `64 MB`, `4 GB`, rounded down; the units are powers of 1,024.
  static func text(_ bytes: Int) -> String {
    if bytes < 1 << 10 { return "\(bytes) bytes" }
    if bytes < 1 << 20 { return "\(bytes >> 10) KB" }
    if bytes < 1 << 30 { return "\(bytes >> 20) MB" }
    return "\(bytes >> 30) GB"
  }
}
