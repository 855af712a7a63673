/// Unreached code, and how near the inputs come to it.
struct UnreachedPlaces {
  /// A function, with the maximum counts over its instances.
  private struct Body {
    var names: [String]
    var file: String
    var regions: [CoverageExport.Region]
    var counts: [Int]

    var isReached: Bool { counts.contains { $0 > 0 } }
  }

  private struct Key: Hashable {
    var file: String
    var line: Int
    var column: Int
  }

  private var bodies: [Key: Body] = [:]
  /// Lines of each source file.
  private let sources: [String: [Substring]]

  /// - Parameters:
  ///   - functions: functions of any file.
  ///   - sources: the text of each file to include, by the path in `functions`.
  init(functions: [CoverageExport.Function], sources: [String: String]) {
    self.sources = sources.mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    for function in functions where !function.isNeverCalled {
      guard let file = function.filenames.first, sources[file] != nil else { continue }
      let code = function.regions.filter { $0.kind == 0 }
      guard let first = code.first else { continue }
      let key = Key(file: file, line: first.line, column: first.column)
      if var body = bodies[key], body.counts.count == code.count {
        for index in code.indices {
          body.counts[index] = max(body.counts[index], code[index].count)
        }
        body.names.append(function.name)
        bodies[key] = body
      } else if bodies[key] == nil {
        bodies[key] = Body(
          names: [function.name], file: file, regions: code, counts: code.map(\.count))
      }
    }
  }

  /// Mangled names of the unreached functions.
  var mangledNames: [String] { bodies.values.filter { !$0.isReached }.compactMap(\.names.first) }

  /// Outermost unreached ranges inside reached functions.
  func code(relativeTo root: String) -> [CoverageReport.Unreached] {
    var places: [CoverageReport.Unreached] = []
    for body in bodies.values where body.isReached {
      for (index, region) in body.regions.enumerated() where body.counts[index] == 0 {
        guard let parent = parent(of: index, in: body), body.counts[parent] > 0 else { continue }
        places.append(
          CoverageReport.Unreached(
            function: line(body.file, region.line), file: relative(body.file, root),
            line: region.line, endLine: region.endLine, passedBy: body.counts[parent]))
      }
    }
    return sorted(places)
  }

  /// Unreached functions, without those that the compiler makes of an expression.
  ///
  /// A closure is listed under the name of its function. A function whose name occurs in an
  /// unreached range of a reached function is as near as that range.
  func functions(
    relativeTo root: String, readable: [String: String]
  ) -> [CoverageReport.Unreached] {
    let nearby = code(relativeTo: root)
    let texts = nearby.map { place in
      (place.passedBy, text(root + "/" + place.file, place.line, place.endLine))
    }
    var places: [String: CoverageReport.Unreached] = [:]
    for body in bodies.values where !body.isReached {
      let mangled = body.names.first ?? ""
      guard let name = SourceFunction.name(of: readable[mangled] ?? mangled) else { continue }
      let word = Self.baseName(name)
      let nearest = texts.filter { word.count > 2 && $0.1.contains(word) }.map(\.0).max() ?? 0
      let place = CoverageReport.Unreached(
        function: name, file: relative(body.file, root), line: body.regions[0].line,
        endLine: body.regions[0].endLine, passedBy: nearest)
      if let known = places[name], known.line <= place.line { continue }
      places[name] = place
    }
    return sorted(Array(places.values))
  }

  /// The name at a call of the function: the type for an initializer, the property for an accessor.
  static func baseName(_ readable: String) -> String {
    let head = readable.prefix { $0 != "(" && $0 != "<" && $0 != " " }
    var parts = head.split(separator: ".")
    let isCalled = readable.dropFirst(head.count).first == "("
    let skipped: Set<Substring> = isCalled ? ["init"] : ["getter", "setter", "modify", "read"]
    while let last = parts.last, skipped.contains(last) { parts.removeLast() }
    return String(parts.last ?? "")
  }

  /// The smallest region that contains the region.
  private func parent(of index: Int, in body: Body) -> Int? {
    let region = body.regions[index]
    let holders = body.regions.indices.filter { body.regions[$0].holds(region) }
    return holders.max { left, right in
      let (one, two) = (body.regions[left], body.regions[right])
      return (one.line, one.column) < (two.line, two.column)
    }
  }

  private func line(_ file: String, _ number: Int) -> String {
    guard let lines = sources[file], lines.indices.contains(number - 1) else { return "" }
    return String(lines[number - 1].drop { $0 == " " }.prefix(80))
  }

  private func text(_ file: String, _ first: Int, _ last: Int) -> String {
    guard let lines = sources[file], first >= 1, first <= last, last <= lines.count else {
      return ""
    }
    return lines[(first - 1)..<last].joined(separator: "\n")
  }

  private func relative(_ path: String, _ root: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  private func sorted(_ places: [CoverageReport.Unreached]) -> [CoverageReport.Unreached] {
    places.sorted { ($1.passedBy, $0.file, $0.line) < ($0.passedBy, $1.file, $1.line) }
  }
}
