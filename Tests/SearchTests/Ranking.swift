import Foundation

/// The ranking of `index.js`, written a second time from what `SearchIndex` says of its files.
///
/// It reads all files at once, and forgives no slips.
struct Ranking {
  struct Result: Equatable {
    var page: Int
    var score: Double
  }

  private typealias Line = (word: String, pages: [Int], scores: [Int], sections: [Int])

  private var lines: [Line] = []
  private let passedOver: Set<String>
  private let foldsEndings: Bool
  private let pageCount: Int

  init(_ files: [String: String]) {
    let overview = (files["index.txt"] ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    let head = overview[0].split(separator: " ")
    pageCount = Int(head[2]) ?? 0
    foldsEndings = head[3] == "en"
    passedOver = Set(overview[3].split(separator: " ").map(String.init))
    for (name, text) in files where name.hasPrefix("words-") {
      lines += text.split(separator: "\n").map(Self.line)
    }
  }

  private static func line(_ text: Substring) -> Line {
    let parts = text.split(separator: " ")
    var page = -1
    let pages = numbers(parts[1]).map { gap in
      page += gap + 1
      return page
    }
    return (String(parts[0]), pages, numbers(parts[2]), numbers(parts[3]))
  }

  /// Digits of base 47, the least first; those of 47 and more say that another follows.
  private static func numbers(_ text: Substring) -> [Int] {
    var (numbers, number, scale) = ([Int](), 0, 1)
    for byte in text.utf8 {
      let digit = Int(byte) - 33
      number += (digit < 47 ? digit : digit - 47) * scale
      scale *= 47
      if digit < 47 {
        numbers.append(number)
        (number, scale) = (0, 1)
      }
    }
    return numbers
  }

  private func worth(_ word: String, _ typed: String, isLast: Bool) -> Double {
    let root = foldsEndings ? stem(typed) : typed
    if word == typed { return 1 }
    if typed.utf16.count < 3 { return 0 }
    if foldsEndings, stem(word) == root { return 0.8 }
    if isLast, word.hasPrefix(typed) { return 0.6 }
    return root.utf16.count > 4 && word.hasPrefix(root) ? 0.3 : 0
  }

  /// The pages that answer, the best first.
  func find(_ query: String) -> [Result] {
    var typed: [String] = []
    for word in words(query) where !passedOver.contains(word) && !typed.contains(word) {
      typed.append(word)
    }
    struct Known {
      var sum = 0.0
      var has = 0.0
      var together = -1
      var words = 0
    }
    var pages: [Int: Known] = [:]
    var all = 0.0
    for (index, word) in typed.enumerated() {
      var best: [Int: (score: Double, sections: Int, worth: Double)] = [:]
      for line in lines {
        let worth = worth(line.word, word, isLast: index == typed.count - 1)
        for (place, page) in line.pages.enumerated() where worth > 0 {
          let known = best[page] ?? (0, 0, 0)
          best[page] = (
            max(known.score, worth * Double(line.scores[place])),
            known.sections | line.sections[place], max(known.worth, worth)
          )
        }
      }
      let count = best.values.map(\.worth).reduce(0, +)
      let weight = log(1 + (Double(pageCount) - count + 0.5) / (count + 0.5))
      all += weight
      for (page, found) in best {
        pages[page, default: Known()].sum += weight * found.score / 46
        pages[page, default: Known()].has += weight
        pages[page, default: Known()].together &= found.sections == 0 ? -1 : found.sections
        pages[page, default: Known()].words += 1
      }
    }
    let most = pages.values.map(\.has).max() ?? 0
    return pages.filter { $0.value.has >= 0.4 * most }.map { page, known in
      let bonus = known.words > 1 && known.together != 0 ? 1.15 : 1
      return Result(page: page, score: known.sum * (known.has / all) * bonus)
    }.sorted { ($1.score, $0.page) < ($0.score, $1.page) }
  }
}
