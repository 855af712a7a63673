extension Finding {
  /// The page for people: kind, place, severity, and the commands to repeat and to reduce it.
  package var readme: String {
    var lines = [
      "# " + Neutral.line(title).replacing("<", with: "&lt;").replacing("`", with: "'"), "",
      "| | |", "|---|---|",
      "| Finding | `\(fingerprint)` |",
      "| Status | \(status.rawValue) |",
      "| Target | \(target.isEmpty ? "not known" : "`\(target)`") |",
      "| Kind | \(cell(kind)) |",
      "| Message | \(cell(message)) |",
      "| Severity | \(severity): \(severityReason) |",
      "| First seen | \(firstSeen) |",
      "| Inputs | \(inputsText) |",
    ]
    if let reproduced, let replays {
      let why = stability.map { ", \($0)" } ?? ""
      lines.append("| Reproduced | \(reproduced) of \(replays)\(why) |")
    }
    if buckets.count > 1 {
      lines.append("| Fingerprints | \(buckets.map { "`\($0)`" }.joined(separator: ", ")) |")
    }
    if let property {
      lines += [
        "| PropertyCheck | \(cell(property.name)) at \(cell(property.place)) |",
        "| Expected | \(cell(property.expected)) |", "| Found | \(cell(property.found)) |",
      ]
    }
    lines += ["", "## Stack", ""]
    lines += frames.isEmpty ? ["No frame of this project was seen."] : stack
    lines += ["", "## Commands", ""] + commands
    return lines.joined(separator: "\n") + "\n"
  }

  /// A code span in a table cell, with bars escaped.
  private func cell(_ text: String) -> String {
    Neutral.code(text).replacing("|", with: "\\|")
  }

  private var inputsText: String {
    guard let inputSize else {
      return "none is known; `./scripts/scenefuzz triage` of one attaches it"
    }
    let count = inputs.count < Self.maximumInputs ? "\(inputs.count)" : "\(inputs.count) or more"
    return "\(count), the smallest of \(inputSize) bytes is `input`"
  }

  private var stack: [String] {
    ["```text"]
      + frames.enumerated().map { index, frame in
        let place = frame.file.isEmpty ? "" : " \(frame.file):\(frame.line)"
        return Neutral.line("#\(index) \(frame.function)\(place)").replacing("```", with: "'''")
      } + ["```"]
  }

  private var commands: [String] {
    guard inputSize != nil, !target.isEmpty else {
      return ["```sh", "./scripts/scenefuzz crashes show \(fingerprint)", "```"]
    }
    // The bug of that target is live only with this variable.
    let wake = target == "demo" ? "SCENEFUZZ_DEMO_BUG=1 " : ""
    return [
      "From the root of the checkout:", "",
      "```sh",
      "# repeat it, shrink it, write its test; close it when it is fixed",
      "\(wake)./scripts/scenefuzz replay \(target) crashes/\(fingerprint)/input",
      "\(wake)./scripts/scenefuzz minimize input \(target) crashes/\(fingerprint)/input",
      "./scripts/scenefuzz emit \(fingerprint)",
      "./scripts/scenefuzz crashes close \(fingerprint)",
      "```",
    ]
  }
}
