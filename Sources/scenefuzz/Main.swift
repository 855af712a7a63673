import ArgumentParser

@main
struct SceneFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "scenefuzz")
}
