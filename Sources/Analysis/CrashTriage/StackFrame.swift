/// One frame of a stack, as a report prints it or after cleaning.
package struct StackFrame: Equatable, Hashable, Sendable {
  /// The function: mangled or not as printed, `Module.Type.name(label:)` after cleaning; empty when
  /// unknown.
  package var function: String
  /// Path of the source file as printed, its last component after cleaning; empty when unknown.
  package var file: String
  /// Line in `file`, 0 when unknown.
  package var line: Int
  /// The binary that holds the code, where the report names it.
  package var image: String
  /// Offset of the code in `image`, 0 when unknown: the same in every run of one build.
  package var offset: UInt64

  /// Whether the report marks the code as the system's or its binary lies in a folder of the
  /// system.
  package var isSystem = false
  /// The module that `function` begins with after cleaning; empty when the format leaves modules
  /// out.
  package var module = ""

  package init(
    function: String, file: String = "", line: Int = 0, image: String = "", offset: UInt64 = 0
  ) {
    self.function = function
    self.file = file
    self.line = line
    self.image = image
    self.offset = offset
  }
}
