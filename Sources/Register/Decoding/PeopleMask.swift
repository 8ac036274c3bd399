import Diagnostics
import Values
import YAML

/// Puts asterisks over all that may be a name in the private file and in what findings say of it,
/// because findings are printed where many read them.
///
/// What stays is told here, so that nothing else is shown, whatever is wrong with the file: its
/// keys, and behind them on their line ids, days, versions and the words that it knows.
struct PeopleMask {
  /// The file as findings show it, each byte in its place.
  let file: SourceFile

  /// Masks a file.
  ///
  /// O(*bytes*).
  init(_ file: SourceFile) {
    let bytes = file.bytes
    var key: String?
    var end = 0
    let masked = Self.masked(bytes) { word, range in
      if bytes[end..<range.lowerBound].contains(where: { $0 == 0x0A || $0 == 0x0D }) { key = nil }
      end = range.upperBound
      guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else {
        return key.map { Self.isHarmless(word, behind: $0) } ?? false
      }
      key = Self.keys.contains(word) ? word : nil
      return key != nil
    }
    self.file = SourceFile(path: file.path, bytes: masked)
  }

  /// A finding about the file, without what it quotes of it and without a repair, which would be one
  /// of the masked file.
  func masked(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      finding.rule, finding.severity, at: Place(file, finding.place.range),
      Self.masked(finding.message), help: finding.help.map(Self.masked), since: finding.since,
      notes: finding.notes.map { .init(Self.masked($0.message), at: Place(file, $0.place.range)) })
  }

  private static let keys = Set(
    (EntryFileKind.people.keys + Person.kind.keys + Person.choice.keys))
  private static let values = Set(
    Person.State.allCases.map(\.rawValue) + Person.Basis.allCases.map(\.rawValue) + [
      "true", "false", "null",
    ])
  /// The words of our own between the first and the last quote of a sentence.
  private static let between: Set<String> = [
    "must", "be", "a", "day", "or", "not", "key", "value", "first", "second",
  ]

  /// Whether a word behind a key is surely no name.
  private static func isHarmless(_ word: String, behind key: String) -> Bool {
    switch key {
    case "name", "employer", "contact_hash", "how": word == "null"
    case "id": word.hasPrefix(IDKind.person.rawValue)
    default:
      values.contains(word)
        || word.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    }
  }

  /// A sentence with asterisks for what stands between quotes and is not of the program's words.
  private static func masked(_ sentence: String) -> String {
    let bytes = Array(sentence.utf8)
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") }
    guard let first = bytes.firstIndex(where: isQuote), let last = bytes.lastIndex(where: isQuote)
    else { return sentence }
    let masked = masked(bytes) { word, range in
      !(first..<last).contains(range.lowerBound) || keys.contains(word) || values.contains(word)
        || between.contains(word)
    }
    return String(decoding: masked, as: UTF8.self)
  }

  /// The bytes with asterisks over each word that `keeps` does not keep.
  private static func masked(
    _ bytes: [UInt8], _ keeps: (_ word: String, _ range: SourceRange) -> Bool
  ) -> [UInt8] {
    var (masked, start) = (bytes, 0)
    while let first = bytes[start...].firstIndex(where: { isInWord($0) && $0 != UInt8(ascii: "-") })
    {
      let end = bytes[first...].firstIndex { !isInWord($0) } ?? bytes.count
      if !keeps(String(decoding: bytes[first..<end], as: UTF8.self), first..<end) {
        for offset in first..<end { masked[offset] = UInt8(ascii: "*") }
      }
      start = end
    }
    return masked
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }
}
