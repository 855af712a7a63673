import Foundation
import FuzzTargets

extension Session {
  /// The longest that one corpus may take; beyond it the corpus stays as it is.
  private static let longest: Duration = .seconds(300)

  /// Minimizes the working corpora, as many at once as there are jobs. A failure is a remark: nothing is lost.
  func minimizeCorpora() async {
    display.say("minimizing the corpora …")
    var waiting = options.targets.indices.makeIterator()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(options.jobs, 1) {
        if let target = waiting.next() { group.addTask { await self.minimizeCorpus(target) } }
      }
      while await group.next() != nil {
        if let target = waiting.next() { group.addTask { await self.minimizeCorpus(target) } }
      }
    }
  }

  private func minimizeCorpus(_ index: Int) async {
    let name = options.targets[index].name
    var minimization = CorpusMinimization(
      toolchain: toolchain, program: programs[index],
      folder: URL(fileURLWithPath: store.corpus(name)),
      seeds: URL(fileURLWithPath: root.path("corpus/\(name)/seeds")),
      quarantine: URL(fileURLWithPath: store.quarantine(name)))
    minimization.timeLimit = Self.longest
    minimization.stop = stop
    let before = InputFiles.below(store.corpus(name)).count
    do {
      _ = try await minimization.run()
      minimizedFrom[name] = before
    } catch {
      guard !stop.isRaised else { return }
      remarks.append("\(name): the working corpus was not minimized (\(error))")
    }
  }
}
