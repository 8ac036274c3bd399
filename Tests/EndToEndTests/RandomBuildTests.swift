import Foundation
import Testing

/// How many rows of edits are made; `HANDBOOK_SEQUENCES=300` for as many as were promised.
private let sequences =
  ProcessInfo.processInfo.environment["HANDBOOK_SEQUENCES"].flatMap { UInt64($0) } ?? 3
/// The first row, to begin with the one that failed.
private let first =
  ProcessInfo.processInfo.environment["HANDBOOK_SEED"].flatMap { UInt64($0) } ?? 0

/// Edits of every kind, one after the other, each built over the last output and compared with a clean
/// build elsewhere: console, exit code and all bytes.
@Test(arguments: first..<(first + sequences))
func `after every edit a build over the last is that of a clean folder`(seed: UInt64) throws {
  var edits = RandomEdits(seed: seed)
  let folder = try Folder()
  var options: [String] = ["--as-of", "2026-06-30"]
  var done = edits.start()
  for edit in done { try edit.apply(to: folder) }
  var (published, taken, pages, bodies) = (0, 0, 0, 0)
  for step in 0..<8 {
    for _ in 0..<(step == 0 ? 0 : 1 + edits.number(below: 2)) {
      let edit = edits.next()
      if case .options(let others) = edit { options = others }
      done.append(edit)
      try edit.apply(to: folder)
    }
    let (before, incremental) = (try output(of: folder), try build(folder, options))
    let clean = try Folder(named: "clean")
    let expected = try build(folder, options + ["--no-cache", "--output", clean.url.path + "/o"])
    let after = try output(of: folder)
    let wanted =
      expected.exitCode == 0 ? try Tree(clean.url.appending(path: "o")) : before
    let replay =
      "HANDBOOK_SEED=\(seed) HANDBOOK_SEQUENCES=1, step \(step):\n"
      + done.map { "- \($0)\n" }.joined()
    try #require(incremental.taken.said == expected.taken.said, "\(replay)")
    try #require(incremental.exitCode == expected.exitCode, "\(replay)")
    try #require(after.differences(from: wanted) == [], "\(replay)")
    // Once more without an edit, or with a hand in the output.
    guard expected.exitCode == 0 else { continue }
    published += 1
    pages += incremental.taken.pages
    bodies += incremental.taken.bodies
    guard edits.number(below: 2) == 0 else { continue }
    let isTouched = edits.number(below: 2) == 0
    if isTouched { try folder.write("Somebody was here.", to: "public/handbook.json") }
    let again = try build(folder, options)
    try #require(again.taken.said == expected.taken.said, "\(replay)")
    try #require(again.taken.isAll == !isTouched, "\(replay)")
    try #require(try output(of: folder).differences(from: wanted) == [], "\(replay)")
    taken += isTouched ? 0 : 1
  }
  if sequences > 3 {
    print(
      "seed \(seed): published \(published) of 8 times, taken over \(taken), of others \(pages) pages, \(bodies) bodies"
    )
  }
}

private func output(of folder: Folder) throws -> Tree {
  try Tree(folder.url.appending(path: "public"))
}

private struct Built {
  /// What was taken over, and what was printed, without the output's own path.
  let taken: TakenOver
  let exitCode: Int32
}

private func build(_ folder: Folder, _ options: [String]) throws -> Built {
  let outcome = try Command(arguments: ["build", "--timings"] + options, folder: folder).run()
  return Built(
    taken: TakenOver(outcome.console.replacing(/\ The site is in [^\n]+/, with: "")),
    exitCode: outcome.exitCode)
}
