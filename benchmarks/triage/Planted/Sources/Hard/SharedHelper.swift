import CBelow

struct Cursor {
  var bytes: [UInt8]
  @inline(never) func byte(at index: Int) -> UInt8 { bytes[index] }
}

@inline(never) @Sendable func readName(_ mode: Int, _ way: Int) -> Int {
  let cursor = Cursor(bytes: opaque([1, 2, 3]))
  let start = Int(cursor.byte(at: 2))
  return Int(cursor.byte(at: start + way))
}

@inline(never) @Sendable func readLength(_ mode: Int, _ way: Int) -> Int {
  let cursor = Cursor(bytes: opaque([0, 0]))
  return (0..<4).reduce(way) { $0 << 8 | Int(cursor.byte(at: $1)) }
}

@inline(never) @Sendable func readFlags(_ mode: Int, _ way: Int) -> Int {
  let cursor = Cursor(bytes: opaque([]))
  return Int(cursor.byte(at: cursor.bytes.count - 1)) & 7 + way
}

func require(_ condition: Bool, _ message: String) {
  if !condition { fatalError("requirement not met: \(message)") }
}

@inline(never) @Sendable func openDocument(_ mode: Int, _ way: Int) -> Int {
  let depth = opaque(0)
  require(depth > 0, "the document has no root at \(way)")
  return depth
}

@inline(never) @Sendable func openMember(_ mode: Int, _ way: Int) -> Int {
  let names = opaque(["a", "b"])
  require(names.contains("scene"), "no member of \(names.count) is the scene")
  return names.count + way
}

@inline(never) @Sendable func copyRow(_ mode: Int, _ way: Int) -> Int {
  let row = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
  defer { row.deallocate() }
  let source = opaque([UInt8](repeating: 1, count: 64))
  source.withUnsafeBufferPointer { below_copy(row, $0.baseAddress, 16 + way) }
  return Int(row[0])
}

@inline(never) @Sendable func copyColumn(_ mode: Int, _ way: Int) -> Int {
  let column = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
  defer { column.deallocate() }
  let source = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)
  defer { source.deallocate() }
  source.initialize(repeating: 2, count: 4)
  below_copy(column, source, 9 + way)
  return Int(column[0])
}

@inline(never) func pick<C: RandomAccessCollection>(_ list: C, _ index: Int) -> C.Element
where C.Index == Int {
  precondition(index < list.endIndex && index >= list.startIndex, "no such item")
  return list[index]
}

@inline(never) @Sendable func newest(_ mode: Int, _ way: Int) -> Int {
  let years = opaque([1999, 2004])
  return way == 1 ? pick(years[...], 2) : pick(years, 2 + way)
}

@inline(never) @Sendable func oldest(_ mode: Int, _ way: Int) -> Int {
  let years = opaque([UInt16](repeating: 7, count: 3))
  return Int(pick(years, years.count - 4 - way))
}
