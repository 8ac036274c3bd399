import Diagnostics
import Testing
import Values

@testable import Handbook

/// A site of texts, with what reading it gives.
struct TextSite {
  var files: [String: String]

  private var sources: MemorySources { MemorySources(files) }

  private func options() throws -> BuildOptions {
    var options = BuildOptions(
      asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 2)
    options.keepsLinks = true
    return options
  }

  /// What checking it gives.
  func report() async throws -> BuildReport {
    try await compile(sources, try options(), into: MemoryOutput(sources))
  }

  /// The site with its links.
  func linked() async throws -> LinkedSite { try #require(try await report().linked) }

  /// Where a page is used: `path:line:column url`.
  func uses(of page: String) async throws -> [String] {
    let linked = try await linked()
    return linked.uses(of: try linked.query(page)).map { link in
      let start = LineTable(link.place.file.bytes).position(at: link.place.range.lowerBound)
      return "\(link.place.file.path):\(start.line):\(start.column) \(link.written)"
    }
  }

  /// The plan of a move.
  func plan(_ old: String, _ new: String) async throws -> MovePlan {
    try await planMove(of: old, to: new, sources, try options())
  }

  /// The site after a move.
  func moved(_ old: String, _ new: String) async throws -> TextSite {
    after(try await plan(old, new))
  }

  /// The site after a planned move.
  func after(_ plan: MovePlan) -> TextSite {
    var result = self
    for (path, bytes) in plan.contents {
      result.files[path] = String(decoding: bytes, as: UTF8.self)
    }
    let texts = plan.moves.map { result.files.removeValue(forKey: $0.old) }
    for (move, text) in zip(plan.moves, texts) { result.files[move.new] = text }
    return result
  }
}

/// A site with a kind of pages, one of which refers to another.
func team(_ folder: String, boss: String, more: [String: String] = [:]) -> TextSite {
  TextSite(
    files: [
      "site.yml": "title: T\nkinds:\n  role: {folder: \(folder), fields: {boss: {to: role}}}\n",
      "content/index.md": "# Home\n", "content/\(folder)/lead.md": "---\ntitle: Lead\n---\n",
      "content/\(folder)/dev.md": "---\ntitle: Dev\nboss: \(boss)\n---\n",
    ].merging(more) { $1 })
}

extension TextSite {
  /// What counts as an error in it.
  func errors() async throws -> [String] {
    drawing(try await report().findings.filter { $0.severity == .error })
  }
}
