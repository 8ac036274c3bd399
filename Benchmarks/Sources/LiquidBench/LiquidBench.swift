import Diagnostics
import Glibc
import Liquid
import Values

/// Measures reading and rendering templates: `LiquidBench FIXTURES`, one JSON line per template
/// with microseconds; `LiquidBench --data product|page` prints the data for the Ruby side.
@main
enum LiquidBench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--data" {
      let values = arguments.last == "page" ? Data.page : Data.product
      let source = SourceFile(path: "data", text: "{{ data | json }}")
      print(render(parse(source, .none, .none), ValueMap([("data", .map(values))])).text)
      return
    }
    let folder = arguments.first ?? "fixtures"
    let partials = Partials(
      Dictionary(
        uniqueKeysWithValues: ["review", "note"].map {
          ($0, TemplateSource(file("\(folder)/\($0).liquid")))
        }))
    let product = file("\(folder)/product.liquid")
    let large = SourceFile(path: product.path, bytes: product.bytes + product.bytes + product.bytes)
    measure("product", large, .none, partials, Data.product)
    measure("page", file("\(folder)/page.html"), .html, .none, Data.page)
  }

  static func measure(
    _ name: String, _ file: SourceFile, _ escaping: Environment.Escaping, _ partials: Partials,
    _ data: ValueMap
  ) {
    let template = parse(file, escaping, partials)
    let (text, findings) = render(template, data)
    guard findings == 0 else { return print("\(name): \(findings) findings") }
    let parsing = best { _ = parse(file, escaping, partials) }
    let globals = Globals(values: data)
    var output: [UInt8] = []
    let rendering = best {
      output.removeAll(keepingCapacity: true)
      _ = template.render(globals, into: &output)
    }
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    print("\(name) \(parsing) \(rendering) \(text.utf8.count) \(hash)")
  }

  static func parse(
    _ file: SourceFile, _ escaping: Environment.Escaping, _ partials: Partials
  ) -> Template {
    let environment = Environment(escaping: escaping, extensions: .all)
    return Template.parse(TemplateSource(file), in: environment, partials: partials).value
  }

  static func render(_ template: Template, _ data: ValueMap) -> (text: String, findings: Int) {
    var output: [UInt8] = []
    let rendering = template.render(Globals(values: data), into: &output)
    return (String(decoding: output, as: UTF8.self), rendering.diagnostics.count)
  }

  /// The mean of the best of 15 rounds of 50 milliseconds of processor time, in microseconds.
  static func best(_ work: () -> Void) -> Double {
    (0..<15).map { _ in
      var count = 0.0
      let start = processorTime()
      while processorTime() - start < 50_000 {
        for _ in 0..<10 { work() }
        count += 10
      }
      return (processorTime() - start) / count
    }.min() ?? 0
  }

  /// The processor time of this program, in microseconds: other programs do not count.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  static func file(_ path: String) -> SourceFile {
    guard let file = fopen(path, "r") else { return SourceFile(path: path, bytes: []) }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&buffer, 1, buffer.count, file)
    return SourceFile(path: path, bytes: Array(buffer[..<count]))
  }
}
