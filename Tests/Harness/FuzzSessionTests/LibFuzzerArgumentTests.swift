import FuzzSession
import Testing

@Suite("libFuzzer arguments of the user")
struct LibFuzzerArgumentTests {
  @Test(
    "a flag that a session does not set is accepted",
    arguments: ["-rss_limit_mb=4096", "-only_ascii=1", "-len_control=0", "-malloc_limit_mb=100"])
  func accepted(_ argument: String) { #expect(LibFuzzerArgument.problem(of: argument) == nil) }

  @Test(
    "a flag that a session sets is refused with the option that replaces it",
    arguments: [
      ("-max_total_time=5", "--time"), ("-fork=2", "--jobs"), ("-artifact_prefix=x/", "--store"),
      ("--seed=4", "--seed"), ("-timeout=4", "--timeout"), ("-merge=1", "a session has its own"),
    ])
  func refused(_ argument: String, _ remedy: String) {
    #expect(LibFuzzerArgument.problem(of: argument)?.contains(remedy) == true)
  }

  @Test("a word that is no flag with a value is refused", arguments: ["", "corpus", "-x", "x=1"])
  func noFlag(_ argument: String) {
    #expect(LibFuzzerArgument.problem(of: argument)?.contains("is no libFuzzer flag") == true)
  }
}
