/// Whether the text may have a bare URL or an e-mail address in it.
func mayHoldAutolink(_ text: Bytes) -> Bool {
  text.firstIndex(of: UInt8(ascii: "@"), from: 0) != nil || text.holds("://", rare: 0)
    || text.holds("www.", rare: 3)
}

/// Finds the bare URLs and e-mail addresses of a text, as GitHub's Markdown says.
struct AutolinkScan {
  private let text: Bytes
  private var index = 0
  /// Where what was found last ends.
  private var end = 0

  /// Creates a scan of a text without markup.
  init(_ text: Bytes) { self.text = text }

  /// A part of the text that is a link, and what its URL has before it.
  struct Found {
    let range: Range<Int>
    let prefix: String
  }

  /// Returns what comes next.
  mutating func next() -> Found? {
    while index < text.count {
      defer { index += 1 }
      let found: Found? =
        switch text[index] {
        case UInt8(ascii: "w"): web(from: index, scheme: "", prefix: "http://")
        case UInt8(ascii: "h"), UInt8(ascii: "H"): url()
        case UInt8(ascii: "@"): email()
        default: nil
        }
      guard let found else { continue }
      end = found.range.upperBound
      index = end - 1
      return found
    }
    return nil
  }

  private func url() -> Found? {
    guard index == 0 || !isAlphanumeric(text[index - 1]) else { return nil }
    for scheme in ["http://", "https://"] where hasPrefix(scheme, at: index) {
      return web(from: index, scheme: scheme, prefix: "")
    }
    return nil
  }

  /// Returns the URL that begins at `start`: of `www.` where there is no scheme.
  private func web(from start: Int, scheme: String, prefix: String) -> Found? {
    let host = start + scheme.utf8.count
    if scheme.isEmpty {
      guard hasPrefix("www.", at: start), isBoundary(before: start), isHostStart(start + 4) else {
        return nil
      }
    }
    guard let hostEnd = endOfHost(from: host, needsDot: scheme.isEmpty) else { return nil }
    var end = hostEnd
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
    end = withoutTrailingPunctuation(host..<end)
    return end > host ? Found(range: start..<end, prefix: prefix) : nil
  }

  private func email() -> Found? {
    var start = index
    while start > end, isLocal(text[start - 1]) { start -= 1 }
    guard start < index, isHostStart(index + 1) else { return nil }
    var last = index + 1
    var dots = 0
    while last < text.count {
      let byte = text[last]
      if byte == UInt8(ascii: "."), last + 1 < text.count, isAlphanumeric(text[last + 1]) {
        dots += 1
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      last += 1
    }
    guard dots > 0, isAlphanumeric(text[last - 1]) else { return nil }
    return Found(range: start..<last, prefix: "mailto:")
  }

  /// The most bytes of a host's name, in any script.
  private static let longestHost = 255

  /// Returns where the host ends: parts with dots between, no `_` in the last two.
  private func endOfHost(from start: Int, needsDot: Bool) -> Int? {
    var index = start
    var dots = 0
    var underscores = (last: 0, before: 0)
    while index < text.count {
      guard index - start < Self.longestHost else { return nil }
      switch text[index] {
      case UInt8(ascii: "_"): underscores.last += 1
      case UInt8(ascii: "."):
        underscores = (0, underscores.last)
        dots += 1
      case UInt8(ascii: "-"): break
      case let byte where isAlphanumeric(byte) || byte >= 0x80: break
      default:
        return isHost(index > start, dots, underscores, needsDot) ? index : nil
      }
      index += 1
    }
    return isHost(index > start, dots, underscores, needsDot) ? index : nil
  }

  private func isHostStart(_ index: Int) -> Bool {
    index < text.count && (isAlphanumeric(text[index]) || text[index] >= 0x80)
  }

  private func isHost(
    _ isThere: Bool, _ dots: Int, _ underscores: (last: Int, before: Int), _ needsDot: Bool
  ) -> Bool {
    isThere && underscores.last == 0 && underscores.before == 0 && (dots > 0 || !needsDot)
  }

  /// Returns the end of a URL without the punctuation of the sentence around it.
  private func withoutTrailingPunctuation(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var unclosed = 0
    for byte in text[range] {
      if byte == UInt8(ascii: "(") { unclosed += 1 }
      if byte == UInt8(ascii: ")") { unclosed -= 1 }
    }
    while end > range.lowerBound {
      let last = text[end - 1]
      if last == UInt8(ascii: ")") {
        guard unclosed < 0 else { return end }
        unclosed += 1
      } else if last == UInt8(ascii: ";"), let reference = startOfReference(endingAt: end - 1) {
        end = max(reference, range.lowerBound)
        continue
      } else if !"?!.,:*_~'\";".utf8.contains(last) {
        return end
      }
      end -= 1
    }
    return end
  }

  /// Returns where the `&` stands of what looks like a character reference whose `;` stands at `end`.
  private func startOfReference(endingAt end: Int) -> Int? {
    var start = end
    while start > 0, isAlphanumeric(text[start - 1]) { start -= 1 }
    guard start < end, start > 0, text[start - 1] == UInt8(ascii: "&") else { return nil }
    return start - 1
  }

  private func hasPrefix(_ prefix: String, at start: Int) -> Bool {
    guard start + prefix.utf8.count <= text.count else { return false }
    return zip(text[start...], prefix.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private func isBoundary(before index: Int) -> Bool {
    guard index > 0 else { return true }
    return text[index - 1] <= 0x20 || "*_~(".utf8.contains(text[index - 1])
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || ".+-_".utf8.contains(byte)
  }
}

/// Whether a byte is a letter or digit of ASCII.
func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}
