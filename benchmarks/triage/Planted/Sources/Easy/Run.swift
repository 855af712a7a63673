/// Each bug in a function of its own, reached in two ways.
public func runEasy(_ number: Int, by path: Int) {
  guard number < table.count else { return }
  let reader = Reader(bytes: Array(repeating: UInt8(clamping: table.count), count: 12))
  if path == 0 { straight(table[number], reader) } else { mapped([table[number]], reader) }
}

typealias Body = @Sendable (Reader) -> Int

@inline(never) func straight(_ body: Body, _ reader: Reader) { sink(body(reader)) }

@inline(never) func mapped(_ bodies: [Body], _ reader: Reader) {
  sink(bodies.map { $0(reader) + 1 })
}

@inline(never) func sink<T>(_ value: T) { withExtendedLifetime(value) {} }

let table: [Body] = [
  lastItem, doubled, checksum, average, firstPosition, goBack, refuse, asText, descend, element,
  readPast, writePast, readFreed, readNull, spin, hoard, violateProperty, overlap, dispatched, sliced,
  named, narrowed, shifted, dangling,
]

protocol Counting { func count(of index: Int) -> Int }
