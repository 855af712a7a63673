import Planted

var input = Array(CommandLine.arguments[1].utf8)
input.withUnsafeBytes { runPlanted($0) }
