import Foundation
import Testing

/// A small site.
private func site() throws -> Folder {
  let folder = try Folder()
  try folder.write("title: T\n", to: "site.yml")
  try folder.write("# Home\n\n[a](/s/a/)\n", to: "content/index.md")
  try folder.write("---\ntitle: A\n---\nFirst text.\n", to: "content/s/a.md")
  return folder
}

/// Lets a command watch so many folders and no more.
private func watching(_ folders: Int) -> [String] {
  let inside = "echo \(folders) > /proc/sys/user/max_inotify_watches && exec \"$@\""
  return ["unshare", "--user", "--map-root-user", "sh", "-c", inside, "sh"]
}

/// Whether this machine lets a command have limits of its own.
private let hasOwnLimits: Bool = {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = watching(1) + ["true"]
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

@Test func `a preview needs none of root's rights over the network`() throws {
  let through = getuid() == 0 ? ["setpriv", "--bounding-set=-net_admin,-net_raw"] : []
  let served = try ServedSite(in: try site(), through: through)
  #expect(try served.get("/s/a/").contains("First text."))
}

@Test(.enabled(if: hasOwnLimits), arguments: [2, 5])
func `where no more folders may be watched, the preview says so and looks for itself`(_ most: Int)
  throws
{
  let folder = try site()
  let served = try ServedSite(in: folder, through: watching(most))
  for number in 0..<6 {
    try folder.write("# New\n", to: "content/new\(number)/index.md")
    #expect(try served.get("/new\(number)/").contains("<h1"))
  }
  try folder.write("---\ntitle: A\n---\nSecond text.\n", to: "content/s/a.md")
  #expect(try served.get("/s/a/").contains("Second text."))
  try folder.write("---\ntitle: A\n---\nThird text, longer.\n", to: "content/s/a.md")
  #expect(try served.get("/s/a/").contains("Third text, longer."))
  for _ in 0..<100 where !(try served.said().contains("max_user_watches")) { usleep(50_000) }
  #expect(
    try served.said().contains(
      "note: this system lets no more folders be watched (fs.inotify.max_user_watches): looking for changes every half second instead"
    ))
}

@Test func `with --poll a page is new where the system tells of nothing`() throws {
  let folder = try site()
  let served = try ServedSite(in: folder, options: ["--poll"])
  #expect(try served.get("/s/a/").contains("First text."))
  try folder.write("---\ntitle: A\n---\nSecond text.\n", to: "content/s/a.md")
  #expect(try served.get("/s/a/").contains("Second text."))
  #expect(try served.said().contains("note: looking for changes every half second, as --poll asks"))
}

@Test func `more connections than descriptors cost some an answer, and the preview none`() throws {
  let folder = try site()
  let served = try ServedSite(in: folder, through: ["prlimit", "--nofile=100:100"])
  let page = try served.get("/s/a/")
  let live = try #require(page.firstMatch(of: /\/_handbook\/\w+\//)).output
  let before = try descriptors(of: served)
  // Each stays open: its browser listens. Those behind the limit are told so.
  let codes = try served.get(
    live + "notices?[1-150]", "--parallel", "--parallel-immediate", "--parallel-max", "150",
    "--output", "/dev/null", "--max-time", "4", "--write-out", "%{http_code}\n")
  let counts = Dictionary(grouping: codes.split(separator: "\n")) { $0 }.mapValues(\.count)
  // Those behind them are not even told.
  #expect(counts["503", default: 0] > 0 && counts["200", default: 0] >= 8, "\(counts)")
  #expect(try served.get("/s/a/").contains("First text."))
  for _ in 0..<100 where try descriptors(of: served) > before { usleep(50_000) }
  #expect(try descriptors(of: served) <= before)
}

/// How many descriptors the preview has.
private func descriptors(of served: ServedSite) throws -> Int {
  try FileManager.default.contentsOfDirectory(atPath: "/proc/\(served.number)/fd").count
}
