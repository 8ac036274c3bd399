import Values

/// A feed of dated entries in Atom (RFC 4287).
///
/// Its links and ids are absolute, as feeds are read away from their site.
struct AtomFeed {
  /// What happened on a day, and where it is told.
  struct Entry {
    /// Never changes and is nobody else's.
    var id: String
    var title: String
    var updated: PlainDate
    /// The absolute address of the page.
    var link: String
    var summary: String
  }

  var title: String
  /// Who speaks: the site.
  var author: String
  var language: String
  var updated: PlainDate
  /// The absolute address of the feed, which is its id too.
  var address: String
  /// The absolute address of the page that tells the same to readers.
  var page: String
  /// Newest first.
  var entries: [Entry]

  /// A tag URI (RFC 4151) for an entry, such as `tag:handbook.example,2026-06-30:page:/roles/`.
  ///
  /// `number` counts from 0 what is alike in day and name.
  static func id(at url: SiteURL, _ day: String, _ name: String, number: Int) -> String {
    "tag:\(url.host),\(day):\(name)" + (number == 0 ? "" : ":\(number + 1)")
  }

  /// The feed's bytes.
  var bytes: [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(xml(language))">
      <id>\(xml(address))</id>
      <title>\(xml(title))</title>
      <updated>\(updated)T00:00:00Z</updated>
      <author><name>\(xml(author))</name></author>
      <link rel="self" type="application/atom+xml" href="\(xml(address))"/>
      <link rel="alternate" type="text/html" href="\(xml(page))"/>

      """
    for entry in entries { text += xml(entry) }
    return Array((text + "</feed>\n").utf8)
  }

  private func xml(_ entry: Entry) -> String {
    """
    <entry>
    <id>\(xml(entry.id))</id>
    <title>\(xml(entry.title))</title>
    <updated>\(entry.updated)T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="\(xml(entry.link))"/>
    <summary>\(xml(entry.summary))</summary>
    </entry>

    """
  }

  /// Text as XML holds it: control characters, which XML cannot hold, are left out.
  private func xml(_ text: String) -> String {
    escapedAttribute(
      String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
  }
}
