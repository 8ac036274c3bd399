import Diagnostics
import Digest
import Markdown
import Search
import Values

extension KeptPage {
  /// Reads what `bytes` made, where that was made of a source with this digest, at `path`, in a site of so many
  /// pages; `file` finds the files of layouts.
  init(
    _ bytes: [UInt8], of source: SHA256?, at path: String?, pageCount: Int,
    file: (String) -> SourceFile?
  ) throws(RecordReader.Unreadable) {
    var reader = RecordReader(bytes)
    let made = try reader.optional { (reader) throws(RecordReader.Unreadable) in
      try reader.digest()
    }
    guard made == source else { throw RecordReader.Unreadable() }
    body = .empty
    page = MadePage()
    body.hasOddLinks = try reader.flag()
    body.isTemplate = try reader.flag()
    body.startsWithTopHeading = try reader.flag()
    page.isWritten = try reader.flag()
    body.anchors = try reader.texts()
    body.targets = try reader.pages(below: pageCount)
    body.fragmentLinks = try reader.list { (reader) throws(RecordReader.Unreadable) in
      let target = try reader.page(below: pageCount)
      let fragment = try reader.text()
      let file = try reader.optional { (reader) throws(RecordReader.Unreadable) in
        try reader.text()
      }
      return FragmentLink(
        target: target, fragment: fragment, file: file ?? path ?? "",
        range: try reader.sourceRange())
    }
    body.search = try reader.optional { (reader) throws(RecordReader.Unreadable) in
      try reader.searchablePage()
    }
    body.signature = try reader.optional { (reader) throws(RecordReader.Unreadable) in
      try reader.signature()
    }
    page.anchors = try reader.texts()
    page.targets = try reader.pages(below: pageCount)
    page.fragments = try reader.list { (reader) throws(RecordReader.Unreadable) in
      let target = try reader.page(below: pageCount)
      let (fragment, path) = (try reader.text(), try reader.text())
      let range = try reader.sourceRange()
      guard let file = file(path) else { throw RecordReader.Unreadable() }
      return PlacedFragment(target: target, fragment: fragment, place: Place(file, range))
    }
    backlinks = try reader.optional { (reader) throws(RecordReader.Unreadable) in
      try reader.pages(below: pageCount)
    }
    rendered = reader
  }

  /// The whole body, of which the page is published at whose HTML it stands; `nil` where it does not stand there as
  /// it was rendered.
  ///
  /// - Throws: where the rest is not what was written.
  func body(in published: [UInt8]) throws(RecordReader.Unreadable) -> Body? {
    var reader = rendered
    var body = body
    let place = try reader.optional { (reader) throws(RecordReader.Unreadable) in
      let place = try reader.publishedBody()
      body.headings = try reader.list { (reader) throws(RecordReader.Unreadable) in
        try reader.heading()
      }
      return place
    }
    guard reader.isAtEnd else { throw RecordReader.Unreadable() }
    guard let place else { return nil }
    guard let html = place.html(in: published) else { throw RecordReader.Unreadable() }
    body.html = HTML(html, isBody: true)
    return body
  }
}

extension RecordWriter {
  /// Writes a page as a search knows it, but for its group, which no body decides.
  mutating func add(_ page: SearchablePage) {
    for text in [page.url, page.title] { add(text) }
    add(page.sections) { writer, section in
      writer.add(section.id)
      writer.add(section.heading)
    }
    add(bytes: page.words.bytes)
    add(page.words.textLength)
  }
}

extension RecordReader {
  fileprivate mutating func texts() throws(Unreadable) -> [String] {
    try list { (reader) throws(Unreadable) in try reader.text() }
  }

  fileprivate mutating func page(below count: Int) throws(Unreadable) -> PageIndex {
    let page = try self.count()
    guard page < count else { throw Unreadable() }
    return page
  }

  fileprivate mutating func pages(below count: Int) throws(Unreadable) -> [PageIndex] {
    try list { (reader) throws(Unreadable) in try reader.page(below: count) }
  }

  fileprivate mutating func publishedBody() throws(Unreadable) -> PublishedBody {
    PublishedBody(
      place: try sourceRange(),
      basePaths: try list { (reader) throws(Unreadable) in try reader.count() },
      basePathLength: try count())
  }

  fileprivate mutating func heading() throws(Unreadable) -> Heading {
    Heading(
      level: try count(), id: try text(), text: try text(), html: try bytes(),
      range: try sourceRange(), isRepeated: try flag(), isNested: try flag())
  }

  fileprivate mutating func signature() throws(Unreadable) -> TextSignature {
    guard let signature = TextSignature(bytes: try bytes()) else { throw Unreadable() }
    return signature
  }

  fileprivate mutating func searchablePage() throws(Unreadable) -> SearchablePage {
    let (url, title) = (try text(), try text())
    let sections = try list { (reader) throws(Unreadable) in
      SearchablePage.Section(id: try reader.text(), heading: try reader.text())
    }
    guard let words = PageWords(bytes: try bytes(), textLength: try count()) else {
      throw Unreadable()
    }
    return SearchablePage(url: url, title: title, group: "", sections: sections, words: words)
  }
}
