import FuzzTargets
import Mutation
import OracleTargets
import Testing

@testable import FuzzEntry

@Suite struct MutatorRegistryTests {
  @Test("every format of a target but plain bytes has a mutator, and every mutator a target")
  func completeness() {
    let formats = Set(FullCatalog.all.map(\.format))
    #expect(formats == Set(MutatorRegistry.factories.keys).union([.bytes]))
  }

  @Test("a mutator has the limit that it is created with")
  func limits() {
    for (format, factory) in MutatorRegistry.factories {
      #expect(factory(321).limit == 321, "\(format.name)")
    }
  }
}
