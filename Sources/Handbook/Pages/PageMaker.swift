import Diagnostics
import Liquid
import Search
import Values

/// Makes finished pages: layout round body, links and assets in their published form.
struct PageMaker: Sendable {
  let values: SiteValues
  let templates: TemplateTable
  let sink: any OutputSink
  private let finisher: PageFinisher

  private var site: Site { values.site }

  init(
    values: SiteValues, templates: TemplateTable, assets: HashedAssets, sink: any OutputSink,
    keepsLinks: Bool = false
  ) {
    self.values = values
    self.templates = templates
    self.sink = sink
    finisher = PageFinisher(
      links: values.site.links, assets: assets,
      basePath: values.site.settings.url?.basePath ?? "",
      collectsTargets: values.site.settings.rules.isOn(SiteRule.orphanPage.text),
      keepsLinks: keepsLinks)
  }

  /// Whether a page can be made before the bodies of all others are known.
  func needsOnlyItself(_ page: PageIndex) -> Bool {
    !templates.layouts(for: site.pages[page]).contains { $0.template.mayRead("page", "backlinks") }
  }

  /// Makes one page and hands it to the output when it is published.
  ///
  /// `joined` is `nil` while the bodies of other pages are not known, or may change; then links to
  /// anchors of other pages all come out.
  func make(
    _ index: PageIndex, _ body: Body, backlinks: [PageIndex], in joined: JoinedSite?,
    _ buffers: inout PageBuffers
  ) throws -> MadePage {
    let layouts = templates.layouts(for: site.pages[index])
    let scope = scope(of: index, body, backlinks, layouts)
    var made = MadePage()
    made.diagnostics = buffers.layout.render(layouts, scope, keepsPlaces: false)
    let result = buffers.layout.bytes.withUnsafeBufferPointer {
      finisher.finish($0, body: buffers.layout.body, page: index, into: &buffers.finished)
    }
    made.anchors = result.anchors
    made.targets = result.targets
    let fragments = result.fragments.filter { link in
      // Asked of each where it is kept: a body is too large to be copied for its anchors.
      link.target == index
        ? !body.anchors.contains(link.fragment) && !result.anchors.contains(link.fragment)
        : !(joined?.bodies[link.target].anchors.contains(link.fragment) ?? false)
    }
    if !result.faults.isEmpty || !fragments.isEmpty || !result.links.isEmpty {
      // Only a page with something wrong, or with a link to an anchor not known yet, pays for
      // knowing where each byte came from.
      _ = buffers.layout.render(layouts, scope, keepsPlaces: true)
      // A book prints again what other pages hold.
      let written = site.pages[index].purpose == .print ? [] : result.links
      made.links = written.compactMap { link(buffers.layout, $0, on: index) }
      made.faults = result.faults.filter { !isOfRegister($0, buffers.layout, index) }.map {
        PlacedFault(fault: $0.fault, place: place($0.range, buffers.layout, index))
      }
      made.fragments = fragments.map {
        PlacedFragment(
          target: $0.target, fragment: $0.fragment, place: place($0.range, buffers.layout, index))
      }
    }
    if result.isUnchanged { buffers.layout.hand(over: &buffers.finished) }
    let page = site.pages[index]
    if page.subject != nil || page.isService, page.head.isHiddenFromSearch {
      NoIndex.add(to: &buffers.finished)
    } else if result.body?.length == body.html.bytes.count {
      made.body = result.body
    }
    if site.isPublished(index), site.links.leadsToItself(index), let path = page.path.outputPath {
      try buffers.finished.withUnsafeBytes { try sink.write($0, to: path) }
      made.isWritten = true
    }
    return made
  }

  private func scope(
    of index: PageIndex, _ body: Body, _ backlinks: [PageIndex], _ layouts: [Layout]
  ) -> Scope {
    let page = site.pages[index]
    return Scope(
      values: values,
      page: .object(
        LaidOutPage(
          page: PageValue(site: site, index: index), body: body, backlinks: backlinks,
          contents: page.head.contents)),
      frontMatter: page.head.data, layoutValues: layouts.map(\.values), content: body.html,
      entry: site.entry(of: index))
  }

  /// The link that a layout printed; `nil` for one of a built-in template, which nobody wrote.
  private func link(_ rendering: LayoutRendering, _ range: Range<Int>, on page: PageIndex)
    -> WrittenLink?
  {
    guard let place = rendering.place(of: range), !BuiltInTemplates.isBuiltIn(place.file)
    else { return nil }
    let written = rendering.bytes.withUnsafeBufferPointer { Edits($0).text(range) }
    return WrittenLink(
      .layout, written, at: place, on: page,
      leadsTo: site.links.resolve(written, on: page))
  }

  /// Whether a built-in template printed an address as the register has it, which the register's own
  /// rules judge.
  private func isOfRegister(
    _ fault: PageFinisher.Fault, _ rendering: LayoutRendering, _ index: PageIndex
  ) -> Bool {
    guard site.pages[index].subject != nil, let place = rendering.place(of: fault.range),
      BuiltInTemplates.isBuiltIn(place.file)
    else { return false }
    return switch fault.fault.kind {
    case .noPage, .noFile: !fault.fault.written.hasPrefix("/")
    case .empty, .noAnchor, .noEntry, .unsafe, .unsafeCharacter, .toDraft, .basePathTyped, .toBase,
      .noFigure, .noFocus, .noSetting, .figureNotImage, .imageElsewhere:
      false
    }
  }

  private func place(
    _ range: Range<Int>, _ rendering: LayoutRendering, _ index: PageIndex
  ) -> Place {
    let page = site.pages[index]
    guard let place = rendering.place(of: range) else { return page.place }
    // Nobody can change a built-in template: what it got wrong came from what it shows.
    return page.source == nil && BuiltInTemplates.isBuiltIn(place.file) ? page.place : place
  }
}

/// The memory that one page after the other is made in.
struct PageBuffers {
  var layout = LayoutRendering()
  var finished: [UInt8] = []
  var words = WordCounter()
}
