/// A place in a source file, as a message names it.
package struct SourcePlace: Equatable, Hashable, Sendable {
  /// The file as printed.
  package var file: String
  /// Line in `file`, from 1.
  package var line: Int
  /// Column, 0 when unknown.
  package var column: Int

  package init(file: String, line: Int, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Reads `FILE:LINE` or `FILE:LINE:COLUMN`; nil without a line.
  init?(_ text: ArraySlice<UInt8>) {
    let (file, numbers) = StackLine.splitNumbers(text)
    guard let line = numbers.first, line > 0, !file.isEmpty else { return nil }
    self.init(file: file.text, line: line, column: numbers.count > 1 ? numbers[1] : 0)
  }

  /// `NAME:LINE` or `NAME:LINE:COLUMN` with the last component of the path; the same on every
  /// machine.
  var name: String {
    let separator = file.lastIndex { $0 == "/" || $0 == "\\" }
    let base = separator.map { file[file.index(after: $0)...] } ?? file[...]
    return "\(base):\(line)" + (column > 0 ? ":\(column)" : "")
  }

  /// Whether the file belongs to the toolchain, so that the place says nothing about the program.
  var isOfToolchain: Bool {
    FrameRules.sourceRule(file) != nil
      || FrameRules.runtimeModules.contains(String(file.prefix { $0 != "/" })) && file.contains("/")
  }
}
