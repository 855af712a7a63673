// swift-tools-version: 6.2
// The labelled bugs behind `scenefuzz bench triage`; built only by `generate`, never by the package above.
import PackageDescription

let package = Package(
  name: "Planted",
  targets: [
    .target(name: "CBelow"),
    .target(name: "Easy"),
    .target(name: "Hard", dependencies: ["CBelow"]),
    .executableTarget(name: "fuzz-sample", dependencies: ["Easy", "Hard"]),
  ]
)
