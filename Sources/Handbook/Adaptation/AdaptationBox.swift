import Diagnostics
import Values
import YAML

extension BodyRenderer {
  /// What an adapted page says of itself: that it differs from the base, why, and what the base says.
  ///
  /// Empty for a page that does not differ.
  func adaptationBox(of index: PageIndex) -> [UInt8] {
    guard let adaptation = values.site.adaptation, let change = values.site.change(of: index) else {
      return []
    }
    var html = "<div class=\"adaptation\" role=\"note\">\n<details>\n<summary>"
    html += "This page differs from \(name(adaptation)): "
    html += "\(text(change.reasons.why, or: "reason not recorded"))</summary>\n<dl>\n"
    for (words, value) in facts(change) {
      html += "<div><dt>\(words)</dt><dd>\(text(value, or: "not recorded"))</dd></div>\n"
    }
    html += "</dl>\n<p><a href=\"\(AdaptationPage.url)\">All differences</a></p>\n</details>\n"
    let base = baseParts(change).flatMap { baseHTML($0, from: 0, on: index) }
    guard !base.isEmpty else { return Array((html + "</div>\n").utf8) }
    html += "<details>\n<summary>What the base says</summary>\n<div class=\"adaptation-base\">\n"
    return Array(html.utf8) + base + Array("</div>\n</details>\n</div>\n".utf8)
  }

  private func name(_ adaptation: Adaptation) -> String {
    adaptation.baseTitle.isEmpty ? "the base" : escapedAttribute(adaptation.baseTitle)
  }

  private func text(_ text: String, or absent: String) -> String {
    text.isEmpty ? absent : escapedAttribute(text)
  }

  private func facts(_ change: Adaptation.Change) -> [(String, String)] {
    let reasons = change.reasons
    return [
      ("What differs", change.summary(values.site.terms)), ("Gained", reasons.gain),
      ("Lost", reasons.loss),
      ("How the loss is governed", reasons.governedBy), ("Owner", reasons.owner),
      ("Decided", reasons.decided?.description ?? ""),
      ("To be looked at again by", reasons.review?.value.description ?? ""),
    ]
  }

  /// The parts of the base's text that are not on the page.
  private func baseParts(_ change: Adaptation.Change) -> [[UInt8]] {
    guard change.mode == .page else { return change.sections.map(\.base).filter { !$0.isEmpty } }
    let file = change.base.file(at: change.path)
    return [Array(file.bytes[FrontMatter.split(file).value.bodyStart...])]
  }
}

extension Adaptation.Change {
  /// What differs, in a few words.
  func summary(_ terms: TermTable) -> String {
    guard mode == .sections else { return "the whole page" }
    return sections.map { change in
      let name = change.name(terms)
      return switch change.action {
      case .replace: "“\(name)” is replaced"
      case .before, .after: "text is added to “\(name)”"
      case .remove: "“\(name)” is left out"
      }
    }.joined(separator: ", ")
  }
}

extension SectionChange {
  /// The heading in the words of the site.
  func name(_ terms: TermTable) -> String { TermTemplate.expand(title, terms).value }
}
