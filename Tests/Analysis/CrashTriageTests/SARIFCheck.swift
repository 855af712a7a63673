/// The structure of SARIF 2.1.0 as far as our logs use it, written by hand after the standard's
/// sections 3.13 to 3.52: the OASIS schema itself is in no package that this project may depend on.
/// For each object its members, those that must be there, and the type of each; everything else is
/// a fault, as in the schema, which allows no further members.
enum SARIFCheck {
  private indirect enum Shape: Sendable {
    case text
    case number(least: Int)
    case word([String])
    case list(Shape, least: Int = 0)
    /// Any keys.
    case map(Shape)
    case object([String: Shape], must: [String])
    /// A property bag: anything.
    case bag
  }

  private static let message = Shape.object(["text": .text], must: ["text"])
  private static let location = Shape.object(locationMembers, must: [])
  /// Code scanning shows a result at a file and refuses one without.
  private static let place = Shape.object(locationMembers, must: ["physicalLocation"])
  private static let locationMembers: [String: Shape] =
    [
      "physicalLocation": .object(
        [
          "artifactLocation": .object(["uri": .text, "uriBaseId": .text], must: ["uri"]),
          "region": .object(["startLine": .number(least: 1)], must: ["startLine"]),
        ], must: ["artifactLocation"]),
      "logicalLocations": .list(
        .object(["fullyQualifiedName": .text, "kind": .text], must: ["fullyQualifiedName"])),
      "message": message,
    ]
  private static let level = Shape.word(["none", "note", "warning", "error"])
  private static let rule = Shape.object(
    [
      "id": .text, "name": .text, "shortDescription": message, "fullDescription": message,
      "help": message, "defaultConfiguration": .object(["level": level], must: ["level"]),
      "properties": .bag,
    ], must: ["id", "help"])
  private static let result = Shape.object(
    [
      "ruleId": .text, "ruleIndex": .number(least: 0), "level": level, "message": message,
      "locations": .list(place, least: 1), "partialFingerprints": .map(.text),
      "codeFlows": .list(
        .object(
          [
            "threadFlows": .list(
              .object(
                ["locations": .list(.object(["location": location], must: ["location"]), least: 1)],
                must: ["locations"]), least: 1)
          ], must: ["threadFlows"])),
      "baselineState": .word(["new", "unchanged", "updated", "absent"]), "properties": .bag,
    ], must: ["message", "ruleId", "partialFingerprints", "locations"])
  private static let log = Shape.object(
    [
      "$schema": .text, "version": .word(["2.1.0"]),
      "runs": .list(
        .object(
          [
            "tool": .object(
              [
                "driver": .object(
                  ["name": .text, "semanticVersion": .text, "rules": .list(rule)],
                  must: ["name", "semanticVersion"])
              ],
              must: ["driver"]),
            "originalUriBaseIds": .map(.object(["description": message], must: [])),
            "results": .list(result),
          ], must: ["tool", "results"]), least: 1),
    ], must: ["version", "runs"])

  /// What is wrong with `json`, with the path to it; empty when nothing is.
  static func faults(in json: [String: Any]) -> [String] {
    var faults: [String] = []
    check(json, log, "", &faults)
    for run in json["runs"] as? [[String: Any]] ?? [] {
      let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
      let rules = driver?["rules"] as? [[String: Any]] ?? []
      for item in run["results"] as? [[String: Any]] ?? [] {
        let index = item["ruleIndex"] as? Int ?? -1
        if !rules.indices.contains(index)
          || rules[index]["id"] as? String != item["ruleId"] as? String
        {
          faults.append("ruleIndex \(index) is not the rule of its result")
        }
      }
    }
    return faults
  }

  private static func check(_ value: Any, _ shape: Shape, _ path: String, _ faults: inout [String])
  {
    switch shape {
    case .bag: break
    case .text: if !(value is String) { faults.append("\(path) is no text") }
    case .number(let least):
      if (value as? Int).map({ $0 < least }) ?? true {
        faults.append("\(path) is no number or too small")
      }
    case .word(let words):
      if !words.contains(value as? String ?? "") { faults.append("\(path) is none of \(words)") }
    case .list(let element, let least):
      guard let list = value as? [Any], list.count >= least else {
        return faults.append("\(path) is no list")
      }
      for (index, item) in list.enumerated() { check(item, element, "\(path)/\(index)", &faults) }
    case .map(let element):
      guard let map = value as? [String: Any] else { return faults.append("\(path) is no object") }
      for (key, item) in map { check(item, element, "\(path)/\(key)", &faults) }
    case .object(let members, let must):
      guard let object = value as? [String: Any] else {
        return faults.append("\(path) is no object")
      }
      for key in must where object[key] == nil { faults.append("\(path) lacks \(key)") }
      for (key, item) in object {
        guard let member = members[key] else {
          faults.append("\(path) has \(key)")
          continue
        }
        check(item, member, "\(path)/\(key)", &faults)
      }
    }
  }
}
