@inline(never) @Sendable func handled(_ mode: Int, _ way: Int) -> Int {
  let handlers: [String: ([UInt8]) -> Int] = opaque([
    "read": { bytes in Int(bytes[bytes.count]) }, "skip": { $0.count },
  ])
  return handlers["read"]!([UInt8](repeating: 1, count: 2 + way))
}

@inline(never) func later(_ body: () throws -> Int) rethrows -> Int { try body() + 1 }

@inline(never) @Sendable func deferred(_ mode: Int, _ way: Int) -> Int {
  let numbers = opaque(["1", "2", "x"])
  return (try? later { try numbers.map { try number($0) }.count }) ?? 0
}

struct NotANumber: Error {}

func number(_ text: String) throws -> Int {
  guard text.utf8.count < 9 else { throw NotANumber() }
  return Int(text)!
}

@inline(never) @Sendable func sorted(_ mode: Int, _ way: Int) -> Int {
  let keys = opaque([3, 1, 2])
  let ranks = opaque([0: 1, 1: 2])
  return keys.sorted { ranks[$0]! < ranks[$1]! }.count + way
}
