import Foundation
import SceneModel

/// Equality of a value of the model and a value written by the real reader.
enum ValueAgreement {
  /// Parses the written text with the model's rules and compares the values. Numbers are equal when
  /// their values are equal, or their printed forms where only the printed form is available.
  static func agrees(
    _ value: AttributeValue, _ kind: ValueKind, _ written: WrittenValue, _ folder: String? = nil
  ) -> Bool {
    switch written {
    case .text(let printed) where kind == .path:
      samePath(value, Escape.url.decode(Array(printed.utf8)[...]), folder ?? "")
    case .numbers(let numbers): sameNumbers(value, numbers)
    case .text(let text) where text.isEmpty || value.number.map { text == "\($0)" } == true:
      value.isEmpty || value.number.map { text == "\($0)" } == true
        || same(value, AttributeValue(reading: Array(text.utf8)[...], as: kind))
    case .text(let text):
      same(value, AttributeValue(reading: Array(text.utf8)[...], as: kind))
    }
  }

  /// Compares paths after resolving both against the folder of the scene.
  private static func samePath(
    _ value: AttributeValue, _ printed: [UInt8], _ folder: String
  ) -> Bool {
    guard case .text(let path) = value else { return false }
    let root = Array(folder.utf8)
    return StoragePath.resolved(path[...], from: root).map(blank)
      == StoragePath.resolved(printed[...], from: root).map(blank)
  }

  private static func sameNumbers(_ value: AttributeValue, _ exact: [Double]) -> Bool {
    let ours: [Double]
    switch value {
    case .real(let number): ours = [number]
    case .reals(let numbers): ours = numbers
    case .integer(let number): ours = [Double(number)]
    case .integers(let numbers): ours = numbers.map(Double.init)
    case .bool(let flag): ours = [flag ? 1 : 0]
    default: return false
    }
    // Members of the real classes may have single precision.
    return ours.count == exact.count
      && zip(ours, exact).allSatisfy {
        $0 == $1 || $0.isNaN && $1.isNaN || Double(Float($0)) == $1
          // Computed values may differ in the last bits.
          || abs($0 - $1) <= 1e-14 * abs($1)
      }
  }

  private static func same(_ ours: AttributeValue, _ printed: AttributeValue) -> Bool {
    switch (ours, printed) {
    case (.real(let one), .real(let other)): asPrinted(one, other)
    case (.integer(let one), .real(let other)): Double(one) == other
    // The writer prints nothing or a placeholder for a number without a name.
    case (.term("", _), .rejected), (.term("", _), .term): true
    case (.reals(let ones), .reals(let others)):
      ones.count == others.count && zip(ones, others).allSatisfy { asPrinted($0, $1) }
    case (.text(let one), .text(let other)): one.map(blank) == other.map(blank)
    case (.texts(let ones), .texts(let others)):
      ones.map { $0.map(blank) } == others.map { text in Escape.url.decode(text[...]).map(blank) }
        || ones.map { $0.map(blank) } == others.map { $0.map(blank) }
    default: ours == printed
    }
  }

  /// Maps line ends and tabs to spaces: the real writer does not escape them, so attribute
  /// normalization changes them.
  private static func blank(_ byte: UInt8) -> UInt8 {
    byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte
  }

  /// Compares with the six significant digits that C++ streams print.
  private static func asPrinted(_ ours: Double, _ printed: Double) -> Bool {
    ours == printed || ours.isNaN && printed.isNaN
      || Double(String(format: "%.6g", ours)) == printed
      || Double(String(format: "%.6g", Double(Float(ours)))) == printed
  }
}

extension AttributeValue {
  /// Number of a term; nil for other values.
  fileprivate var number: Int32? {
    if case .term(_, let number) = self { number } else { nil }
  }

  fileprivate var isEmpty: Bool { self == .text([]) || self == .texts([]) }
}
