#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Reader {
  @inline(never) func readPast(_ count: Int) -> UInt8 {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    defer { block.deallocate() }
    return block[count + 1]
  }

  @inline(never) func writePast(_ count: Int) {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    defer { block.deallocate() }
    block[count + 1] = 7
    sink(block[0])
  }

  @inline(never) func readFreed(_ count: Int) -> UInt8 {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    block.deallocate()
    return block[count / 2]
  }

  @inline(never) func readNull(_ count: Int) -> UInt8 {
    UnsafePointer<UInt8>(bitPattern: count)!.pointee
  }

  @inline(never) func spin(_ count: Int) -> Int {
    var sum = count
    while sum != 0 { sum = step(sum) }
    return sum
  }

  @inline(never) func step(_ sum: Int) -> Int { sum > 1_000_000 ? 1 : sum + bytes.count }

  @inline(never) func hoard(_ count: Int) {
    var blocks: [[UInt8]] = []
    while blocks.count < 1_000_000 {
      blocks.append([UInt8](repeating: UInt8(count), count: 1 << 20))
    }
    sink(blocks)
  }

  @inline(never) func lose(_ count: Int) {
    var block: UnsafeMutablePointer<UInt8>? = .allocate(capacity: count * 64)
    block?.pointee = 1
    block = nil
    sink(block)
  }

  @inline(never) func breakLaw() {
    let line =
      "==scenefuzz== PROPERTY VIOLATED target=xml property=split-equals-whole"
      + " place=\"event 12\" expected=\"a\" found=\"b\"\n"
    _ = write(2, line, line.utf8.count)
    abort()
  }
}
