import ArgumentParser
import ProcessSupport

/// The option `--color` of commands whose text has colors.
struct ColorOption: ParsableArguments {
  @Option(
    help: "Colors in text: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = TextStyle.Choice.auto

  /// The style of standard output.
  var style: TextStyle { TextStyle(color, descriptor: 1) }
}

extension TextStyle.Choice: ExpressibleByArgument {}
