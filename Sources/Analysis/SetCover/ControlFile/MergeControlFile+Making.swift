extension MergeControlFile {
  /// Head of a control file: names of inputs to run, none of a first corpus.
  ///
  /// libFuzzer continues from there, and after a crash from the next input. Nil for a name with a
  /// line feed, which the format cannot represent.
  package static func head(names: [[UInt8]]) -> [UInt8]? {
    var bytes = Array("\(names.count)\n0\n".utf8)
    for name in names {
      guard !name.contains(0x0A) else { return nil }
      bytes += name + [0x0A]
    }
    return bytes
  }

  /// Adds one input of another file. Linear in its features.
  package mutating func append(_ input: Int, of other: MergeControlFile) {
    var added = other.inputs[input]
    let start = features.count
    features += other.features(of: input)
    added.features = start..<features.count
    inputs.append(added)
  }

  /// The inputs for which `isKept` is true, without the features for which `isLost` is true.
  /// Linear.
  package func filtered(
    keeping isKept: (_ input: Int) -> Bool,
    losing isLost: (_ input: Int, _ feature: UInt32) -> Bool = { _, _ in false }
  ) -> MergeControlFile {
    var file = MergeControlFile()
    for index in inputs.indices where isKept(index) {
      let start = file.features.count
      for position in inputs[index].features where !isLost(index, features[position]) {
        file.features.append(features[position])
      }
      var input = inputs[index]
      input.features = start..<file.features.count
      file.inputs.append(input)
      if index < firstCorpusCount { file.firstCorpusCount += 1 }
    }
    return file
  }
}
