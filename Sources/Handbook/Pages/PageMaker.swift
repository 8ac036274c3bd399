import Diagnostics
import Values

/// Makes finished pages: layout round body, links and assets in their published form.
struct PageMaker: Sendable {
  let joined: JoinedSite
  let values: SiteValues
  let templates: TemplateTable
  let assets: HashedAssets
  private let finisher: PageFinisher

  init(joined: JoinedSite, values: SiteValues, templates: TemplateTable, assets: HashedAssets) {
    self.joined = joined
    self.values = values
    self.templates = templates
    self.assets = assets
    finisher = PageFinisher(
      links: joined.site.links, assets: assets, basePath: joined.site.settings.url?.basePath ?? "")
  }

  /// Makes a run of pages and hands those that are published to `sink`.
  func make(_ run: ArraySlice<PageIndex>, into sink: any OutputSink) throws -> [MadePage] {
    var rendering = LayoutRendering()
    var finished: [UInt8] = []
    return try run.map { try make($0, into: sink, &rendering, &finished) }
  }

  private func make(
    _ index: PageIndex, into sink: any OutputSink, _ rendering: inout LayoutRendering,
    _ finished: inout [UInt8]
  ) throws -> MadePage {
    let layouts = templates.layouts(for: joined.site.pages[index])
    var made = MadePage()
    made.diagnostics = rendering.render(layouts, scope(of: index, layouts), keepsPlaces: false)
    let result = rendering.bytes.withUnsafeBufferPointer {
      finisher.finish($0, body: rendering.body, page: index, into: &finished)
    }
    made.anchors = result.anchors
    let fragments = result.fragments.filter {
      $0.target != index || !isAnchor($0.fragment, of: index, result.anchors)
    }
    if !result.faults.isEmpty || !fragments.isEmpty {
      // Only a page with something wrong pays for knowing where each byte came from.
      _ = rendering.render(layouts, scope(of: index, layouts), keepsPlaces: true)
      made.faults = result.faults.map {
        PlacedFault(fault: $0.fault, place: place($0.range, rendering, index))
      }
      made.fragments = fragments.map {
        PlacedFragment(
          target: $0.target, fragment: $0.fragment, place: place($0.range, rendering, index))
      }
    }
    if joined.site.isPublished(index), joined.site.links.leadsToItself(index),
      let path = joined.site.pages[index].path.outputPath
    {
      try finished.withUnsafeBytes { try sink.write($0, to: path) }
      made.isWritten = true
    }
    return made
  }

  private func isAnchor(_ fragment: String, of page: PageIndex, _ own: [String]) -> Bool {
    joined.bodies[page].anchors.contains(fragment) || own.contains(fragment)
  }

  private func scope(of index: PageIndex, _ layouts: [Layout]) -> Scope {
    let page = joined.site.pages[index]
    return Scope(
      values: values,
      page: LaidOutPage(
        page: PageValue(site: joined.site, index: index), body: joined.bodies[index],
        backlinks: joined.backlinks[index], contents: page.head.contents),
      frontMatter: page.head.data, layoutValues: layouts.map(\.values),
      content: joined.bodies[index].html)
  }

  private func place(
    _ range: Range<Int>, _ rendering: LayoutRendering, _ index: PageIndex
  ) -> Place {
    rendering.place(of: range)
      ?? Place(SourceFile(path: joined.site.pages[index].entry.path, bytes: []), 0..<0)
  }
}
