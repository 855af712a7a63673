// swift-tools-version: 6.2
// A program that reads scenes: how another package uses the library. CI builds and runs it.
import PackageDescription

let package = Package(
  name: "example",
  platforms: [.macOS(.v26)],
  dependencies: [
    // Without the trait of the command line, so that no other package is resolved.
    .package(name: "scenefuzz", path: "../..", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "example",
      dependencies: [
        .product(name: "SceneReading", package: "scenefuzz"),
        .product(name: "SceneReadingFoundation", package: "scenefuzz"),
        .product(name: "FuzzTargets", package: "scenefuzz"),
      ])
  ]
)
