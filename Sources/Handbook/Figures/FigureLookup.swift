import Diagnostics
import Figures
import Values
import YAML

extension FigureTable {
  /// The figures that site.yml declares, and those of the register.
  static func make(
    _ settings: Settings, _ register: RegisterView?, _ sources: any SourceTree,
    for site: FigureReader.Site
  ) throws(SourceError) -> Diagnosed<FigureTable> {
    var table = Diagnosed(FigureTable())
    if let node = settings.figures {
      let declared = try declarations(node, settings.file, sources)
      let read = FigureReader.read(declared.value.mapping, in: declared.value.file, for: site)
      table = Diagnosed(read.value, declared.diagnostics + read.diagnostics)
      table.value.isCutShort = !declared.diagnostics.isEmpty
    }
    guard let register else { return table }
    table.value.entries.merge(RegisterFigures.entries(register)) { own, _ in own }
    return table
  }

  /// What `figures` holds: keys and values, or the path of a file that does.
  private static func declarations(
    _ node: Node, _ settings: SourceFile, _ sources: any SourceTree
  ) throws(SourceError) -> Diagnosed<(mapping: Mapping, file: SourceFile)> {
    let none = Mapping([], at: node.range)
    if let mapping = node.mapping { return Diagnosed((mapping, settings)) }
    var decoder = NodeDecoder(file: settings, rules: .page)
    guard let path = decoder.text(node, as: "figures") else {
      return Diagnosed((none, settings), decoder.diagnostics)
    }
    guard let entry = try sources.find(path), entry.kind == .file else {
      return Diagnosed(
        (none, settings),
        [
          Diagnostic(
            "missing-asset", .error, at: Place(settings, node.range),
            "there is no file of figures at '\(path)'",
            help: "name a file below the site's folder, or write the figures here")
        ])
    }
    let read = try sources.file(entry)
    guard let file = read.value else { return Diagnosed((none, settings), read.diagnostics) }
    if let offset = UTF8Check.firstInvalid(in: file.bytes) {
      return Diagnosed((none, file), [.notText(file, at: offset)])
    }
    let parsed = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    return Diagnosed((parsed.value, file), parsed.diagnostics)
  }

  /// What may have been meant by a figure's name or part that there is not.
  func near(_ fault: LinkFault) -> String? {
    guard let reference = FigureReference(url: fault.written) else { return nil }
    if fault.kind == .noFigure {
      return nearest(to: reference.name, among: names).map { FigureReference.scheme + $0 }
    }
    return nearest(to: fault.subject, among: focuses(of: reference.name)).map {
      "\(FigureReference.scheme)\(reference.name)?focus=\($0)"
    }
  }
}

extension LinkFault {
  /// The fault of an image's URL that names a figure; `nil` where it is found elsewhere.
  init?(_ fault: FigureFault, written: String) {
    switch fault {
    case .noFigure(let name): self.init(.noFigure, subject: name)
    case .faulty: return nil
    case .noFocus(let name): self.init(.noFocus, subject: name)
    case .noSetting(let setting): self.init(.noSetting, subject: setting)
    }
    self.written = written
  }
}
