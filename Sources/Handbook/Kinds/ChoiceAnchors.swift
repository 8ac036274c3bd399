import Diagnostics
import Markdown

/// Checks that the page which explains the values of a field has an anchor for each of them.
enum ChoiceAnchors {
  /// What is wrong, at the value or the page's name in `site.yml`.
  static func findings(_ made: MadeSite) -> [Diagnostic] {
    let site = made.site
    var findings: [Diagnostic] = []
    for choice in site.kinds.all.flatMap({ $0.fields.flatMap(\.choices) }) {
      guard let written = choice.page else { continue }
      let place = Place(site.settings.file, written.range)
      guard let page = site.links.page(named: written.value) else {
        let near = nearest(to: written.value, among: site.pages.map(\.url))
        findings.append(
          LinkFault(.noPage, subject: written.value).diagnostic(at: place, near: near))
        continue
      }
      let anchors = made.joined.bodies[page].anchors + made.pages[page].anchors
      for option in choice.options where !anchors.contains(option.anchor) {
        let near = nearest(to: option.anchor, among: anchors)
        findings.append(
          Diagnostic(
            "broken-anchor", .error, at: Place(site.settings.file, option.range),
            "'\(site.pages[page].url)' has no heading or anchor '#\(option.anchor)'",
            help: near.map { "did you mean '#\($0)'?" }
              ?? "explain '\(option.value)' there below a heading of that name"))
      }
    }
    return findings
  }
}

extension Choice.Option {
  /// The anchor at which it is explained.
  var anchor: String { String(decoding: slug(of: Array(value.utf8)), as: UTF8.self) }
}
