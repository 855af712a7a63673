import Easy
import Hard

/// The input is `SET NUMBER PATH` in text: which set, which bug, on which way it is reached. Nothing else names the bug.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  let input = UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  let words = String(decoding: input, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
  guard words.count == 3 else { return 0 }
  if words[0] == 0 {
    runEasy(words[1], by: words[2])
  } else {
    runHard(words[1], by: words[2])
  }
  return 0
}
