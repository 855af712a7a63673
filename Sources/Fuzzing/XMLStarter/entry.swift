// Bridge: libFuzzer's pointer to a span, a violated property to an abort. `FuzzEntry` does the same
// and more, but needs the mutators and with them every reader.
import TargetInterface
import XMLTargets

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Entry of libFuzzer for one input of `count` bytes at `address`. Returns 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  let pointer = unsafe UnsafePointer<UInt8>(bitPattern: address)
  let input = unsafe UnsafeBufferPointer(start: pointer, count: pointer == nil ? 0 : count)
  do throws(PropertyViolation) {
    try unsafe check(input)
  } catch {
    let line = Array((error.reportLine(target: FuzzTarget.xml.name) + "\n").utf8)
    _ = unsafe write(2, line, line.count)
    abort()
  }
  return 0
}

/// Separate, so that the span does not outlive the call on the error path.
@unsafe private func check(_ input: UnsafeBufferPointer<UInt8>) throws(PropertyViolation) {
  try unsafe FuzzTarget.xml.run(input.span)
}
