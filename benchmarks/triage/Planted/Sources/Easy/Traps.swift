struct Reader: Counting {
  var bytes: [UInt8]
  var offset = 0
  @inline(never) func count(of index: Int) -> Int { Int(bytes[index * 2]) }
}

@inline(never) @Sendable func lastItem(_ reader: Reader) -> Int {
  Int(reader.bytes[reader.bytes.count])
}

@inline(never) @Sendable func doubled(_ reader: Reader) -> Int {
  [14, 15].map { Int(reader.bytes[$0]) * 2 }.count
}

@inline(never) @Sendable func checksum(_ reader: Reader) -> Int {
  var sum: UInt8 = 200
  for byte in reader.bytes { sum += byte }
  return Int(sum)
}

@inline(never) @Sendable func average(_ reader: Reader) -> Int {
  100 / (reader.bytes.count - 12)
}

@inline(never) @Sendable func firstPosition(_ reader: Reader) -> Int {
  reader.bytes.firstIndex(of: 255)!
}

@inline(never) @Sendable func goBack(_ reader: Reader) -> Int {
  precondition(reader.offset > 0, "cannot go back")
  return reader.offset - 1
}

@inline(never) @Sendable func refuse(_ reader: Reader) -> Int {
  fatalError("refused at \(reader.offset)")
}

@inline(never) @Sendable func asText(_ reader: Reader) -> Int {
  let value: Any = reader.bytes
  return (value as! String).count
}

@inline(never) @Sendable func dispatched(_ reader: Reader) -> Int {
  let counting: any Counting = reader
  return counting.count(of: reader.bytes.count)
}

@inline(never) @Sendable func sliced(_ reader: Reader) -> Int {
  reader.bytes[4..<(reader.bytes.count + 4)].count
}

@inline(never) @Sendable func named(_ reader: Reader) -> Int {
  let names = ["a": 1, "b": 2]
  return names[String(reader.bytes.count)]!
}

@inline(never) @Sendable func narrowed(_ reader: Reader) -> Int {
  Int(UInt8(reader.bytes.count * 100))
}

@inline(never) @Sendable func shifted(_ reader: Reader) -> Int {
  let text = String(repeating: "x", count: reader.bytes.count)
  return text[text.index(text.startIndex, offsetBy: 40)].isLetter ? 1 : 0
}
