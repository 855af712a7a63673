import FuzzEntry
import ToolTargets

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  FuzzEntry.run(.crashReport, address, count)
}
