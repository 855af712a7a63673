/// The records of one kind on a tape: room of which the first `count` are in use.
///
/// An array asks at each change whether it is shared. Here a reader asks once, takes a span of the whole room, writes
/// as many records as fit, and says how many are in use.
struct Records<Record: BitwiseCopyable & Sendable>: Sendable {
  private(set) var count = 0
  /// What lies behind `count` was used before, or is a copy of the record that the room was made with.
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

  /// Makes room for `more` records behind those in use.
  ///
  /// Grows by a quarter: room that is made is written to, and so it is memory even where nothing comes to use it.
  mutating func makeRoom(for more: Int, filledWith record: Record) {
    let wanted = count &+ more
    if wanted <= room.count { return }
    let target = max(wanted, count &+ count / 4)
    room.append(contentsOf: repeatElement(record, count: target &- room.count))
  }

  /// Takes the records written behind those in use as used.
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
