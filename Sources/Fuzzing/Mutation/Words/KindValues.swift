package import SceneModel

/// Words and edges of each kind of value of the catalogue: what a generator must be able to write.
package enum KindValues {
  /// Every word of a kind, then its edges: sign, zero, one past each bound, changes of width.
  /// Empty for a kind that is read as plain text.
  package static func all(of kind: ValueKind) -> [[UInt8]] {
    switch kind {
    case .bool: texts("true", "false", "1", "True", "")
    case .stream(.bool): texts("0", "1", "2", "true", "-1", "", "256", "4294967296")
    case .int, .float, .atoi, .atof, .stream, .numberList, .levels: EdgeValues.numbers
    case .vector(_, let count): vectors(count)
    case .enumeration(let known): words(of: known)
    case .enumerationOrNumber(let known), .looseEnumeration(let known, else: _):
      words(of: known) + numbers(of: known)
    case .stringList: lists(";", "%3B")
    case .barList: lists("|", "%7C")
    case .words, .keyValueWords, .firstWord: lists(" ", "=") + texts("k=v", "k=v k=w", "=v", "k=")
    case .labels(let count): labels(count)
    case .lines: texts("a[br]b", "a<br>b", "[br]", "a[BR]b", "[br", "")
    case .nodeID, .nodeIDs:
      texts("vtkMRMLModelNode1", "", "missing", "vtkMRMLModelNode1 vtkMRMLModelNode1", "a;b")
    case .path: Words.paths
    case .uri: Words.addresses
    case .urlEncoded: texts("%25", "%", "%2", "%zz", "%00", "%C3%A9", "a%20b", "%2525")
    case .format: Words.formats
    case .codedEntry:
      texts("CodeValue:1|CodingSchemeDesignator:s|CodeMeaning:m", "CodeValue:", "|", "x:y", "")
    case .textProperty:
      texts(
        "color:rgba(1,2,3,0.5)", "font-size:12px", "font-style:italic", "font-weight:bold", ";",
        "opacity:1")
    case .presence: texts("", "0", "false")
    case .record(let record): values(of: record)
    case .string, .ignored: []
    }
  }

  private static func texts(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// The words, their forms in other case, and texts that are none of them.
  private static func words(of known: Enumeration) -> [[UInt8]] {
    known.strings.map { Array($0.utf8) } + texts("", "None", " none", "-1", "99")
      + (known.strings.first.map { texts($0.lowercased(), $0 + " ") } ?? [])
  }

  /// The first and last number, one less and one more.
  private static func numbers(of known: Enumeration) -> [[UInt8]] {
    let first = Int(known.first)
    let end = first + known.strings.count
    return [first - 1, first, end - 1, end].map { Array("\($0)".utf8) }
  }

  /// Counts around `count`, and edges of numbers in the first, the last and every place.
  private static func vectors(_ count: Int) -> [[UInt8]] {
    func vector(_ count: Int, _ number: String = "1", at place: Int? = nil) -> [UInt8] {
      let numbers = (0..<max(count, 0)).map { $0 == place ?? (count - 1) ? number : "\($0)" }
      return Array(numbers.joined(separator: " ").utf8)
    }
    func filled(_ number: String) -> [UInt8] {
      Array(repeatElement(number, count: max(count, 0)).joined(separator: " ").utf8)
    }
    return [vector(count), vector(count - 1), vector(count + 1), [], vector(count, "x")]
      + ["nan", "inf", "1e999", "-0", "-1", "0", "007", "2147483648", "1.5"].map {
        vector(count, $0)
      } + ["-1", "nan", "1e-320"].map { vector(count, $0, at: 0) } + ["0", "-1"].map(filled)
  }

  private static func lists(_ separator: String, _ escape: String) -> [[UInt8]] {
    texts(
      "a", "a\(separator)b", separator, "a\(separator)\(separator)b", "a\(separator)",
      "\(separator)a", "a\(escape)b", "")
  }

  private static func labels(_ count: Int) -> [[UInt8]] {
    [0, count - 1, count, count + 1].map { number in
      Array(repeatElement("l", count: max(number, 0)).joined(separator: ";").utf8)
    }
  }

  private static func values(of record: ValueKind.Record) -> [[UInt8]] {
    switch record {
    case .customAttributes: texts("a:b;c:d", "a", ":b", ";;", "LabelMap:1", "a:%253B%25")
    case .references:
      texts(
        "r:vtkMRMLModelNode1;", "r:;", ":a;", "r:a b;r:c;", "r:a {k=v};", ";",
        "r:a {k=v,K=w,k=x};")
    case .colors: texts("0 'a' 1 0 0 1", "-1 'a' 1 0 0 1", "2147483647 'a' 1 0 0 1", "0 '", "0")
    case .piecewiseFunction:
      texts("4 0 0 1 1", "0", "0 0 1", "2 0", "-2 0 0", "1000000000 0 0", "3 0 0 1")
    case .colorTransferFunction:
      texts("4 0 1 1 1", "8 0 1 1 1", "0", "0 0 1", "-4 0 1 1 1", "1000000000 0 0", "5 0 1 1 1 1")
    case .segmentDisplayProperties:
      texts("S1 OverrideColorR:1 Visible:true|", "|", "S1", " Opacity3D:nan|S2 Pickable:x")
    case .indexValues: texts("a:1;", ":;", ";", "a:1;a:2;", "a:")
    case .synchronization: texts("Playback true", "Playback", "a b c", " ")
    case .windowLevelPreset: texts("100|50", "|", "1", "1|2|3", "nan|inf")
    case .parameter: texts("name value", "name", " value", "a%20b c")
    }
  }
}
