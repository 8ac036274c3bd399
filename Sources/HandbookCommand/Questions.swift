import ArgumentParser
import Handbook

/// Questions to the person at the terminal.
struct Questions {
  /// `nil` where nobody is there who could answer.
  init?() {
    guard Terminal.hasPerson else { return nil }
  }

  /// Asks until an answer will do; what is wrong with one is said before the question comes again.
  ///
  /// - Throws: `ValidationError` where the person ends it without an answer, by Ctrl-D.
  func ask<Answer>(_ question: String, _ accept: (String) throws -> Answer) throws -> Answer {
    while true {
      Console.error(Printable.text(question) + " ")
      guard let line = readLine() else { break }
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      do {
        if !words.isEmpty { return try accept(words) }
      } catch let error as UnknownName {
        refuse(error.description)
      } catch let error as NewPageRefusal {
        refuse(error.description)
      }
    }
    Console.error("\n")
    throw ValidationError("nothing is made, as there was no answer")
  }

  private func refuse(_ reason: String) {
    Console.error("  \(Printable.text(reason))\(reason.hasSuffix("?") ? "" : ".")\n")
  }

  /// Shows what may be answered, with what each means in a line.
  func show(_ choices: [(name: String, description: String)]) {
    let width = choices.map(\.name.count).max() ?? 0
    for (name, description) in choices {
      let padding = String(repeating: " ", count: width - name.count)
      let line = description.split(whereSeparator: \.isNewline).joined(separator: " ")
      Console.error("  " + Printable.text("\(name)\(padding)  \(line)") + "\n")
    }
  }
}
