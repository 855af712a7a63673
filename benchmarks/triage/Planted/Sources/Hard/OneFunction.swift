@inline(never) @Sendable func header(_ mode: Int, _ way: Int) -> Int {
  let bytes = opaque([UInt8](repeating: 3, count: 8))
  var offset = 0
  if mode == 0 {
    offset = Int(bytes[8 + way])
  }
  offset += 2
  for index in 0..<3 { offset += Int(bytes[index]) }
  return Int(bytes[offset]) + offset
}

@inline(never) @Sendable func totals(_ mode: Int, _ way: Int) -> Int {
  let values = opaque([UInt8](repeating: 60, count: mode == 0 ? 9 : 4))
  var sum: UInt8 = 0
  for value in values {
    sum += value
  }
  let scaled = sum * UInt8(opaque(2) + way)
  return Int(scaled)
}

@inline(never) @Sendable func lookedUp(_ mode: Int, _ way: Int) -> Int {
  let names = opaque(["width": 4, "height": 5])
  let key = mode == 0 ? "depth" : "width"
  let width = names[key]!
  let unit = names[String(repeating: "x", count: way)]!
  return width * unit
}

@inline(never) @Sendable func checkedRange(_ mode: Int, _ way: Int) -> Int {
  let low = opaque(mode == 0 ? -1 : 4)
  let high = opaque(3)
  precondition(low >= 0, "the lower bound is negative")
  let middle = (low + high) / 2
  precondition(low <= high, "the bounds are in the wrong order")
  return middle + way
}

@inline(never) @Sendable func mixed(_ mode: Int, _ way: Int) -> Int {
  let bytes = opaque([UInt8](repeating: 0, count: 4))
  let divisor = mode == 0 ? Int(bytes[way]) : 2
  let part = 64 / divisor
  return Int(bytes[part])
}

@inline(never) @Sendable func blocks(_ mode: Int, _ way: Int) -> Int {
  let count = opaque(16)
  let block = UnsafeMutablePointer<Int32>.allocate(capacity: count)
  defer { block.deallocate() }
  block.initialize(repeating: 1, count: count)
  if mode == 0 {
    block[count + way] = 4
  }
  return Int(block[count + 1 + way])
}

/// Two closures of one function.
@inline(never) @Sendable func twoClosures(_ mode: Int, _ way: Int) -> Int {
  let bytes = opaque([UInt8](repeating: 9, count: 5))
  let first = { (index: Int) -> Int in Int(bytes[index + 5 + way]) }
  let second = { (index: Int) -> Int in
    let shifted = index + 6
    return Int(bytes[shifted])
  }
  return mode == 0 ? opaque(first)(way) : opaque(second)(way)
}
