import Diagnostics
import Values
import YAML

extension Site {
  /// What templates and `handbook.json` tell of how the site differs from its base.
  func adaptationValue(_ adaptation: Adaptation) -> ValueMap {
    var value = ValueMap()
    value["base"] = .map(base(adaptation))
    value["changed"] = .array(adaptation.changes.map { .map(changed($0)) })
    value["added"] = .array(adaptation.added.compactMap(added))
    value["removed"] = .array(adaptation.removals.map { .map(removed($0)) })
    value["terms"] = .array(changedTerms(adaptation))
    return value
  }

  /// How one page differs; `nil` where it does not.
  func adaptationValue(of page: PageIndex) -> Value? { change(of: page).map { .map(changed($0)) } }

  private func base(_ adaptation: Adaptation) -> ValueMap {
    var value = ValueMap()
    value["title"] = text(adaptation.baseTitle)
    value["url"] = text(adaptation.baseURL?.absolute("/") ?? "")
    switch adaptation.reference {
    case .folder: break
    case .git(_, let at, _): value["at"] = .string(at)
    }
    return value
  }

  private func changed(_ change: Adaptation.Change) -> ValueMap {
    var value = links.page(source: change.path).map(summary) ?? ValueMap()
    value["source"] = .string(change.path)
    value["mode"] = .string(change.mode.rawValue)
    value["what"] = .string(change.summary(terms))
    value["sections"] = .array(
      change.sections.map { section in
        ["title": .string(section.name(terms)), "action": .string(section.action.rawValue)]
      })
    add(change.reasons, to: &value)
    return value
  }

  private func added(_ path: String) -> Value? {
    // A page of its own that shows the register is not about something else.
    links.page(source: path).flatMap { page in
      isPublished(page) && pages[page].url != AdaptationPage.url ? .map(summary(page)) : nil
    }
  }

  private func removed(_ removal: Adaptation.Removal) -> ValueMap {
    var value = ValueMap()
    value["url"] = .string(URLPath(contentPath: removal.removal.path).encoded)
    value["title"] = .string(title(of: removal))
    let target = removal.removal.linksTo.flatMap { links.page(named: $0.value) }
    value["links_to"] = target.map { .string(pages[$0].url) } ?? Value.none
    add(removal.removal.reasons, to: &value)
    return value
  }

  /// What the base called a page that is gone here.
  private func title(of removal: Adaptation.Removal) -> String {
    let file = removal.base.file(at: removal.removal.path)
    var patterns = PatternCache()
    let head = FrontMatter.split(file).value.yaml.map {
      HeadReader.read(file, $0, kinds: KindTable(), &patterns).value
    }
    let written = head?.title ?? head?.subtitle
    return written.map { TermTemplate.expand($0, terms).value }
      ?? URLPath(contentPath: removal.removal.path).encoded
  }

  private func summary(_ index: PageIndex) -> ValueMap {
    var value = ValueMap()
    value["url"] = .string(pages[index].url)
    value["title"] = .string(pages[index].title)
    value["description"] = text(pages[index].head.description ?? "")
    return value
  }

  private func add(_ reasons: AdaptationReasons, to value: inout ValueMap) {
    value["why"] = text(reasons.why)
    value["gain"] = text(reasons.gain)
    value["loss"] = text(reasons.loss)
    value["governed_by"] = text(reasons.governedBy)
    value["owner"] = text(reasons.owner)
    value["decided"] = reasons.decided.map { .date($0) } ?? Value.none
    value["review"] = reasons.review.map { .date($0.value) } ?? Value.none
    value["overdue"] = .bool(reasons.review.map { $0.value <= asOf } ?? false)
  }

  private func changedTerms(_ adaptation: Adaptation) -> [Value] {
    let base = TermTable(adaptation.baseTerms)
    return terms.keys.compactMap { key in
      guard let word = terms.term(key)?.text, let old = base.term(key)?.text, word != old else {
        return nil
      }
      return ["key": .string(key), "word": .string(word), "base": .string(old)]
    }
  }

  private func text(_ text: String) -> Value { text.isEmpty ? Value.none : .string(text) }
}
