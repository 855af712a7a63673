/// Event of a JSON text, in document order.
public enum JSONEvent: Equatable, Sendable {
  case beginObject, endObject, beginArray, endArray
  /// Name of a member, unescaped; its value follows.
  case key([UInt8])
  /// A string, unescaped.
  case string([UInt8])
  case number(JSONNumber)
  case bool(Bool)
  case null
}
