import Foundation
import ProcessSupport

/// What `llvm-cov export` prints as JSON, as far as it is read here.
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

  /// A stretch of source with one counter: line and column of its begin and end, then the count.
  struct Region: Decodable, Sendable {
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int
    let count: Int
    /// 0 for code; expansions, skipped lines and gaps have other numbers.
    let kind: Int

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      line = try values.decode(Int.self)
      column = try values.decode(Int.self)
      endLine = try values.decode(Int.self)
      endColumn = try values.decode(Int.self)
      // A counter that is the difference of two others can have gone below zero, and stands as a huge number then.
      count = min(try values.decode(Int.self), 1 << 53) % (1 << 53)
      _ = try values.decode(Int.self)
      _ = try values.decode(Int.self)
      kind = try values.decode(Int.self)
    }

    /// Whether `other` lies inside, and is not the same.
    func holds(_ other: Region) -> Bool {
      (line, column) <= (other.line, other.column)
        && (endLine, endColumn) >= (other.endLine, other.endColumn)
        && (line, column, endLine, endColumn)
          != (other.line, other.column, other.endLine, other.endColumn)
    }
  }

  /// One function, or one instance of a generic one.
  struct Function: Decodable, Sendable {
    let name: String
    let count: Int
    let regions: [Region]
    let filenames: [String]

    /// Whether the compiler made it of the `...` in `x[...]`, a function that is handed on and that nothing can call.
    var isNeverCalled: Bool { name.contains("15UnboundedRange_O") }
  }

  struct Part: Decodable, Sendable {
    let files: [File]
    let functions: [Function]
  }

  let data: [Part]

  var files: [File] { data.flatMap(\.files) }
  var functions: [Function] { data.flatMap(\.functions) }

  /// Places of functions that nothing can call, in each file.
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
        "what llvm-cov printed cannot be read (\(error))", "check that the toolchain is complete")
    }
  }
}
