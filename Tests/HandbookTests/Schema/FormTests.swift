import Diagnostics
import Register
import Testing
import YAML

@testable import Handbook

/// What editors are told is what the program reads: values of each form are given to those who read it.
@Suite struct FormTests {
  private func file(_ text: String, _ path: String = "content/a.md") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  /// Findings of the form of what is written.
  private func ofForm(_ findings: [Diagnostic]) -> [String] {
    let rules = ["invalid-field", "unknown-key", "missing-field", "registry-r04", "registry-r07"]
    return findings.filter { rules.contains($0.rule) && $0.severity == .error }.map(\.message)
  }

  @Test func `keys of a page are read as their forms tell`() {
    // Kinds are the site's; how a page stands to another handbook's is read beside that.
    for key in HeadReader.keys where !["kind", "adapts"].contains(key.name) {
      func findings(_ value: String) -> [String] {
        let file = file("\(key.name): \(value)\n")
        var patterns = PatternCache()
        return ofForm(
          HeadReader.read(file, 0..<file.bytes.count, kinds: KindTable(), &patterns).diagnostics)
      }
      let samples = FormSamples(key.form)
      if let right = samples.right { #expect(findings(right) == [], "\(key.name): \(right)") }
      for wrong in samples.wrong { #expect(findings(wrong) != [], "\(key.name): \(wrong)") }
    }
  }

  @Test func `keys of the settings are read as their forms tell`() {
    for key in SettingsReader.keys where key.name != "title" {
      func findings(_ value: String) -> [String] {
        ofForm(
          SettingsReader.read(file("title: T\n\(key.name): \(value)\n", "site.yml"), url: nil)
            .diagnostics)
      }
      // These are read by later parts of the program, from the whole site.
      if ["dates", "figures", "remove"].contains(key.name) { continue }
      let samples = FormSamples(key.form)
      if let right = samples.right { #expect(findings(right) == [], "\(key.name): \(right)") }
      for wrong in samples.wrong { #expect(findings(wrong) != [], "\(key.name): \(wrong)") }
    }
  }

  @Test(arguments: FigureDrawing.allCases)
  func `keys of a figure are read as their forms tell`(_ drawing: FigureDrawing) async throws {
    func findings(_ figure: String) async throws -> [String] {
      let site = try await build([
        "site.yml": "title: T\nfigures:\n  one: \(figure)\n", "content/index.md": "# Home\n",
      ])
      return ofForm(site.report.findings)
    }
    let samples = FormSamples(
      .variants(FigureForm.draw, [Form.Variant(drawing.rawValue, drawing.keys)]))
    let right = try #require(samples.right)
    #expect(try await findings(right) == [], "\(right)")
    for wrong in samples.wrong { #expect(try await findings(wrong) != [], "\(wrong)") }
  }

  @Test(arguments: [
    FigureForm.itemKeys, FigureForm.itemKeys + FigureForm.rungKeys,
  ])
  func `a thing in a figure is read as its form tells`(_ keys: [KeyForm]) async throws {
    func findings(_ thing: String) async throws -> [String] {
      let site = try await build([
        "site.yml": "title: T\nfigures:\n  one: {draw: ladder, levels: [\(thing)]}\n",
        "content/index.md": "# Home\n", "content/012.md": "# Twelve\n",
      ])
      return ofForm(site.report.findings)
    }
    let samples = FormSamples(.mapping(keys))
    let right = try #require(samples.right)
    #expect(try await findings(right) == [], "\(right)")
    for wrong in samples.wrong { #expect(try await findings(wrong) != [], "\(wrong)") }
  }

  @Test func `entries of the register are read as their forms tell`() throws {
    let samples = FormSamples(Registry.form)
    func findings(_ text: String) -> [String] {
      ofForm(Registry.decode([file(text + "\n", "registry.yml")]).diagnostics)
    }
    let right = try #require(samples.right)
    #expect(findings(right) == [])
    #expect(samples.wrong.count > 100)
    // Which elements and levels there are is no matter of form: a rule of the register tells.
    let ofRules = ["\"elements\": [{\"id\": zzzz", "\"levels\": [{\"id\": zzzz"]
    for wrong in samples.wrong where !ofRules.contains(where: { wrong.contains($0) }) {
      #expect(findings(wrong) != [], "\(wrong)")
    }
  }

  @Test func `the private file is read as its form tells`() throws {
    guard case .either(let forms) = People.form, let form = forms.first else {
      Issue.record("the private file has no form")
      return
    }
    let samples = FormSamples(form)
    func findings(_ text: String) -> [String] {
      ofForm(People.decode(file(text + "\n", "people.yml")).diagnostics)
    }
    let right = try #require(samples.right)
    #expect(findings(right) == [])
    #expect(!samples.wrong.isEmpty)
    for wrong in samples.wrong { #expect(findings(wrong) != [], "\(wrong)") }
  }
}
