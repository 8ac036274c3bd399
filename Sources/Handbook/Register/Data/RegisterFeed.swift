import Register
import Values

/// The register's log as a feed, of a site that knows its own address.
struct RegisterFeed {
  private let view: RegisterView
  private let url: SiteURL
  private let settings: Settings

  init(_ view: RegisterView, at url: SiteURL, of settings: Settings) {
    self.view = view
    self.url = url
    self.settings = settings
  }

  /// The feed, newest entry first.
  var feed: AtomFeed {
    let changes = view.register.changes
    // Ids are given oldest first, so that a new change alters none before it.
    var seen: [String: Int] = [:]
    return AtomFeed(
      title: "Changes to the register: \(settings.title)", author: settings.title,
      language: settings.language, updated: changes.first?.date?.value ?? view.register.day,
      address: url.absolute("/registry/feed.atom"), page: url.absolute("/registry/changes/"),
      entries: Array(changes.reversed().map { entry($0, &seen) }.reversed()))
  }

  private func entry(_ change: LogEntry, _ seen: inout [String: Int]) -> AtomFeed.Entry {
    let subject = change.subject?.value ?? ""
    let about = view.register.title(of: change) ?? subject
    let note = change.noteCode.map { " (\($0.value.replacing("-", with: " ")))" } ?? ""
    let date = change.date?.value ?? view.register.day
    let day = change.date?.value.description ?? ""
    let name = "registry:\(percentEncoded("\(change.kind?.value.rawValue ?? "change"):\(subject)"))"
    defer { seen[day + name, default: 0] += 1 }
    return AtomFeed.Entry(
      id: AtomFeed.id(at: url, day, name, number: seen[day + name, default: 0]),
      title: "\(change.words): \(about)", updated: date,
      link: url.absolute(view.url(of: subject) ?? "/registry/changes/"),
      summary: "\(date.words): \(change.words.lowercased()), \(about)\(note).")
  }
}
