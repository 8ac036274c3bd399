import Diagnostics
import Liquid
import Testing
import Values

/// Everything on, as a handbook's pages have it.
let strict = Environment(undefined: .finding, extensions: .all)

/// Everything on, as a handbook's layouts have it.
let layout = Environment(escaping: .html, undefined: .finding, extensions: .all)

/// What a template prints and what is found, each finding as `rule at 'text': message; help`.
struct Result: Equatable {
  var text: String
  var findings: [String]
}

/// Reads and renders a template.
func result(
  _ template: String, _ data: ValueMap = ValueMap(), _ environment: Environment = strict,
  partials: [String: String] = [:]
) -> Result {
  let table = Partials(
    partials.reduce(into: [:]) {
      $0[$1.key] = TemplateSource(SourceFile(path: $1.key, text: $1.value))
    })
  let file = SourceFile(path: "page.md", text: template)
  let parsed = Template.parse(TemplateSource(file), in: environment, partials: table)
  var output: [UInt8] = []
  let rendering = parsed.value.render(Globals(values: data), into: &output)
  return Result(
    text: String(decoding: output, as: UTF8.self),
    findings: (parsed.diagnostics + rendering.diagnostics).map(describe))
}

/// What a template prints; nothing may be found.
func text(
  _ template: String, _ data: ValueMap = ValueMap(), _ environment: Environment = strict,
  partials: [String: String] = [:]
) -> String {
  let result = result(template, data, environment, partials: partials)
  #expect(result.findings == [])
  return result.text
}

/// A finding in one line.
func describe(_ finding: Diagnostic) -> String {
  let place = finding.place
  let written = String(decoding: place.file.bytes[place.range], as: UTF8.self)
  let notes = finding.notes.map { note in
    let range = note.place.range
    return " (\(note.message) '\(String(decoding: note.place.file.bytes[range], as: UTF8.self))'"
      + " in \(note.place.file.path))"
  }
  return "\(finding.rule) at '\(written)' in \(place.file.path): \(finding.message)"
    + (finding.help.map { "; \($0)" } ?? "") + notes.joined()
}

/// Checks a template against a drawing: under each line that has findings a line with carets under
/// the text that is wrong, then the message, as in `^^^^ message; help`.
func check(
  _ drawing: String, _ data: ValueMap = ValueMap(), _ environment: Environment = strict,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var (template, expected) = ("", [String]())
  var lines: [(start: Int, text: Substring)] = []
  for line in drawing.split(separator: "\n", omittingEmptySubsequences: false) {
    let trimmed = line.drop { $0 == " " }
    guard trimmed.hasPrefix("^"), let last = lines.last else {
      lines.append((template.utf8.count, line))
      template += line + "\n"
      continue
    }
    let column = line.count - trimmed.count
    let carets = trimmed.prefix { $0 == "^" }
    let start = last.start + column
    expected.append("\(start)..<\(start + carets.count)\(trimmed.dropFirst(carets.count))")
  }
  let file = SourceFile(path: "page.md", text: template)
  let parsed = Template.parse(TemplateSource(file), in: environment)
  var output: [UInt8] = []
  let rendering = parsed.value.render(Globals(values: data), into: &output)
  let found = (parsed.diagnostics + rendering.diagnostics).map { finding in
    "\(finding.place.range) \(finding.message)" + (finding.help.map { "; \($0)" } ?? "")
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}
