import Foundation
import SceneModel

/// Whether a value of the model is what the real reader writes.
enum ValueAgreement {
  /// The written text is read again as the model reads it, so that only what it means counts; numbers agree when they
  /// are equal, or equal as printed where only the print is known.
  static func agrees(_ value: AttributeValue, _ kind: ValueKind, _ written: WrittenValue) -> Bool {
    switch written {
    case .numbers(let numbers): sameNumbers(value, numbers)
    case .text(let text):
      same(value, AttributeValue(reading: Array(text.utf8)[...], as: kind))
    }
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
    // A member may have single precision.
    return ours.count == exact.count
      && zip(ours, exact).allSatisfy {
        $0 == $1 || $0.isNaN && $1.isNaN || Double(Float($0)) == $1
      }
  }

  private static func same(_ ours: AttributeValue, _ printed: AttributeValue) -> Bool {
    switch (ours, printed) {
    case (.real(let one), .real(let other)): asPrinted(one, other)
    case (.reals(let ones), .reals(let others)):
      ones.count == others.count && zip(ones, others).allSatisfy { asPrinted($0, $1) }
    // A short vector is printed whole.
    default: ours == printed
    }
  }

  /// C++ streams print six significant digits.
  private static func asPrinted(_ ours: Double, _ printed: Double) -> Bool {
    ours == printed || ours.isNaN && printed.isNaN
      || Double(String(format: "%.6g", ours)) == printed
      || Double(String(format: "%.6g", Double(Float(ours)))) == printed
  }
}
