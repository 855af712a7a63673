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
  // The script that started it was killed.
  if parent != 0, getppid() != parent { _exit(0) }
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

/// Process ID of the script, from `SCENEFUZZ_PARENT`; 0 when it is not set.
private let parent: pid_t = {
  guard let text = unsafe getenv("SCENEFUZZ_PARENT") else { return 0 }
  return unsafe pid_t(String(cString: text)) ?? 0
}()
