import Diagnostics
import Liquid
import Values
import YAML

extension TemplateTable {
  /// Reads the site's layouts and partials.
  ///
  /// Layouts that a page names and that do not exist are found.
  static func load(
    _ inventory: Inventory, pages: [Page], settings: Settings, asOf: PlainDate,
    hasRegister: Bool, adapts: Bool, untrusted: Set<String>, _ sources: any SourceTree
  ) throws(SourceError) -> Diagnosed<TemplateTable> {
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for entry in inventory.templates {
      let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
      if let offset = UTF8Check.firstInvalid(in: file.bytes) {
        diagnostics.append(.notText(file, at: offset))
      } else {
        files.append(file)
      }
    }
    files += BuiltInTemplates.missing(beside: files, hasRegister: hasRegister, adapts: adapts)
    let loader = TemplateLoader(files, settings, asOf)
    let names = Set(loader.layoutFiles.keys)
    let layouts = loader.layouts()
    diagnostics += layouts.diagnostics
    diagnostics += try missing(names, pages, settings, sources)
    let table = TemplateTable(
      settings: settings, layouts: layouts.value, builtIn: loader.builtIn,
      partials: loader.partials, environment: loader.environment(.none), files: inventory.files,
      untrusted: untrusted)
    return Diagnosed(table, diagnostics)
  }

  /// The layouts that `site.yml` and pages name and that do not exist.
  private static func missing(
    _ names: Set<String>, _ pages: [Page], _ settings: Settings, _ sources: any SourceTree
  ) throws(SourceError) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for layout in [settings.layout] + settings.kinds.all.map(\.layout) {
      guard let layout, !names.contains(layout.value) else { continue }
      diagnostics.append(.missingLayout(layout, in: settings.file, names))
    }
    for page in pages {
      guard let layout = page.head.layout, !names.contains(layout.value), let source = page.source
      else { continue }
      let file = SourceFile(path: source.path, bytes: try sources.read(source))
      diagnostics.append(.missingLayout(layout, in: file, names))
    }
    return diagnostics
  }
}

/// Parses the templates of a site.
private struct TemplateLoader {
  /// The files in `layouts/` by the name that pages use.
  let layoutFiles: [String: SourceFile]
  let partials: Partials
  private let settings: Settings
  private let asOf: PlainDate

  init(_ files: [SourceFile], _ settings: Settings, _ asOf: PlainDate) {
    self.settings = settings
    self.asOf = asOf
    layoutFiles = Dictionary(
      files.map { (BuiltInTemplates.path(of: $0), $0) }
        .filter { $0.0.hasPrefix("layouts/") && $0.0.hasSuffix(".html") }
        .map { (String($0.0.dropFirst("layouts/".count).dropLast(".html".count)), $0.1) },
      uniquingKeysWith: { first, _ in first })
    partials = Partials(
      Dictionary(
        files.map {
          let body = FrontMatter.split($0).value.bodyStart..<$0.bytes.count
          return (BuiltInTemplates.path(of: $0), TemplateSource($0, body))
        },
        uniquingKeysWith: { first, _ in first }),
      candidates: Self.candidates)
  }

  /// Where a partial may lie: in `layouts/`, beside the including file, at the root of `content/`;
  /// with its name as written or with an extension added.
  @Sendable private static func candidates(_ name: String, _ includer: String) -> [String] {
    let folder = includer.prefix(through: includer.lastIndex(of: "/") ?? includer.startIndex)
    let places = ["/layouts/" + name, "/" + folder + name, "/content/" + name]
    return places.map { String(normalized($0).dropFirst()) }
      .flatMap { [$0, $0 + ".html", $0 + ".liquid"] }
  }

  func environment(_ escaping: Environment.Escaping) -> Environment {
    Environment(
      escaping: escaping, undefined: .finding, extensions: .all,
      siteURL: settings.url?.absolute("/") ?? "", now: asOf)
  }

  /// All layouts that are whole pages or stand in others, by name.
  func layouts() -> Diagnosed<[String: Layout]> {
    var layouts: [String: Layout] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, file) in layoutFiles {
      let read = layout(file, isPart: BuiltInTemplates.isPart(name))
      layouts[name] = read.value
      diagnostics += read.diagnostics
    }
    for layout in layouts.values {
      guard let parent = layout.parent else { continue }
      if layouts[parent.value] == nil {
        diagnostics.append(.missingLayout(parent, in: layout.file, Set(layouts.keys)))
      } else if isCircle(layout, layouts) {
        diagnostics.append(.circle(parent, in: layout.file))
      }
    }
    return Diagnosed(layouts, diagnostics)
  }

  private func layout(_ file: SourceFile, isPart: Bool) -> Diagnosed<Layout> {
    let split = FrontMatter.split(file)
    var diagnostics = split.diagnostics
    var decoder = NodeDecoder(file: file, rules: .page)
    var values = ValueMap()
    var parent: Located<String>?
    if let yaml = split.value.yaml {
      let mapping = parseMapping(
        file: file, range: yaml, rule: "invalid-front-matter", limits: .frontMatter)
      diagnostics += mapping.diagnostics
      for pair in mapping.value.pairs {
        if pair.key == "layout" {
          parent = decoder.text(pair.value, as: pair.key).map {
            Located(value: $0, range: pair.value.range)
          }
        } else {
          values[pair.key] = pair.value.value
        }
      }
    }
    let template = Template.parse(
      TemplateSource(file, split.value.bodyStart..<file.bytes.count), in: environment(.html),
      partials: partials)
    return Diagnosed(
      Layout(
        template: template.value, values: values, parent: parent,
        isFragment: parent == nil && isPart, file: file),
      diagnostics + decoder.diagnostics + template.diagnostics)
  }

  private func isCircle(_ layout: Layout, _ layouts: [String: Layout]) -> Bool {
    var next = layout.parent?.value
    for _ in 0...layouts.count {
      guard let name = next, let parent = layouts[name] else { return false }
      next = parent.parent?.value
    }
    return true
  }

  /// The layout of a site that has none.
  var builtIn: Layout {
    let file = SourceFile(path: "built-in layout", text: BuiltInLayout.text)
    return Layout(
      template: Template.parse(TemplateSource(file), in: environment(.html), partials: partials)
        .value, file: file)
  }
}

extension Diagnostic {
  fileprivate static func missingLayout(
    _ layout: Located<String>, in file: SourceFile, _ names: Set<String>
  ) -> Diagnostic {
    let own = names.filter { !BuiltInTemplates.isPart($0) }
    let name = bareName(layout.value)
    let near = names.contains(name) ? name : nearest(to: name, among: names)
    let place = Place(file, layout.range)
    return Diagnostic(
      "missing-layout", .error, at: place,
      near == name
        ? "a layout is named without 'layouts/' and '.html'"
        : "there is no layout 'layouts/\(name).html'",
      help: near.map { "did you mean '\($0)'?" }
        ?? (own.isEmpty
          ? "leave 'layout' out for the built-in one"
          : "use one of these: \(own.sorted().joined(separator: ", "))"),
      fix: Fix(ofWord: layout.value, to: near, at: place))
  }

  /// A layout's name without the folder and the ending, which are not written.
  private static func bareName(_ written: String) -> String {
    var name = written[...]
    if name.hasPrefix("layouts/") { name = name.dropFirst("layouts/".count) }
    if name.hasSuffix(".html") { name = name.dropLast(".html".count) }
    return String(name)
  }

  fileprivate static func circle(_ parent: Located<String>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "missing-layout", .error, at: Place(file, parent.range),
      "this layout stands round itself", help: "leave out 'layout' in one of them")
  }
}
