import Foundation
import FuzzTargets
import Minimization
import ProcessSupport

extension Session {
  /// The longest that one corpus may take; beyond it the corpus stays as it is.
  private static let longest: Duration = .seconds(300)

  /// Minimizes the working corpora, as many at once as there are jobs. A failure is a remark: nothing is lost.
  func minimizeCorpora() async {
    display.say("minimizing the corpora …")
    await inParallel(Array(options.targets.indices)) { session, target in
      await session.minimizeCorpus(target)
    }
  }

  /// Minimizes the corpus of `target` when it has outgrown what it may be; one that is too large even so does not grow
  /// any more. The target has no process meanwhile, which might write to what is replaced.
  func boundCorpus(_ target: Int) async {
    guard !fullCorpora.contains(target), workingCorpus(target).exceeds(options.corpusLimit) else {
      return
    }
    let name = options.targets[target].name
    schedule.pause(target)
    defer { schedule.resume(target) }
    while progress[target].isRunning, !halt.isRaised {
      try? await Task.sleep(for: .milliseconds(100))
    }
    guard !halt.isRaised, workingCorpus(target).exceeds(options.corpusLimit) else { return }
    display.say("\(name): the working corpus is large and is minimized …")
    await minimizeCorpus(target)
    guard workingCorpus(target).exceeds(options.corpusLimit), !halt.isRaised else { return }
    fullCorpora.insert(target)
    remark(
      "\(name): the working corpus is larger than \(options.corpusLimit.files) inputs or"
        + " \(options.corpusLimit.bytes >> 20) MB and does not grow any more in this session")
  }

  private func minimizeCorpus(_ index: Int) async {
    let name = options.targets[index].name
    guard let program = builds[0]?.programs[index] else { return }
    var minimization = CorpusMinimization(
      toolchain: toolchain, program: program,
      folder: URL(fileURLWithPath: store.corpus(name)),
      seeds: URL(fileURLWithPath: root.path("corpus/\(name)/seeds")),
      quarantine: URL(fileURLWithPath: store.quarantine(name)))
    // Quarantine is emptied when the program changes; until then an input in it may have failed in a check.
    minimization.retriesQuarantine = false
    minimization.timeLimit = Self.longest
    minimization.stop = stop
    let before = InputFiles.below(store.corpus(name)).count
    do {
      _ = try await minimization.run()
      minimizedFrom[name] = before
    } catch {
      guard !stop.isRaised else { return }
      remark("\(name): the working corpus was not minimized (\(error))")
    }
  }
}
