/// What a hazard can lead to, and what to do about it.
package enum Consequence: String, Sendable, CaseIterable {
  case writesOutside, readsOutside, twoReadings, exhaustion, misleadingName, crash, wrongData
  case incomplete, network, credentials, otherSystems, damaged, unusual

  /// The reason in the line of the verdict.
  package var headline: String {
    switch self {
    case .writesOutside: "would write outside its folder"
    case .readsOutside: "names files outside its folder"
    case .twoReadings: "can be read in two ways"
    case .exhaustion: "can exhaust memory or disk"
    case .misleadingName: "has misleading characters"
    case .crash: "can crash the program that opens it"
    case .wrongData: "can load with other values than written"
    case .incomplete: "does not load completely"
    case .network: "can contact another machine"
    case .credentials: "carries credentials"
    case .otherSystems: "differs on other systems"
    case .damaged: "is damaged"
    case .unusual: "has an unusual structure"
    }
  }

  /// What could happen.
  package var couldHappen: String {
    switch self {
    case .writesOutside: "Extracting it can overwrite files elsewhere on the disk."
    case .readsOutside:
      "Loading it reads files that do not belong to it, and saving can overwrite them."
    case .twoReadings: "Another program can see other content than this check has seen."
    case .exhaustion: "Opening it can make the program or the machine unresponsive."
    case .misleadingName: "A name or text on the screen can differ from the real one."
    case .crash: "Unsaved work can be lost."
    case .wrongData: "Positions, colors or labels on the screen can differ from those saved."
    case .incomplete: "Parts of the data are missing on the screen."
    case .network: "The other machine learns who opens it, and can send other data."
    case .credentials: "Everyone who sees the file can use them."
    case .otherSystems: "On another system files can be missing, renamed or replaced."
    case .damaged: "Some of its contents cannot be read."
    case .unusual: "Other programs can refuse it or read it differently."
    }
  }

  /// What to do.
  package var advice: String {
    switch self {
    case .writesOutside:
      "Do not extract it with other programs; 'scenefuzz extract' leaves such members out."
    case .readsOutside: "Move the files beside the scene and correct their names before opening."
    case .twoReadings: "Ask the sender for a new file, or rebuild it from its extracted contents."
    case .exhaustion: "Do not open it before the sender has explained its size."
    case .misleadingName: "Compare the name given here with the expected one."
    case .crash: "Save other work first, or remove the element named here before opening."
    case .wrongData: "Compare the loaded data with the source before relying on it."
    case .incomplete: "Ask the sender for the missing files, or install the extension they need."
    case .network: "Open it only when you trust the address."
    case .credentials: "Do not pass it on, and have the credentials revoked."
    case .otherSystems: "Rename the files before passing it on."
    case .damaged: "Ask the sender for a new copy."
    case .unusual: "Open it only when you know the program that wrote it."
    }
  }
}
