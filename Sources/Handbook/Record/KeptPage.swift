import Diagnostics
import Digest
import Markdown
import Search

/// A page as a build made it, without its HTML, which the output has.
struct KeptPage: Sendable {
  /// Its body, as others see it.
  var body: Body
  /// What its making told.
  var page: MadePage
  /// The pages that led to it, where its layouts ask for them.
  var backlinks: [PageIndex]?
  /// What layouts ask of its body, to be read where they are rendered again.
  var rendered = RecordReader([])

  /// Takes a page that nothing was found on; `nil` for any other, which is made anew every time, as findings
  /// show more than is kept.
  init?(_ body: Body, _ page: MadePage, backlinks: [PageIndex]?) {
    guard body.diagnostics.isEmpty, body.faults.isEmpty, body.exemptions.isEmpty,
      body.links.isEmpty, page.diagnostics.isEmpty, page.faults.isEmpty, page.links.isEmpty,
      !page.fragments.contains(where: { BuiltInTemplates.isBuiltIn($0.place.file) })
    else { return nil }
    (self.body, self.page, self.backlinks) = (body, page, backlinks)
  }

  /// It as bytes, behind the digest of its source, where it has one, at `path`.
  func bytes(of source: SHA256?, at path: String?) -> [UInt8] {
    var writer = RecordWriter()
    writer.add(source) { $0.add($1) }
    for flag in [body.hasOddLinks, body.isTemplate, body.startsWithTopHeading, page.isWritten] {
      writer.add(flag)
    }
    writer.add(body.anchors) { $0.add($1) }
    writer.add(body.targets) { $0.add($1) }
    writer.add(body.fragmentLinks) { writer, link in
      writer.add(link.target)
      writer.add(link.fragment)
      // Nearly all are written in the page's own file.
      writer.add(link.file == path ? nil : link.file) { $0.add($1) }
      writer.add(link.range)
    }
    writer.add(body.search) { $0.add($1) }
    writer.add(body.signature) { $0.add(bytes: $1.bytes) }
    writer.add(page.anchors) { $0.add($1) }
    writer.add(page.targets) { $0.add($1) }
    writer.add(page.fragments) { writer, link in
      writer.add(link.target)
      writer.add(link.fragment)
      writer.add(link.place.file.path)
      writer.add(link.place.range)
    }
    writer.add(backlinks) { $0.add($1) { $0.add($1) } }
    // A template may ask anything of a site.
    writer.add(body.isTemplate ? nil : page.body) { writer, published in
      writer.add(published.place)
      writer.add(published.basePaths) { $0.add($1) }
      writer.add(published.basePathLength)
      writer.add(body.headings) { $0.add($1) }
    }
    return writer.bytes
  }
}

extension RecordWriter {
  fileprivate mutating func add(_ heading: Heading) {
    add(heading.level)
    add(heading.id)
    add(heading.text)
    add(bytes: heading.html)
    add(heading.range)
    add(heading.isRepeated)
    add(heading.isNested)
  }
}
