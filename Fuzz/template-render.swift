import Diagnostics
import Liquid
import Values

struct Globals: ValueObject {
  let memberNames = ["a", "b", "c", "d", "e", "f", "page"]

  func member(_ key: String) -> Value? {
    switch key {
    case "a": ["x", "y", 3, 1.5, .none, ["k": "v", "n": 2]]
    case "b": "Text <b>with</b> \"marks\" & ümläute\n"
    case "c": .range(lower: 1, upper: 1_000_000_000)
    case "d": (PlainDate(daysSinceEpoch: 20_000)).map(Value.date) ?? .none
    case "e": .html(HTML("<p>body</p>"))
    case "f": -7
    case "page": .object(self)
    default: nil
    }
  }
}

/// Renders any bytes under small limits; never more comes out than they allow, and the map covers it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = SourceFile(path: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  for escaping in [Environment.Escaping.none, .html] {
    var environment = Environment(
      escaping: escaping, undefined: .finding, extensions: .all, siteURL: "https://example.org",
      now: PlainDate(daysSinceEpoch: 20_000))
    environment.limits.steps = 20_000
    environment.limits.outputBytes = 1 << 16
    environment.limits.valueBytes = 1 << 20
    environment.limits.nesting = 50
    environment.limits.renderDepth = 120
    let partials = Partials([
      "a": TemplateSource(SourceFile(path: "a", text: "{{ x }}{% include b %}"))
    ])
    let template = Template.parse(TemplateSource(file), in: environment, partials: partials).value
    var (output, mapped, map) = ([UInt8](), [UInt8](), SegmentMap())
    let first = template.render(Globals(), into: &output)
    let second = template.render(Globals(), into: &mapped, mapping: &map)
    precondition(output.count <= 1 << 16 && output == mapped && map.count == mapped.count)
    precondition(first.diagnostics.count == second.diagnostics.count)
  }
  return 0
}
