import Diagnostics
import Glibc
import Liquid
import Testing
import Values

/// The cases of Golden Liquid, in the file that the environment variable `GOLDEN_LIQUID` names,
/// else in `../shared/conformance/golden_liquid.json` beside the package.
@Suite struct GoldenLiquid {
  @Test func `every case gives its result, and every invalid one a finding with a place`() throws {
    guard let bytes = Self.read(Self.path) else {
      print("golden liquid: skipped, there is no \(Self.path)")
      return
    }
    let cases = Self.cases(of: try JSONReader.read(bytes))
    #expect(!cases.isEmpty, "\(Self.path) holds no tests")
    var passed = 0
    for golden in cases {
      let outcome = golden.run()
      if golden.accepts(outcome) {
        passed += 1
      } else {
        Issue.record("\(golden.name): \(golden.template.debugDescription) gives \(outcome)")
      }
    }
    print("golden liquid: \(passed) passed, \(cases.count - passed) failed, 0 skipped")
  }

  static var path: String {
    if let named = getenv("GOLDEN_LIQUID") { return String(cString: named) }
    let folders = #filePath.split(separator: "/").dropLast(4)
    return "/\(folders.joined(separator: "/"))/../shared/conformance/golden_liquid.json"
  }

  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func cases(of file: Value) -> [GoldenCase] {
    guard case .array(let tests) = file.member("tests") ?? file else { return [] }
    return tests.map { GoldenCase($0) }
  }
}

/// One case: a template, its data and partials, and what is to come of it.
struct GoldenCase {
  let name: String
  let template: String
  let data: ValueMap
  let partials: [String: TemplateSource]
  let results: [String]
  let isInvalid: Bool

  init(_ test: Value) {
    func text(_ value: Value?) -> String? {
      if case .string(let text)? = value { text } else { nil }
    }
    func map(_ value: Value?) -> ValueMap {
      if case .map(let map)? = value { map } else { ValueMap() }
    }
    name = text(test.member("name")) ?? "?"
    template = text(test.member("template")) ?? ""
    data = map(test.member("data"))
    var partials: [String: TemplateSource] = [:]
    for (name, value) in map(test.member("templates")).entries {
      partials[name] = TemplateSource(SourceFile(path: name, text: text(value) ?? ""))
    }
    self.partials = partials
    if case .array(let results)? = test.member("results") {
      self.results = results.compactMap(text)
    } else {
      results = [text(test.member("result"))].compactMap(\.self)
    }
    if case .bool(true)? = test.member("invalid") { isInvalid = true } else { isInvalid = false }
  }

  /// What came of a case.
  struct Outcome: CustomStringConvertible {
    var text: String
    var findings: [Diagnostic]

    var description: String {
      "\(text.debugDescription) \(findings.map { "\($0.rule) \($0.place.range): \($0.message)" })"
    }
  }

  func run() -> Outcome {
    let file = SourceFile(path: "golden case", text: template)
    let parsed = Template.parse(
      TemplateSource(file), in: Environment(), partials: Partials(partials))
    var output: [UInt8] = []
    let rendering = parsed.value.render(Globals(values: data), into: &output)
    return Outcome(
      text: String(decoding: output, as: UTF8.self),
      findings: parsed.diagnostics + rendering.diagnostics)
  }

  func accepts(_ outcome: Outcome) -> Bool {
    if isInvalid { return outcome.findings.contains { !$0.place.range.isEmpty } }
    return outcome.findings.isEmpty && results.contains(outcome.text)
  }
}
