import DifferentialTargets
import FuzzEntry

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ address: Int, _ count: Int) -> CInt {
  FuzzEntry.run(.xmlDifferential, address, count)
}
