import Foundation
import Starter
import Testing
import Values

/// The project's own folder.
private let project = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The classes of figures that a style sheet has rules for.
private func classes(_ styles: String) -> Set<String> {
  Set(styles.matches(of: #/\.(fig(?:ure)?(?:-[a-z0-9]+)*)\b/#).map { String($0.1) })
}

@Test func `a new handbook's style sheet has a rule for each part of a figure`() throws {
  let own = classes(
    try String(contentsOf: project.appending(path: "assets/site.css"), encoding: .utf8))
  let sources = project.appending(path: "Sources")
  var code = ""
  for folder in ["Figures", "Handbook/Figures"] {
    let files = FileManager.default.enumerator(
      at: sources.appending(path: folder), includingPropertiesForKeys: nil)
    for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
      code += try String(contentsOf: file, encoding: .utf8)
    }
  }
  // A class ends in `-` where the drawing adds what it is of: a step of heat.
  let drawn = Set(code.matches(of: #/\bfig(?:ure)?(?:-[a-z0-9]+)*-?/#).map { String($0.0) })
  let wanted = own.filter { name in
    drawn.contains(name)
      || drawn.contains {
        $0.hasSuffix("-") && name.hasPrefix($0) && $0 != "fig-" && $0 != "figure-"
      }
  }
  #expect(wanted.count > 25 && wanted.contains("fig-heat-4") && wanted.contains("figure-narrow"))
  let day = try #require(PlainDate("2026-06-30"))
  let sheet = NewHandbook(title: "T", day: day).files.first { $0.path == "assets/site.css" }
  #expect(wanted.subtracting(classes(sheet?.text ?? "")) == [])
}

@Test func `a new handbook's style sheet uses no colour that it does not name`() throws {
  let day = try #require(PlainDate("2026-06-30"))
  let files = NewHandbook(title: "T", day: day).files
  let sheet = try #require(files.first { $0.path == "assets/site.css" }).text
  let used = Set(sheet.matches(of: #/var\((--[a-z-]+)\)/#).map { $0.1 })
  let named = Set(sheet.matches(of: #/(--[a-z-]+):/#).map { $0.1 })
  #expect(!used.isEmpty && used.subtracting(named) == [])
}
