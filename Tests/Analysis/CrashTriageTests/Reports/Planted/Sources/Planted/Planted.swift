#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The input's text names the bug.
public func runPlanted(_ input: UnsafeRawBufferPointer) {
  let name = String(decoding: input, as: UTF8.self)
  var reader = Reader(bytes: Array(input))
  switch name {
  case "index": reader.readItem(at: input.count + 3)
  case "index-closure": sink(reader.doubled([input.count + 4]))
  case "index-generic": sink(lookUp(reader.bytes, input.count + 5))
  case "overflow": sink(reader.checksum(seed: 250))
  case "divide": sink(reader.average(of: input.count - 4))
  case "unwrap": sink(reader.firstIndex(of: 0xFF))
  case "precondition": reader.advance(by: -input.count)
  case "fatal": reader.refuse(reason: input.count)
  case "cast": sink(reader.asText(input.count as Any))
  case "recursion": sink(reader.descend(input.count))
  case "recursion-two": sink(reader.element(input.count))
  case "heap-read": sink(reader.readPast(input.count))
  case "heap-write": reader.writePast(input.count)
  case "use-after-free": sink(reader.readFreed(input.count))
  case "null": sink(reader.readNull(input.count))
  case "hang": sink(reader.spin(input.count))
  case "memory": reader.hoard(input.count)
  case "leak": reader.lose(input.count)
  case "property": reader.breakLaw()
  case "exclusive": reader.overlap()
  case "witness": sink((reader as any Counting).count(of: input.count))
  default: break
  }
}

@inline(never) func sink<T>(_ value: T) { withExtendedLifetime(value) {} }

protocol Counting { func count(of index: Int) -> Int }
