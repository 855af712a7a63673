/// Node class of a public extension: a default application does not know it.
public struct ExtensionClass: Equatable, Sendable {
  /// Class name without `vtkMRML` and `Node`.
  public let name: String
  /// Name of the extension.
  public let extensionName: String
  /// Repository of the extension, as `owner/name` on GitHub.
  public let repository: String
  /// Folder of the repository with the header that declares the class.
  public let folder: String

  /// Header that declares the class, as a path in the repository.
  public var source: String { "\(folder)/vtkMRML\(name)Node.h" }

  /// Returns the class that an element with this tag stands for: the tag is the class name, with or
  /// without its `Node`.
  public static func named(byTag tag: some Collection<UInt8>) -> ExtensionClass? {
    let tag = Array(tag)
    let suffix = Array("Node".utf8)
    let short = tag.ends(with: suffix) ? Array(tag.dropLast(suffix.count)) : tag
    return byName[short[...]]
  }

  private static let byName = ByteStringMap(all.map { ($0.name, $0) })

  /// All known classes, sorted by extension. Source: the headers in the repositories.
  public static let all: [ExtensionClass] =
    [perkTutor, slicerDMRI, slicerIGT, slicerOpenIGTLink, slicerRT].flatMap { $0 }

  private static let perkTutor: [ExtensionClass] = classes(
    "PerkTutor", in: "PerkTutor/PerkTutor",
    [
      "MRML": [
        "TransformBuffer", "TransformBufferStorage", "TransformRecorder", "WorkflowInput",
        "WorkflowInputStorage", "WorkflowProcedure", "WorkflowProcedureStorage",
        "WorkflowSegmentation", "WorkflowSequence", "WorkflowTool", "WorkflowTraining",
        "WorkflowTrainingStorage",
      ],
      "PerkEvaluator/MRML": [
        "MetricInstance", "MetricScript", "MetricScriptStorage", "PerkEvaluator",
      ],
    ])

  private static let slicerDMRI: [ExtensionClass] = classes(
    "SlicerDMRI", in: "SlicerDMRI/SlicerDMRI",
    [
      "Modules/Loadable/InteractiveSeeding/Logic": ["TractographyInteractiveSeeding"],
      "Modules/Loadable/TractographyDisplay/MRML": [
        "FiberBundle", "FiberBundleDisplay", "FiberBundleGlyphDisplay",
        "FiberBundleLineDisplay", "FiberBundleStorage", "FiberBundleTubeDisplay",
      ],
    ])

  private static let slicerIGT: [ExtensionClass] = classes(
    "SlicerIGT", in: "SlicerIGT/SlicerIGT",
    [
      "BreachWarning/MRML": ["BreachWarning"], "CollectFiducials/MRML": ["CollectFiducials"],
      "CollectPoints/MRML": ["CollectPoints"],
      "FiducialRegistrationWizard/MRML": ["FiducialRegistrationWizard"],
      "LandmarkDetection/MRML": ["LandmarkDetection"],
      "MarkupsToModel/MRML": ["MarkupsToModel"],
      "PathExplorer/MRML": ["PathPlannerTrajectory"],
      "ToolWatchdog/MRML": ["ToolWatchdog", "Watchdog"],
      "TransformFusion/MRML": ["TransformFusion"],
      "TransformProcessor/MRML": ["TransformProcessor"],
    ])

  private static let slicerOpenIGTLink: [ExtensionClass] = classes(
    "SlicerOpenIGTLink", in: "openigtlink/SlicerOpenIGTLink",
    [
      "OpenIGTLinkIF/MRML": [
        "BitStream", "IGTLConnector", "IGTLQuery", "IGTLSensor", "IGTLStatus",
        "IGTLTrackingDataBundle", "IGTLTrackingDataQuery", "ImageMetaList", "LabelMetaList",
      ],
      "OpenIGTLinkRemote/MRML": ["OpenIGTLinkRemote"],
      "PlusRemote/MRML": [
        "PlusRemote", "PlusRemoteLauncher", "PlusServer", "PlusServerLauncher",
        "PlusServerLauncherRemote",
      ],
    ])

  private static let slicerRT: [ExtensionClass] = classes(
    "SlicerRT", in: "SlicerRt/SlicerRT",
    [
      "Beams/MRML": [
        "RTBeam", "RTIonBeam", "RTIonRangeShifter", "RTPlan", "RTPlanHierarchy", "RTProtonBeam",
      ],
      "ContourComparison/Logic": ["ContourComparison"],
      "ContourMorphology/Logic": ["ContourMorphology"],
      "Contours/MRML": [
        "Contour", "ContourHierarchy", "ContourModelDisplay", "ContourStorage",
      ],
    ])

  private static func classes(
    _ extensionName: String, in repository: String, _ folders: [String: [String]]
  ) -> [ExtensionClass] {
    folders.sorted { $0.key < $1.key }.flatMap { folder, names in
      names.map {
        ExtensionClass(
          name: $0, extensionName: extensionName, repository: repository, folder: folder)
      }
    }
  }
}
