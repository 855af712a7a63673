import Dispatch

/// Runs `body` to its end on the calling thread's time.
@inline(never) func blocking(_ body: @escaping @Sendable () async -> Int) -> Int {
  let done = DispatchSemaphore(value: 0)
  let result = Result()
  Task.detached {
    result.value = await body()
    done.signal()
  }
  done.wait()
  return result.value
}

final class Result: @unchecked Sendable { var value = 0 }

@inline(never) @Sendable func awaited(_ mode: Int, _ way: Int) -> Int {
  blocking { await afterYield(opaque([1, 2]), 2 + way) }
}

@inline(never) func afterYield(_ bytes: [UInt8], _ index: Int) async -> Int {
  await Task.yield()
  return Int(bytes[index])
}

@inline(never) @Sendable func grouped(_ mode: Int, _ way: Int) -> Int {
  blocking {
    await withTaskGroup(of: Int.self) { group in
      for part in 0..<2 { group.addTask { await chunk(part, of: opaque(250)) } }
      return await group.reduce(0, +)
    }
  }
}

@inline(never) func chunk(_ part: Int, of size: UInt8) async -> Int {
  await Task.yield()
  return Int(size + 6 + UInt8(part))
}

actor Ledger {
  var balance = 5
  func withdraw(_ amount: Int) -> Int {
    precondition(amount <= balance, "not enough")
    balance -= amount
    return balance
  }
}

@inline(never) @Sendable func isolated(_ mode: Int, _ way: Int) -> Int {
  blocking { await Ledger().withdraw(9 + way) }
}
