/// Every bug is reached on three ways; for some the way also chooses a type, a place or where a cycle begins.
public func runHard(_ number: Int, by path: Int) {
  guard number < table.count else { return }
  let entry = table[number]
  switch path {
  case 0: straight(entry, 0)
  case 1: Visitor(entries: [entry]).visit(1)
  default: wrapped(entry) { $0 + 2 }
  }
}

/// What to call with which mode: several bugs of one function differ in the mode only.
struct Entry: Sendable {
  let body: @Sendable (Int, Int) -> Int
  let mode: Int
  init(_ body: @escaping @Sendable (Int, Int) -> Int, _ mode: Int = 0) {
    self.body = body
    self.mode = mode
  }
}

@inline(never) func straight(_ entry: Entry, _ way: Int) { sink(entry.body(entry.mode, way)) }

final class Visitor {
  let entries: [Entry]
  init(entries: [Entry]) { self.entries = entries }
  @inline(never) func visit(_ way: Int) { sink(entries.map { each($0, way) }) }
  @inline(never) func each(_ entry: Entry, _ way: Int) -> Int { entry.body(entry.mode, way) + 1 }
}

@inline(never) func wrapped<T>(_ entry: Entry, _ way: @escaping (Int) -> T) where T: BinaryInteger {
  sink([entry].lazy.map { $0.body($0.mode, Int(way(0))) }.reduce(0, &+))
}

@inline(never) func sink<T>(_ value: T) { withExtendedLifetime(value) {} }

@inline(never) func opaque<T>(_ value: T) -> T { value }

let table: [Entry] = [
  // Two in one function.
  Entry(header, 0), Entry(header, 1), Entry(totals, 0), Entry(totals, 1),
  Entry(lookedUp, 0), Entry(lookedUp, 1), Entry(checkedRange, 0), Entry(checkedRange, 1),
  Entry(mixed, 0), Entry(mixed, 1), Entry(blocks, 0), Entry(blocks, 1),
  // Under a shared helper.
  Entry(readName), Entry(readLength), Entry(readFlags), Entry(openDocument), Entry(openMember),
  Entry(copyRow), Entry(copyColumn), Entry(newest), Entry(oldest),
  // One bug in two places; one bug over many types.
  Entry(record), Entry(popped), Entry(summed), Entry(largest),
  // Recursion.
  Entry(nested), Entry(alternating), Entry(threefold), Entry(closureCalls), Entry(visited),
  // Closures.
  Entry(handled), Entry(twoClosures, 0), Entry(twoClosures, 1), Entry(deferred), Entry(sorted),
  // Async.
  Entry(awaited), Entry(grouped), Entry(isolated),
  // Existentials.
  Entry(drawn, 0), Entry(drawn, 1), Entry(described), Entry(erased),
  // C below Swift, and memory.
  Entry(calledBack), Entry(tableSum), Entry(freedTwice), Entry(usedLater), Entry(backing),
  // Hangs and exhaustion.
  Entry(waits), Entry(collatz), Entry(grows), Entry(doubling),
  // Runtime messages.
  Entry(converted, 0), Entry(converted, 1), Entry(ended), Entry(exclusive), Entry(lawful, 0),
  Entry(lawful, 1),
]
