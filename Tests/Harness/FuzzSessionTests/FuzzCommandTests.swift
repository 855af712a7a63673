import FuzzBuilds
import FuzzTargets
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

  @Test("three slices of scenes in four have short inputs, other formats always the whole length")
  func lengths() throws {
    let scenes = try #require(Catalog["mrml"])
    let lengths = (0..<4_000).map { SliceLength.maximum(of: scenes, slice: $0) }
    #expect(Set(lengths) == [SliceLength.short, scenes.maximumLength])
    #expect((900...1_100).contains(lengths.count { $0 == scenes.maximumLength }))
    // Also of the slices that one of several targets gets.
    for targets in 2...8 {
      let own = stride(from: 0, to: 4_000, by: targets).map { lengths[$0] }
      #expect(Set(own).count == 2, "\(targets) targets")
    }
    for name in ["zip", "subject-hierarchy", "url"] {
      let target = try #require(Catalog[name])
      #expect(
        (0..<64).allSatisfy { SliceLength.maximum(of: target, slice: $0) == target.maximumLength })
    }
  }
}
