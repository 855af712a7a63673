import ArgumentParser
import Foundation
import FuzzTargets
import ProcessSupport

/// Runs one target in this process. Hidden: started by `PlainReplay` as a child that may crash.
struct ExecTarget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec-target",
    abstract: "Run a target on one file in this process, which may crash.",
    discussion: "Example: scenefuzz exec-target mrml scene.mrml",
    shouldDisplay: false)

  @Argument(help: "Name of the target.")
  var name: String

  @Argument(help: "The input.")
  var file: String

  func run() throws {
    let target = try target(named: name)
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw RunFailure.environment("cannot read \(file)", "check the path and its permissions")
    }
    guard let broken = propertyViolation(target, [UInt8](bytes)) else { return }
    printError(broken.reportLine(target: target.name))
    SystemBridge.abortProcess()
  }

  private func propertyViolation(_ target: FuzzTarget, _ bytes: [UInt8]) -> PropertyViolation? {
    do throws(PropertyViolation) {
      try target.run(bytes.span)
      return nil
    } catch {
      return error
    }
  }
}
