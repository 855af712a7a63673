#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct Reader: Counting {
  var bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  @inline(never) mutating func readItem(at index: Int) { offset = Int(item(index)) }

  private func item(_ index: Int) -> UInt8 { bytes[index] }

  @inline(never) func doubled(_ list: [Int]) -> [Int] { list.map { Int(bytes[$0]) * 2 } }

  @inline(never) func checksum(seed: UInt8) -> UInt8 {
    var sum = seed
    for byte in bytes { sum += byte }
    return sum
  }

  @inline(never) func average(of count: Int) -> Int { 100 / (count - 2) }

  @inline(never) func firstIndex(of byte: UInt8) -> Int { bytes.firstIndex(of: byte)! }

  @inline(never) mutating func advance(by count: Int) {
    precondition(count >= 0, "cannot go back")
    offset += count
  }

  @inline(never) func refuse(reason: Int) { fatalError("refused for reason \(reason)") }

  @inline(never) func asText(_ value: Any) -> String { value as! String }

  @inline(never) func descend(_ depth: Int) -> Int {
    depth == 0 ? 0 : descend(depth + 1) + bytes.count
  }

  @inline(never) func element(_ depth: Int) -> Int {
    depth == 0 ? 0 : content(depth + 2) + bytes.count * 3
  }

  @inline(never) func content(_ depth: Int) -> Int {
    depth == 0 ? 1 : element(depth + 3) ^ bytes.count
  }

  @inline(never) func overlap() {
    let counter = Counter()
    counter.change(&counter.value) { counter.value + 1 }
  }

  func count(of index: Int) -> Int { Int(bytes[index * 2]) }
}

@inline(never) func lookUp<C: RandomAccessCollection>(_ list: C, _ index: Int) -> C.Element
where C.Index == Int {
  precondition(index < list.count, "no such item")
  return list[index]
}

final class Counter {
  var value = 0

  @inline(never) func change(_ value: inout Int, _ next: () -> Int) { value = next() }
}
