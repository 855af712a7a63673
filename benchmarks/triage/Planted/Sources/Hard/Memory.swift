import CBelow

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@inline(never) @Sendable func calledBack(_ mode: Int, _ way: Int) -> Int {
  below_each(Int64(4 + way), { number, _ in sink(100 / (2 - number)) }, nil)
  return way
}

@inline(never) @Sendable func tableSum(_ mode: Int, _ way: Int) -> Int {
  Int(below_sum(opaque(nil), 3 + way))
}

@inline(never) @Sendable func freedTwice(_ mode: Int, _ way: Int) -> Int {
  let block = malloc(16 + way)
  release(block)
  release(block)
  return way
}

@inline(never) func release(_ block: UnsafeMutableRawPointer?) { free(block) }

@inline(never) @Sendable func usedLater(_ mode: Int, _ way: Int) -> Int {
  let block = UnsafeMutablePointer<Int>.allocate(capacity: 4)
  block.initialize(repeating: 1, count: 4)
  let view = UnsafeBufferPointer(start: block, count: 4)
  block.deallocate()
  return view.reduce(way, &+)
}

@inline(never) @Sendable func backing(_ mode: Int, _ way: Int) -> Int {
  let list = opaque([1, 2, 3])
  return list.withUnsafeBufferPointer { $0.baseAddress![9 + way] }
}

@inline(never) @Sendable func waits(_ mode: Int, _ way: Int) -> Int {
  var state = UInt64(way + 1)
  while state != 0 { state = mixedBits(state) | 1 }
  return Int(state)
}

@inline(never) func mixedBits(_ state: UInt64) -> UInt64 { state &* 0x9E37_79B9 ^ state >> 7 }

@inline(never) @Sendable func collatz(_ mode: Int, _ way: Int) -> Int {
  var seen: [Int] = [way]
  while true {
    seen[0] = half(seen[0]) + third(of: seen[0])
    if seen[0] > 100 { seen[0] = 1 }
    if seen[0] < 0 { return seen.count }
  }
}

@inline(never) func half(_ value: Int) -> Int { value % 2 == 0 ? value / 2 : 3 * value + 1 }

@inline(never) func third(of value: Int) -> Int { value % 3 }

@inline(never) @Sendable func grows(_ mode: Int, _ way: Int) -> Int {
  var kept: [[UInt64]] = []
  while kept.count < 1_000_000 { kept.append([UInt64](repeating: 1, count: 1 << 18)) }
  return kept.count + way
}

@inline(never) @Sendable func doubling(_ mode: Int, _ way: Int) -> Int {
  var text = "xxxxxxxx"
  while text.utf8.count < 1 << 40 { text += text }
  return text.utf8.count + way
}

@inline(never) @Sendable func converted(_ mode: Int, _ way: Int) -> Int {
  let values: [Any] = opaque([1.5, "two"])
  if mode == 0 { return values[0] as! Int }
  return (values[1] as! [Int]).count
}

final class Owner {
  var part: Part?
  init() { part = Part(self) }
}

final class Part {
  unowned let owner: Owner
  init(_ owner: Owner) { self.owner = owner }
  @inline(never) func depth() -> Int { owner.part == nil ? 0 : 1 }
}

@inline(never) @Sendable func ended(_ mode: Int, _ way: Int) -> Int { orphan().depth() + way }

@inline(never) func orphan() -> Part { Owner().part! }

final class Shared { var list = [1, 2, 3] }

@inline(never) @Sendable func exclusive(_ mode: Int, _ way: Int) -> Int {
  let shared = opaque(Shared())
  change(&shared.list) { shared.list.count + way }
  return shared.list.count
}

@inline(never) func change(_ list: inout [Int], _ count: () -> Int) { list.append(count()) }

@inline(never) func broken(_ property: String, _ place: String) -> Never {
  let line =
    "==scenefuzz== PROPERTY VIOLATED target=mrml property=\(property) place=\"\(place)\""
    + " expected=\"a\" found=\"b\"\n"
  _ = write(2, line, line.utf8.count)
  abort()
}

@inline(never) @Sendable func lawful(_ mode: Int, _ way: Int) -> Int {
  if mode == 0 { broken("written-reads-back", "node \(way + 3)") }
  broken("whole-equals-split", "event \(way)")
}
