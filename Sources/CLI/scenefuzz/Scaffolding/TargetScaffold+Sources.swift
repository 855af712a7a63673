import FuzzTargets

extension TargetScaffold {
  /// The source file of the target.
  var targetSource: String {
    if let like { return source(like: like) }
    switch form {
    case .scene: return sceneSource
    case .typed: return typedSource
    case .asynchronous: return asynchronousSource
    }
  }

  private var sceneSource: String {
    """
    internal import SceneModel

    extension FuzzTarget {
      /// Two readings of one scene.
      public static let \(propertyName) = FuzzTarget(
        name: "\(name)", property: "Reading the same bytes twice gives the same scene.",
        maximumLength: 65_536, fileExtension: "mrml", format: "scene"
      ) { input throws(PropertyViolation) in
        let (first, second) = (try? Scene(reading: input), try? Scene(reading: input))
        try PropertyCheck.atMost(first == second ? 0 : 1, 0, property: "pure", place: "scene")
      }
    }

    """
  }

  private func source(like: FuzzTarget) -> String {
    let model = Self.propertyName(like.name)
    let isScene = like.format == FuzzTarget.mrml.format
    let loop =
      isScene
      ? """

          guard let scene = try? Scene(reading: input) else { return }
          for node in scene.nodes {
            // What holds for each node; throw PropertyViolation where it does not.
            _ = node.id
          }
      """ : ""
    return (isScene ? "internal import SceneModel\n\n" : "") + """
      extension FuzzTarget {
        /// A property of inputs that `\(model)` reads.
        public static let \(propertyName) = FuzzTarget(
          name: "\(name)", property: "The property of \(like.name) holds.",
          maximumLength: \(like.maximumLength), fileExtension: "\(like.fileExtension)",
          format: FuzzTarget.\(model).format
        ) { input throws(PropertyViolation) in
          try FuzzTarget.\(model).run(input)\(loop)
        }
      }

      """
  }

  private var typedSource: String {
    """
    extension FuzzTarget {
      /// A property of typed values.
      public static let \(propertyName) = FuzzTarget(
        name: "\(name)", property: "The length of a text is within its limit.",
        maximumLength: 4_096, fileExtension: "bin"
      ) { input throws(PropertyViolation) in
        var values = InputProvider(input)
        let limit = values.integer(in: 0...UInt8(40))
        let name = values.text(atMost: Int(limit))
        try PropertyCheck.atMost(name.count, Int(limit), property: "length", place: "name")
      }
    }

    """
  }

  private var asynchronousSource: String {
    """
    internal import SceneModel

    extension FuzzTarget {
      /// Two readings of one scene at the same time.
      public static let \(propertyName) = FuzzTarget(
        name: "\(name)", property: "Two tasks that read the same bytes get the same scene.",
        maximumLength: 65_536, fileExtension: "mrml", format: "scene",
        asynchronous: { input async throws(PropertyViolation) in
          async let first = try? Scene(reading: input.span)
          async let second = try? Scene(reading: input.span)
          let isEqual = await first == second
          try PropertyCheck.atMost(isEqual ? 0 : 1, 0, property: "pure", place: "scene")
        })
    }

    """
  }
}
