/// Folds names for comparison as on file systems that ignore case or normalization.
enum NameFolding {
  /// Full case folding with compatibility decomposition, without default-ignorable scalars.
  ///
  /// Two names are twins when their foldings are equal as strings, which compare by canonical
  /// equivalence. Cost: linear in the name; the table is decoded once.
  static func fold(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    guard !isPlain else { return name }
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return name.lowercased() }
    var folded = ""
    for scalar in name.unicodeScalars {
      if let result = table[scalar.value] {
        folded.unicodeScalars.append(contentsOf: result)
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// Results by scalar, decoded from ``FoldingTable/runs``.
  private static let table: [UInt32: [Unicode.Scalar]] = {
    var table: [UInt32: [Unicode.Scalar]] = [:]
    table.reserveCapacity(6000)
    var first: UInt32 = 0
    for run in "\(FoldingTable.runs)".split(separator: " ") {
      let parts = run.split(separator: "=", omittingEmptySubsequences: false)
      let source = parts[0].split { $0 == "," || $0 == ";" }
      first += UInt32(source[0], radix: 36) ?? 0
      let count = source.count > 1 ? UInt32(source[1], radix: 36) ?? 1 : 1
      let stride: UInt32 = parts[0].contains(";") ? 2 : 1
      // A scalar that is only ignored has an empty result.
      let result = parts[1].split(separator: ".").compactMap { UInt32($0, radix: 36) }
      for index in 0..<count {
        let shift = index * stride
        table[first + shift] = result.compactMap { Unicode.Scalar($0 + shift) }
      }
    }
    return table
  }()
}
