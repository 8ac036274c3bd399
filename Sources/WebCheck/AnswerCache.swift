import Diagnostics
package import Handbook
package import Values

/// What other sites said, with the day on which they did: the file that is kept between runs.
package struct AnswerCache: Sendable {
  /// How many days a good answer holds; a bad one is asked for again in every run.
  private static let daysKept = 7

  private struct Entry: Sendable {
    let answer: ExternalAnswer
    let day: PlainDate
  }

  private var entries: [String: Entry] = [:]

  /// An empty one.
  package init() {}

  /// Reads a file that `text` wrote; what cannot be read is left out.
  package init(parsing bytes: [UInt8]) {
    let links = (try? JSON(parsing: bytes))?["links"]?.array ?? []
    for link in links {
      guard let url = link["url"]?.string,
        let day = (link["checked"]?.string).flatMap(PlainDate.init),
        let answer = ExternalAnswer(link["answer"]?.string, link["detail"]?.string)
      else { continue }
      entries[url] = Entry(answer: answer, day: day)
    }
  }

  /// The answers that still hold on a day.
  package func answers(on day: PlainDate) -> [String: ExternalAnswer] {
    entries.filter { entry in
      switch entry.value.answer {
      case .gone, .blocked: return false
      case .reached, .moved:
        let age = day.daysSinceEpoch - entry.value.day.daysSinceEpoch
        return (0..<Self.daysKept).contains(age)
      }
    }.mapValues(\.answer)
  }

  /// Takes in answers of a day, and forgets all URLs but `urls`.
  package mutating func take(
    _ answers: [String: ExternalAnswer], on day: PlainDate, of urls: [String]
  ) {
    for (url, answer) in answers { entries[url] = Entry(answer: answer, day: day) }
    let kept = Set(urls)
    entries = entries.filter { kept.contains($0.key) }
  }

  /// The file, in the order of the URLs.
  package var text: String {
    let links = entries.sorted { $0.key < $1.key }.map { url, entry -> JSON in
      let (answer, detail) = entry.answer.words
      return JSON.object([
        .init("url", .string(url)), .init("answer", .string(answer)),
        .init("checked", .string(entry.day.description)),
      ]).adding("detail", detail.map(JSON.string))
    }
    let document: JSON = ["schemaVersion": "1", "links": .array(links)]
    return document.text(linesTo: 2)
  }
}

extension ExternalAnswer {
  fileprivate init?(_ answer: String?, _ detail: String?) {
    switch (answer, detail) {
    case ("reached", _): self = .reached
    case ("moved", let url?): self = .moved(to: url)
    case ("gone", let reason?): self = .gone(reason)
    case ("blocked", let reason?): self = .blocked(reason)
    default: return nil
    }
  }

  fileprivate var words: (answer: String, detail: String?) {
    switch self {
    case .reached: ("reached", nil)
    case .moved(let url): ("moved", url)
    case .gone(let reason): ("gone", reason)
    case .blocked(let reason): ("blocked", reason)
    }
  }
}
