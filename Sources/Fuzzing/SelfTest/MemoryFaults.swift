// Bridge: memory errors on purpose, which safe Swift cannot express.

enum MemoryFaults {
  /// Writes one byte past the end of a heap block.
  @inline(never) static func writePastEnd(_ bytes: [UInt8]) {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    for index in 0...bytes.count { unsafe block[index] = bytes[index % bytes.count] }
    unsafe block.deallocate()
  }

  /// Leaks a heap block.
  @inline(never) static func leak(_ bytes: [UInt8]) {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: 1000 + bytes.count)
    for index in bytes.indices { unsafe block[index] = bytes[index] }
  }
}
