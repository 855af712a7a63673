// swift-tools-version: 6.2
// The bugs behind the committed report texts; built only by `regenerate`, never by the package above.
import PackageDescription

let package = Package(
  name: "Planted",
  targets: [
    .target(name: "Planted"),
    .executableTarget(name: "fuzz-sample", dependencies: ["Planted"]),
    .executableTarget(name: "sample", dependencies: ["Planted"]),
  ]
)
