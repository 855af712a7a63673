import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import TestSupport
import Testing

@testable import FuzzSession

@Suite("libFuzzer arguments")
struct FuzzCommandTests {
  var command = FuzzCommand(
    corpus: "/a b/corpus", artifacts: "/a b/artifacts", seconds: 15, maximumLength: 4096,
    timeout: 10, memoryLimit: 2048, seed: 7, dictionary: nil)

  @Test("a command has the arguments of a session, with the corpus last")
  func words() {
    #expect(
      command.arguments == [
        "-artifact_prefix=/a b/artifacts/", "-max_total_time=14", "-max_len=4096", "-timeout=10",
        "-rss_limit_mb=2048", "-seed=7", "-use_value_profile=1", "-print_final_stats=1",
        "-detect_leaks=0", "-reload=1", "-len_control=100", "/a b/corpus",
      ])
  }

  @Test("a dictionary comes before the corpus, which stays last")
  func dictionary() {
    var command = command
    command.dictionary = "/a b/x.dict"
    #expect(command.arguments.suffix(2) == ["-dict=/a b/x.dict", "/a b/corpus"])
  }

  @Test("an overflow folder comes before the corpus, so that libFuzzer writes to it")
  func overflow() {
    var command = command
    command.overflow = "/a b/overflow"
    #expect(command.arguments.suffix(2) == ["/a b/overflow", "/a b/corpus"])
  }

  @Test("value profile is off in a build that traces no comparisons")
  func valueProfile() {
    var command = command
    command.usesValueProfile = false
    #expect(command.arguments.contains("-use_value_profile=0"))
    #expect(!command.arguments.contains("-use_value_profile=1"))
  }

  @Test("no argument starts children through a shell")
  func noShell() {
    for word in ["-merge", "-fork", "-jobs", "-workers", "-minimize_crash", "-set_cover_merge"] {
      #expect(!command.arguments.contains { $0.hasPrefix(word) })
    }
  }

  @Test("arguments of the user follow those of the session, so that libFuzzer honours them")
  func added() {
    var command = command
    command.added = ["-rss_limit_mb=4096", "-only_ascii=1"]
    #expect(
      command.arguments.suffix(3) == ["-rss_limit_mb=4096", "-only_ascii=1", "/a b/corpus"])
  }

  @Test("slices without AddressSanitizer check properties in tiers, others check all of them")
  func tiers() {
    #expect(FuzzCommand.environment(of: .fuzzer) == ["SCENEFUZZ_TIERS": "16"])
    #expect(FuzzCommand.environment(of: .address).isEmpty)
  }

  @Test(
    "half of the slices have inputs of a few seeds' length, a quarter those of the whole target")
  func lengths() throws {
    let length = SliceLength(whole: 65_536, seeds: [40, 100, 90_000])
    #expect((length.brief, length.middle, length.whole) == (512, 8_192, 65_536))
    let slices = (1...4_000).map { length.maximum(slice: $0) }
    for (limit, share) in [(length.brief, 2_000), (length.middle, 1_000), (length.whole, 1_000)] {
      #expect((share - 100...share + 100).contains(slices.count { $0 == limit }))
    }
    // A bench runs the first four for the rate of a session.
    #expect(slices.prefix(4).sorted() == [512, 512, 8_192, 65_536])
    // Also of the slices that one of several targets gets.
    for targets in 2...8 {
      let own = stride(from: 0, to: 4_000, by: targets).map { slices[$0] }
      #expect(Set(own).count == 3, "\(targets) targets")
    }
  }

  @Test("a limit is never beyond the target's, and nothing is shortened without seeds")
  func limitsOfLengths() throws {
    for whole in [64, 256, 700, 8_192] {
      let length = SliceLength(whole: whole, seeds: [3_000])
      #expect(Set((1...64).map { length.maximum(slice: $0) }) == [whole])
    }
    #expect(SliceLength(whole: 65_536, seeds: []).maximum(slice: 2) == 65_536)
    // By the committed inputs, shared ones among them.
    let root = RepositoryRoot(path: Repository.root.path)
    let scenes = SliceLength(of: try #require(Catalog["mrml"]), in: root)
    #expect(scenes.brief < scenes.middle && scenes.middle < scenes.whole)
    let links = SliceLength(of: try #require(Catalog["url"]), in: root)
    #expect(links.brief < scenes.brief)
  }
}
