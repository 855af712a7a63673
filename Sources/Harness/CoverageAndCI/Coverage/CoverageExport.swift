import Foundation
import ProcessSupport

/// The parts of the JSON of `llvm-cov export` that are used here.
struct CoverageExport: Decodable, Sendable {
  struct Summary: Decodable, Sendable {
    struct Count: Decodable, Sendable {
      let count: Int
      let covered: Int
    }

    let lines: Count
    let functions: Count
    let regions: Count
  }

  struct File: Decodable, Sendable {
    let filename: String
    let summary: Summary
  }

  /// Source range with one counter: start line and column, end line and column, count.
  struct Region: Decodable, Sendable {
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let count: Int
    /// Kind of region: 0 is code; expansions, skipped ranges and gaps have other numbers.
    let kind: Int

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      line = try values.decode(Int.self)
      column = try values.decode(Int.self)
      endLine = try values.decode(Int.self)
      endColumn = try values.decode(Int.self)
      // Execution count. The difference of two counters can be negative, which llvm-cov prints as a
      // huge number.
      count = min(try values.decode(Int.self), 1 << 53) % (1 << 53)
      _ = try values.decode(Int.self)
      _ = try values.decode(Int.self)
      kind = try values.decode(Int.self)
    }

    /// Whether `other` lies inside this region and differs from it.
    func holds(_ other: Region) -> Bool {
      (line, column) <= (other.line, other.column)
        && (endLine, endColumn) >= (other.endLine, other.endColumn)
        && (line, column, endLine, endColumn)
          != (other.line, other.column, other.endLine, other.endColumn)
    }
  }

  /// A function, or one instance of a generic function.
  struct Function: Decodable, Sendable {
    let name: String
    let count: Int
    let regions: [Region]
    let filenames: [String]

    /// Whether the compiler made it for the `...` in `x[...]`: a function that is passed on and
    /// cannot be called.
    var isNeverCalled: Bool { name.contains("15UnboundedRange_O") }
  }

  struct Part: Decodable, Sendable {
    let files: [File]
    let functions: [Function]
  }

  let data: [Part]

  var files: [File] { data.flatMap(\.files) }
  var functions: [Function] { data.flatMap(\.functions) }

  /// Places of functions that cannot be called, by file.
  static func neverCalled(_ functions: [Function]) -> [String: Int] {
    var places: [String: Set<[Int]>] = [:]
    for function in functions where function.isNeverCalled {
      guard let file = function.filenames.first, function.regions.count == 1 else { continue }
      places[file, default: []].insert([function.regions[0].line, function.regions[0].column])
    }
    return places.mapValues(\.count)
  }

  init(json: Data) throws(RunFailure) {
    do {
      self = try JSONDecoder().decode(CoverageExport.self, from: json)
    } catch {
      throw .environment(
        "the output of llvm-cov cannot be read (\(error))", "check that the toolchain is complete")
    }
  }
}
