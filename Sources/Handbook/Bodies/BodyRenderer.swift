import Diagnostics
import Liquid
import Markdown
import Search
import Values

/// Renders the bodies of pages: Liquid where there is any, then Markdown, with every link resolved.
///
/// A class, as what is asked of each link holds it.
final class BodyRenderer: Sendable {
  let values: SiteValues
  let sources: any SourceTree
  let templates: TemplateTable
  private let rules: [BodyRule]
  private let options: MarkdownOptions
  private let keepsLinks: Bool
  private let searchable: SearchablePages

  /// Creates a renderer of a site's bodies.
  init(
    values: SiteValues, sources: any SourceTree, templates: TemplateTable, keepsLinks: Bool = false
  ) {
    self.values = values
    self.sources = sources
    self.templates = templates
    rules = BodyRule.on(values.site)
    var options = templates.markdown
    for rule in rules { rule.prepare(&options, values.site) }
    options.collectsPlainText = values.site.settings.search != nil
    self.options = options
    searchable = SearchablePages(values.site)
    self.keepsLinks = keepsLinks
  }

  private var site: Site { values.site }

  /// Renders the body of one page.
  ///
  /// What is wrong with it is in the body; it always has one. `words` serves one page after the other.
  func render(_ index: PageIndex, _ words: inout WordCounter) throws(SourceError) -> Body {
    let page = site.pages[index]
    // What a generated page shows is its innermost layout's work.
    guard let source = page.source else {
      var body = Body.empty
      body.search = searchable.page(index, nil, &words)
      return body
    }
    let file = SourceFile(path: source.path, bytes: try sources.read(source))
    let range = min(page.bodyStart, file.bytes.count)..<file.bytes.count
    var body = render(file, range, index, &words)
    body.diagnostics += file.bytes.withUnsafeBufferPointer {
      DirectionMarks.findings(in: $0, of: file, range, .warning)
    }
    return body
  }

  private func render(
    _ file: SourceFile, _ range: SourceRange, _ index: PageIndex, _ words: inout WordCounter
  ) -> Body {
    let page = site.pages[index]
    guard page.head.rendersLiquid, Template.isNeeded(for: file.bytes, in: range) else {
      return file.bytes.withUnsafeBufferPointer { bytes in
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        var body = render(text, of: index, from: .file(file, from: range.lowerBound), &words)
        body.signature = TextSignature(text)
        return body
      }
    }
    let (text, map, findings) = expand(file, range, index)
    let origin = BodyOrigin.template(
      map, fallback: Place(file, range.lowerBound..<range.lowerBound))
    var body = text.withUnsafeBufferPointer { render($0, of: index, from: origin, &words) }
    if let ids = originalIDs(file, range, index, body, map) {
      body = text.withUnsafeBufferPointer {
        render($0, of: index, from: origin, ids: ids, &words)
      }
    }
    body.diagnostics += findings
    body.isTemplate = true
    body.signature = file.bytes.withUnsafeBufferPointer {
      TextSignature(UnsafeBufferPointer(rebasing: $0[range]))
    }
    return body
  }

  /// The ids of a body's headings as the outermost base's words make them; `nil` where those are the
  /// ids it has.
  ///
  /// Only a body with a heading that a template has a part in pays for it.
  private func originalIDs(
    _ file: SourceFile, _ range: SourceRange, _ index: PageIndex, _ body: Body, _ map: SegmentMap
  ) -> [String]? {
    guard let terms = site.anchorTerms,
      body.headings.contains(where: { map.holdsMade(in: $0.range) })
    else { return nil }
    let text = expand(file, range, index, terms).0
    let options = templates.markdown(options, for: file.path)
    let ids = Markdown.render(text, options: options) { Destination($0.destination) }.outline.map(
      \.id)
    return ids.count == body.headings.count && ids != body.headings.map(\.id) ? ids : nil
  }

  /// The text of a page of the base, or a part of it, in this site's words and without ids that the
  /// page has.
  func baseHTML(_ bytes: [UInt8], from start: Int, on index: PageIndex) -> [UInt8] {
    let file = SourceFile(path: site.pages[index].source?.path ?? "", bytes: bytes)
    var options = templates.markdown
    options.idPrefix = "base-"
    return Markdown.render(expand(file, start..<bytes.count, index).0, options: options) { link in
      let resolved = self.site.links.resolve(link.destination, on: index)
      return Destination(resolved.fault == nil ? resolved.url : nil)
    }.html
  }

  /// Returns the first heading of a page as written, or `nil` when it has none.
  static func firstHeading(_ file: SourceFile, from start: Int) -> String? {
    let rendered = file.bytes.withUnsafeBufferPointer { bytes in
      Markdown.render(
        UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]), options: .standard
      ) { Destination($0.destination) }
    }
    return rendered.outline.first?.text
  }

  /// The body's text after Liquid, where each byte of it was written, and what Liquid found.
  private func expand(
    _ file: SourceFile, _ range: SourceRange, _ index: PageIndex, _ terms: TermTable? = nil
  ) -> ([UInt8], SegmentMap, [Diagnostic]) {
    let template = templates.body(file, range)
    var scope = Scope(
      values: values, page: .object(PageValue(site: site, index: index)),
      frontMatter: site.pages[index].head.data,
      layoutValues: templates.layouts(for: site.pages[index]).map(\.values),
      entry: site.entry(of: index))
    scope.otherTerms = terms
    var text: [UInt8] = []
    text.reserveCapacity(range.count + range.count / 4)
    var map = SegmentMap()
    let rendering = template.value.render(scope, into: &text, mapping: &map)
    return (text, map, template.diagnostics + rendering.diagnostics)
  }

  private func render(
    _ text: UnsafeBufferPointer<UInt8>, of index: PageIndex, from origin: BodyOrigin,
    ids: [String] = [], _ words: inout WordCounter
  ) -> Body {
    var linked = Body.empty
    var options = templates.markdown(options, for: site.pages[index].source?.path)
    options.headingIDs = ids
    let rendered = Markdown.render(text, options: options) { url, range in
      self.settles(url, at: range, on: index, origin, &linked)
    } resolve: { link in
      self.destination(of: link, on: index, origin, &linked)
    }
    var body = linked
    body.headings = rendered.outline
    body.anchors = rendered.ids
    body.startsWithTopHeading = rendered.startsWithTopHeading
    body.diagnostics = rendered.remarks.map { Diagnostic($0, at: origin.place(of: $0.range)) }
    let known = RenderedBody(
      markdown: rendered, text: text, origin: origin, page: site.pages[index], site: site)
    for rule in rules { body.diagnostics += rule.check(known) }
    body.note(rendered.comments, origin.place)
    body.search = searchable.page(index, rendered, &words)
    let front = formerAnchors(of: index, beside: rendered.ids, &body) + adaptationBox(of: index)
    body.html = HTML(front.isEmpty ? rendered.html : front + rendered.html, isBody: true)
    return body
  }

  /// Empty anchors for those that the page had under its own URL before.
  private func formerAnchors(
    of index: PageIndex, beside ids: [String], _ body: inout Body
  ) -> [UInt8] {
    var html: [UInt8] = []
    for anchor in Redirects.ownAnchors(of: site.pages[index]) where !ids.contains(anchor) {
      body.anchors.append(anchor)
      html += "<span id=\"\(escapedAttribute(anchor))\"></span>\n".utf8
    }
    return html
  }

  /// Whether a link leads to a page as nearly all do; where it stands is asked only of one to an anchor, which may be missing.
  private func settles(
    _ url: UnsafeBufferPointer<UInt8>, at range: () -> SourceRange, on index: PageIndex,
    _ origin: BodyOrigin, _ body: inout Body
  ) -> Bool {
    guard !keepsLinks, let link = site.links.plain(url, on: index), link.form != .siteURL
    else { return false }
    body.targets.append(link.page)
    let fragment = UnsafeBufferPointer(rebasing: url[link.fragmentStart...])
    if !fragment.isEmpty {
      let fragment = String(decoding: fragment, as: UTF8.self)
      body.add(fragment, of: link.page, at: origin.place(of: range()))
    }
    return true
  }

  private func destination(
    of link: Link, on index: PageIndex, _ origin: BodyOrigin, _ body: inout Body
  ) -> Destination {
    if link.kind == .image, let reference = FigureReference(url: link.destination) {
      return figure(reference, link, on: index, origin, &body)
    }
    let resolved = site.links.resolve(link.destination, on: index)
    if !resolved.isPlain, resolved.destination != .external, !link.destination.hasPrefix("#") {
      body.hasOddLinks = true
    }
    if keepsLinks {
      body.links.append(
        WrittenLink(
          .text, link.destination, at: origin.place(of: link.definition ?? link.range), on: index,
          leadsTo: resolved))
    }
    let isElsewhere = link.isImage && resolved.destination == .external
    if let fault = resolved.fault ?? (isElsewhere ? LinkFault(.imageElsewhere) : nil) {
      body.faults.append(
        PlacedFault(
          fault: fault, place: origin.place(of: link.range),
          url: link.definition.map(origin.place)))
    }
    switch resolved.destination {
    case .page(let target, let fragment):
      body.targets.append(target)
      if !fragment.isEmpty {
        body.add(fragment, of: target, at: origin.place(of: link.range))
      }
      return Destination(resolved.url)
    case .file:
      return image(resolved.url, link)
    case .external:
      return Destination(resolved.url, rel: link.kind == .image ? nil : "noopener")
    case .none:
      return Destination(resolved.url)
    }
  }

  private func figure(
    _ reference: FigureReference, _ link: Link, on index: PageIndex, _ origin: BodyOrigin,
    _ body: inout Body
  ) -> Destination {
    body.isTemplate = true
    let name = link.words.flatMap { $0.isEmpty ? nil : $0 }
    let made = site.figures.html(
      reference, on: site.pages[index], at: index,
      words: FigureWords(name: name, caption: link.title))
    switch made {
    case .success(let html):
      if reference.focus == nil {
        body.targets += site.figures.entries[reference.name]?.targets ?? []
      }
      return Destination(block: html.bytes)
    case .failure(let fault):
      if let fault = LinkFault(fault, written: link.destination) {
        body.faults.append(
          PlacedFault(
            fault: fault, place: origin.place(of: link.range),
            url: link.definition.map(origin.place)))
      }
      return Destination(nil)
    }
  }

  private func image(_ url: String?, _ link: Link) -> Destination {
    guard link.kind == .image, let url, let entry = templates.images[url],
      let bytes = try? sources.read(entry), let size = ImageSize(bytes)
    else { return Destination(url) }
    return Destination(url, width: size.width, height: size.height)
  }
}

extension Link {
  /// Whether browsers load what it leads to with the page.
  fileprivate var isImage: Bool {
    switch kind {
    case .image: true
    case .attribute(_, let name): ["src", "srcset", "poster"].contains(name)
    case .link, .autolink: false
    }
  }
}

extension Diagnostic {
  /// A remark of the Markdown module where it was written.
  fileprivate init(_ remark: Remark, at place: Place) {
    let isError = remark.rule == "limit-exceeded"
    self.init(
      remark.rule, isError ? .error : .warning, at: place, remark.message, help: remark.help)
  }
}
