import Register
import Values

/// The log as an Atom feed (RFC 4287).
///
/// It is made only of a site that knows its own address: ids
/// and links of a feed are absolute, as it is read away from the site.
struct RegisterFeed {
  private let view: RegisterView
  private let url: SiteURL
  private let title: String

  init(_ view: RegisterView, at url: SiteURL, title: String) {
    self.view = view
    self.url = url
    self.title = title
  }

  /// The feed's bytes, newest entry first.
  var atom: [UInt8] {
    let changes = view.register.changes
    let updated = changes.first?.date?.value ?? view.register.day
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <id>\(xml(url.absolute("/registry/feed.atom")))</id>
      <title>\(xml("Changes to the register: \(title)"))</title>
      <updated>\(updated)T00:00:00Z</updated>
      <author><name>\(xml(title))</name></author>
      <link rel="self" type="application/atom+xml" href="\(xml(url.absolute("/registry/feed.atom")))"/>
      <link rel="alternate" type="text/html" href="\(xml(url.absolute("/registry/changes/")))"/>

      """
    let ids = Self.ids(of: changes, at: url)
    for (change, id) in zip(changes, ids) { text += entry(change, id) }
    return Array((text + "</feed>\n").utf8)
  }

  private func entry(_ change: LogEntry, _ id: String) -> String {
    let subject = change.subject?.value ?? ""
    let about = view.register.title(of: change) ?? subject
    let note = change.noteCode.map { " (\($0.value.replacing("-", with: " ")))" } ?? ""
    let date = change.date?.value ?? view.register.day
    return """
      <entry>
      <id>\(xml(id))</id>
      <title>\(xml("\(change.words): \(about)"))</title>
      <updated>\(date)T00:00:00Z</updated>
      <link rel="alternate" type="text/html" href="\(xml(url.absolute(view.url(of: subject) ?? "/registry/changes/")))"/>
      <summary>\(xml("\(date.words): \(change.words.lowercased()), \(about)\(note)."))</summary>
      </entry>

      """
  }

  /// A tag: URI (RFC 4151) for each change, from what never changes of it: its day, kind and
  /// subject.
  ///
  /// Changes alike in these are told apart by their order in the log.
  private static func ids(of changes: [LogEntry], at url: SiteURL) -> [String] {
    var seen: [String: Int] = [:]
    return Array(
      changes.reversed().map { change in
        let date = change.date?.value.description ?? ""
        let what = "\(change.kind?.value.rawValue ?? "change"):\(change.subject?.value ?? "")"
        let id = "tag:\(url.host),\(date):registry:\(percentEncoded(what))"
        let number = seen[id, default: 0] + 1
        seen[id] = number
        return number == 1 ? id : "\(id):\(number)"
      }.reversed())
  }

  /// Text as XML holds it: control characters, which XML cannot hold, are left out.
  private func xml(_ text: String) -> String {
    escapedAttribute(
      String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
  }
}
