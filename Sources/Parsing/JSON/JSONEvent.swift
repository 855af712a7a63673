/// What a JSON text consists of, in order.
public enum JSONEvent: Equatable, Sendable {
  case beginObject, endObject, beginArray, endArray
  /// The name of a member, unescaped; its value follows.
  case key([UInt8])
  /// A string, unescaped.
  case string([UInt8])
  case number(JSONNumber)
  case bool(Bool)
  case null
}
