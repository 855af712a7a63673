import Foundation
import FuzzTargets
import OracleTargets
import TestSupport
import Testing

/// The target `crash-report` asks one of its forms of each input; here all are asked of each.
@Suite struct CrashReportPropertiesTests {
  static let files =
    Repository.files(in: "corpus/crash-report/seeds")
    + Repository.files(in: "corpus/crash-report/found")
    + Repository.files(in: "Tests/Analysis/CrashTriageTests/Reports/public")
    + Repository.files(in: "Tests/Analysis/CrashTriageTests/Reports/kinds")

  @Test(
    "every form holds for every committed report",
    arguments: CrashReportProperties.Form.allCases)
  func everyForm(form: CrashReportProperties.Form) throws {
    #expect(Self.files.count > 100)
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      do throws(PropertyViolation) {
        try CrashReportProperties.check(bytes, forms: [form])
      } catch {
        Issue.record("\(file.lastPathComponent): \(error.reportLine(target: "crash-report"))")
      }
    }
  }

  @Test("the bytes of an input choose its form, and every form is chosen")
  func chosen() throws {
    for number in 0..<200 { try CrashReportProperties.check(Array("Fatal error: \(number)".utf8)) }
  }
}
