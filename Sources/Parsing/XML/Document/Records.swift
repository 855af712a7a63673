import ByteReading

/// Records of one kind on a tape: storage of which the first `count` are in use.
///
/// An array checks for shared storage at each change. Here a reader checks once, takes a span of
/// the whole storage, writes as many records as fit, and reports how many are in use.
struct Records<Record: BitwiseCopyable & Sendable>: Sendable {
  private(set) var count = 0
  /// Elements after `count` are stale, or copies of the record that filled the storage.
  var room: [Record] = []

  subscript(index: Int) -> Record {
    get {
      precondition(index < count)
      return room[index]
    }
    set {
      precondition(index < count)
      room[index] = newValue
    }
  }

  mutating func append(_ record: Record) {
    if count == room.count {
      room.append(record)
    } else {
      room[count] = record
    }
    count &+= 1
  }

  /// Makes room for `more` records after those in use.
  ///
  /// Grows by a quarter only: new storage is written to, so it takes memory even if it is never
  /// used.
  mutating func makeRoom(for more: Int, filledWith record: Record) {
    let wanted = count &+ more
    if wanted <= room.count { return }
    let target = max(wanted, count &+ count / 4)
    room.fill(with: record, count: target &- room.count)
  }

  /// Marks the records written up to `newCount` as in use.
  mutating func use(upTo newCount: Int) {
    precondition(newCount >= count && newCount <= room.count)
    count = newCount
  }

  mutating func removeAll() { count = 0 }

  mutating func removeFirst(_ number: Int) {
    precondition(number <= count)
    if number == 0 { return }
    for index in number..<count { room[index &- number] = room[index] }
    count &-= number
  }
}
