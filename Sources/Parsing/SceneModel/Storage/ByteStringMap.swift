/// Map from byte strings to values, built once and then read. A lookup copies no key and hashes
/// words, not bytes.
struct ByteStringMap<Value: Sendable>: Sendable {
  private var keys = ByteStringTable()
  private var values: [Value] = []

  init() {}

  /// A map from pairs; a later pair replaces an earlier one with its key.
  init(_ pairs: some Sequence<(String, Value)>) {
    for (key, value) in pairs { self[Array(key.utf8)[...]] = value }
  }

  /// Value of a key. Entries are never removed: setting nil changes nothing.
  subscript(key: ArraySlice<UInt8>) -> Value? {
    get { keys.index(of: key).map { values[Int($0)] } }
    set {
      guard let newValue else { return }
      let index = Int(keys.insert(key))
      if index == values.count { values.append(newValue) } else { values[index] = newValue }
    }
  }

  /// All values, in the order of insertion of their keys.
  var all: [Value] { values }
}
