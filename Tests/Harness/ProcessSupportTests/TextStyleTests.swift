import Testing

@testable import ProcessSupport

@Suite("Colors")
struct TextStyleTests {
  @Test(
    "colors are used on a terminal without NO_COLOR, or when asked for",
    arguments: [
      (.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true), (.auto, true, ["TERM": "dumb"], false),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, [:], false),
    ] as [(TextStyle.Choice, Bool, [String: String], Bool)])
  func choice(
    choice: TextStyle.Choice, isTerminal: Bool, environment: [String: String], expected: Bool
  ) {
    let style = TextStyle(choice, isTerminal: isTerminal, environment: environment)
    #expect(style.isColored == expected)
    #expect(style.bad("x") == (expected ? "\u{1B}[31mx\u{1B}[0m" : "x"))
  }

  @Test("a severity has its color, an unknown one has none")
  func severity() {
    let style = TextStyle(isColored: true)
    #expect(style.severity("high", "x") == style.bad("x"))
    #expect(style.severity("medium", "x") == style.warning("x"))
    #expect(style.severity("low", "x") == "x")
    #expect(TextStyle.plain.severity("high", "x") == "x")
  }
}
