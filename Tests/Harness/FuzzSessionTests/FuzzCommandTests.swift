import Testing

@testable import FuzzSession

@Suite("libFuzzer's words")
struct FuzzCommandTests {
  var command = FuzzCommand(
    corpus: "/a b/corpus", artifacts: "/a b/artifacts", seconds: 15, maximumLength: 4096,
    timeout: 10, memoryLimit: 2048, seed: 7, dictionary: nil)

  @Test("everything that a session needs is said")
  func words() {
    #expect(
      command.arguments == [
        "-artifact_prefix=/a b/artifacts/", "-max_total_time=14", "-max_len=4096", "-timeout=10",
        "-rss_limit_mb=2048", "-seed=7", "-use_value_profile=1", "-print_final_stats=1",
        "-detect_leaks=0", "-reload=1", "/a b/corpus",
      ])
  }

  @Test("a dictionary is named when there is one, and the corpus stays last")
  func dictionary() {
    var command = command
    command.dictionary = "/a b/x.dict"
    #expect(command.arguments.suffix(2) == ["-dict=/a b/x.dict", "/a b/corpus"])
  }

  @Test("when the corpus is full, what is new goes to another folder, which comes first")
  func overflow() {
    var command = command
    command.overflow = "/a b/overflow"
    #expect(command.arguments.suffix(2) == ["/a b/overflow", "/a b/corpus"])
  }

  @Test("value profile is asked for where comparisons are traced")
  func valueProfile() {
    var command = command
    command.usesValueProfile = false
    #expect(command.arguments.contains("-use_value_profile=0"))
    #expect(!command.arguments.contains("-use_value_profile=1"))
  }

  @Test("what would start children through a shell is never said")
  func noShell() {
    for word in ["-merge", "-fork", "-jobs", "-workers", "-minimize_crash", "-set_cover_merge"] {
      #expect(!command.arguments.contains { $0.hasPrefix(word) })
    }
  }
}
