import Diagnostics
import Liquid
import Values

/// Reads any bytes as a layout and as a page; whatever they are, there is a template, and every
/// finding has a place in the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = SourceFile(path: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  for escaping in [Environment.Escaping.none, .html] {
    var environment = Environment(escaping: escaping, undefined: .finding, extensions: .all)
    environment.limits.nesting = 50
    let partials = Partials(["a": TemplateSource(file)])
    let parsed = Template.parse(TemplateSource(file), in: environment, partials: partials)
    for finding in parsed.diagnostics {
      precondition(finding.place.range.upperBound <= count && !finding.message.isEmpty)
    }
    _ = parsed.value.mayRead("page")
  }
  return 0
}
