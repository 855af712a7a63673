/// The length of a record is computed one too large; what reads it first depends on the way.
@inline(never) @Sendable func record(_ mode: Int, _ way: Int) -> Int {
  let bytes = opaque([UInt8](repeating: 5, count: 6))
  let length = bytes.count + 1
  return way == 1 ? lastOf(bytes, length) : allOf(bytes, length)
}

@inline(never) func lastOf(_ bytes: [UInt8], _ length: Int) -> Int { Int(bytes[length - 1]) }

@inline(never) func allOf(_ bytes: [UInt8], _ length: Int) -> Int {
  var sum = 0
  for index in 0..<length { sum += Int(bytes[index]) }
  return sum
}

struct Stack<Element> {
  var elements: [Element] = []
  @inline(never) mutating func pop() -> Element { elements.remove(at: elements.count - 1) }
}

@inline(never) @Sendable func popped(_ mode: Int, _ way: Int) -> Int {
  switch way {
  case 0:
    var stack = opaque(Stack<Int>())
    return stack.pop()
  case 1:
    var stack = opaque(Stack<String>())
    return stack.pop().count
  default:
    var stack = opaque(Stack<(Int, Double)>())
    return stack.pop().0
  }
}

@inline(never) func sum<T: FixedWidthInteger>(_ values: [T]) -> T {
  var total: T = 0
  for value in values { total += value }
  return total
}

@inline(never) @Sendable func summed(_ mode: Int, _ way: Int) -> Int {
  switch way {
  case 0: Int(sum(opaque([Int8](repeating: 100, count: 2))))
  case 1: Int(sum(opaque([UInt16](repeating: 60_000, count: 2))))
  default: Int(sum(opaque([Int32](repeating: .max, count: 2))))
  }
}

protocol Weighted { var weight: Int { get } }
struct Light: Weighted { var weight: Int { 1 } }
struct Heavy: Weighted { var weight: Int { 900 } }
struct Box<Content> { var content: Content }
extension Box: Weighted where Content: Weighted { var weight: Int { content.weight + 1 } }

@inline(never) func heaviest<W: Weighted>(_ items: [W]) -> W {
  items.max { $0.weight < $1.weight }!
}

@inline(never) @Sendable func largest(_ mode: Int, _ way: Int) -> Int {
  switch way {
  case 0: heaviest(opaque([Light]())).weight
  case 1: heaviest(opaque([Heavy]())).weight
  default: heaviest(opaque([Box<Box<Light>>]())).weight
  }
}
