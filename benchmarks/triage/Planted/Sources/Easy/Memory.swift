#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@inline(never) @Sendable func descend(_ reader: Reader) -> Int { fall(reader.bytes.count) }

@inline(never) func fall(_ depth: Int) -> Int { depth == 0 ? 0 : fall(depth + 1) + depth }

@inline(never) @Sendable func element(_ reader: Reader) -> Int { opening(reader.bytes.count) }

@inline(never) func opening(_ depth: Int) -> Int { depth == 0 ? 0 : content(depth + 2) + depth * 3 }

@inline(never) func content(_ depth: Int) -> Int { depth == 0 ? 1 : opening(depth + 3) ^ depth }

@inline(never) @Sendable func readPast(_ reader: Reader) -> Int {
  let block = UnsafeMutablePointer<UInt8>.allocate(capacity: reader.bytes.count)
  defer { block.deallocate() }
  return Int(block[reader.bytes.count + 1])
}

@inline(never) @Sendable func writePast(_ reader: Reader) -> Int {
  let block = UnsafeMutablePointer<UInt8>.allocate(capacity: reader.bytes.count)
  defer { block.deallocate() }
  block[reader.bytes.count + 1] = 7
  return Int(block[0])
}

@inline(never) @Sendable func readFreed(_ reader: Reader) -> Int {
  let block = UnsafeMutablePointer<UInt8>.allocate(capacity: reader.bytes.count)
  block.deallocate()
  return Int(block[reader.bytes.count / 2])
}

@inline(never) @Sendable func readNull(_ reader: Reader) -> Int {
  Int(UnsafePointer<UInt8>(bitPattern: reader.bytes.count)!.pointee)
}

@inline(never) @Sendable func spin(_ reader: Reader) -> Int {
  var sum = reader.bytes.count
  while sum != 0 { sum = turn(sum, reader) }
  return sum
}

@inline(never) func turn(_ sum: Int, _ reader: Reader) -> Int {
  sum > 1_000_000 ? 1 : sum + reader.bytes.count
}

@inline(never) @Sendable func hoard(_ reader: Reader) -> Int {
  var blocks: [[UInt8]] = []
  while blocks.count < 1_000_000 {
    blocks.append([UInt8](repeating: reader.bytes[0], count: 1 << 20))
  }
  return blocks.count
}

@inline(never) @Sendable func violateProperty(_ reader: Reader) -> Int {
  let line =
    "==scenefuzz== PROPERTY VIOLATED target=xml property=split-equals-whole"
    + " place=\"event 12\" expected=\"a\" found=\"b\"\n"
  _ = write(2, line, line.utf8.count)
  abort()
}

final class Cell {
  var value = 0
  unowned var other: Cell?
  @inline(never) func change(_ value: inout Int, _ next: () -> Int) { value = next() }
}

@inline(never) @Sendable func overlap(_ reader: Reader) -> Int {
  let cell = Cell()
  cell.change(&cell.value) { cell.value + 1 }
  return cell.value
}

@inline(never) @Sendable func dangling(_ reader: Reader) -> Int {
  let cell = Cell()
  forget(cell)
  return cell.other?.value ?? 0
}

@inline(never) func forget(_ cell: Cell) {
  let short = Cell()
  cell.other = short
}
