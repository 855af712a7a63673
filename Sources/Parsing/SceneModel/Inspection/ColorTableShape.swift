/// Consistency check of the attributes of a color table.
struct ColorTableShape {
  private var type = false
  private var count: Int32?
  private var countOffset = 0
  private var records: [[[UInt8]]] = []
  private var recordsOffset: Int?

  mutating func note(_ name: String, _ value: AttributeValue, at offset: Int) {
    switch (name, value) {
    case ("type", _): type = true
    case ("numcolors", .integer(let number)): (count, countOffset) = (number, offset)
    case ("colors", .records(let list)): (records, recordsOffset) = (list, offset)
    default: break
    }
  }

  var hazards: [(SceneHazard.Code, Int)] {
    var found: [(SceneHazard.Code, Int)] = []
    if let count, count > 1_000_000 { found.append((.hugeCount, countOffset)) }
    guard let recordsOffset else { return found }
    if !type { found.append((.colorsWithoutType, recordsOffset)) }
    for record in records {
      let index = CNumber.int(record[0][...])
      if index == nil || index.map({ $0 < 0 || $0 >= count ?? .max }) == true {
        found.append((.colorIndexOutOfRange, recordsOffset))
        break
      }
    }
    if records.contains(where: { $0[1].isEmpty }) {
      found.append((.colorNameOfQuotes, recordsOffset))
    }
    return found
  }
}
