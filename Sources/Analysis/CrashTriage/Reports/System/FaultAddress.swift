/// The address at which a memory access failed, judged alike in every format.
struct FaultAddress: Equatable {
  /// The address; nil where the report gives none.
  var address: UInt64?
  var stackPointer: UInt64?
  /// Whether the report itself says that the guard page of a stack was hit.
  var isStackGuard = false
  /// Whether the report itself says that the address is in the first page.
  var isNullHint = false

  /// Pages of a guard lie this near to the stack pointer.
  private static let guardReach: UInt64 = 1 << 16
  /// Bytes of the first page.
  private static let nullPage: UInt64 = 0x1000

  /// Whether a bad access is the end of a stack.
  var isStackOverflow: Bool {
    if isStackGuard { return true }
    guard let address, let stackPointer, address >= Self.nullPage else { return false }
    let distance = address > stackPointer ? address - stackPointer : stackPointer - address
    return distance <= Self.guardReach
  }

  /// Whether the address is in the first page, as with a null pointer.
  var isNearNull: Bool { isNullHint || (address ?? .max) < Self.nullPage }

  /// Takes what `line` says of the address.
  mutating func read(_ line: ArraySlice<UInt8>) {
    if line.contains("STACK GUARD") || line.contains("Stack Guard")
      || line.contains("stack guard page")
      || line.contains("recursion")
        && line.contains("stack size exceeded")
    {
      isStackGuard = true
    }
    if line.contains("address points to the zero page") || line.contains("null pointer dereference")
      || line.contains("dereference null pointer")
    {
      isNullHint = true
    }
    if address == nil { address = Self.address(in: line) }
    if stackPointer == nil { stackPointer = Self.stackPointer(in: line) }
  }

  private static let addressWords = [
    "KERN_INVALID_ADDRESS at ", "KERN_PROTECTION_FAILURE at ", "KERN_INVALID_ADDRESS ",
    "unknown address ", "fault addr ", "address=", "segfault at ", "dereference at ",
    "reading location ", "writing location ", "Attempt to read from address ",
    "Attempt to write to address ", "EXC_BAD_ACCESS ",
  ]

  private static func address(in line: ArraySlice<UInt8>) -> UInt64? {
    for word in addressWords {
      guard let rest = line.after(word) else { continue }
      if word == "segfault at " || rest.starts(with: "0x") || word.hasSuffix("location ")
        || word.hasSuffix("address ") && !word.hasPrefix("unknown")
      {
        if let value = ASCII.hexadecimal(rest) { return value }
      }
    }
    return nil
  }

  private static func stackPointer(in line: ArraySlice<UInt8>) -> UInt64? {
    for word in [" sp 0x", " sp:", " sp ", "rsp 0x", " sp: 0x", "rsp: 0x", "sp=0x"] {
      guard let rest = line.after(word) else { continue }
      if let value = ASCII.hexadecimal(rest.drop { $0 == 0x20 }), value > 0xFFFF { return value }
    }
    return nil
  }
}
