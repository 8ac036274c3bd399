import Values

/// Reads dates as people and programs write them: `March 14, 2016`, `2016-03-14T10:00:00Z`,
/// `14.03.2016`, `Fri, 14 Mar 2016 10:00 PM +0100`.
struct DateParser {
  private enum Part: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(UInt8)
  }

  private let parts: [Part]
  private let now: PlainDate?
  private var position = 0
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var second: Int?
  private var offset = 0

  /// Whether it is no date, whatever else stands in it.
  private var isRefused = false
  /// Whether words stand in the middle of a date that belong to none.
  private var isInterrupted = false

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// What may stand between the parts of a date.
  private static let linking = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "the",
  ]
  private static let shortLinking = ["st", "nd", "rd", "th", "of", "t"]

  /// Creates a parser; what a text leaves out is taken from `now`.
  init(_ text: String, now: PlainDate?) {
    parts = Self.split(text)
    self.now = now
  }

  private static func split(_ text: String) -> [Part] {
    let bytes = text.utf8.prefix(128).map(\.lowered)
    var (parts, offset) = ([Part](), 0)
    while offset < bytes.count {
      let start = offset
      if bytes[offset].isDigit {
        while offset < bytes.count, bytes[offset].isDigit, offset - start < 18 { offset += 1 }
        let number = bytes[start..<offset].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        parts.append(.number(number, digits: offset - start))
      } else if bytes[offset].isLetter {
        while offset < bytes.count, bytes[offset].isLetter { offset += 1 }
        parts.append(.word(String(decoding: bytes[start..<offset], as: UTF8.self)))
      } else {
        if !bytes[offset].isSpace, bytes[offset] != UInt8(ascii: ",") {
          parts.append(.sign(bytes[offset]))
        }
        offset += 1
      }
    }
    return parts
  }

  /// The moment, or `nil` when the text is no date or there is no such day.
  mutating func parse() -> Moment? {
    while position < parts.count {
      switch parts[position] {
      case .number(let number, let digits): readNumber(number, digits: digits)
      case .word(let word): readWord(word)
      case .sign: position += 1
      }
    }
    if let written = year, written < 100 { year = written + (written < 69 ? 2000 : 1900) }
    let isTimeAlone = second != nil && year == nil && month == nil && day == nil
    guard !isRefused, let year = year ?? now?.year,
      let month = month ?? (isTimeAlone ? now?.month : nil),
      let day = day ?? (isTimeAlone ? now?.day : 1), (1...31).contains(day)
    else { return nil }
    // A 30 February is the first of March or the second, as in the reference; 24:00 is the next day's 0:00.
    let (days, second) = (second ?? 0).quotientAndRemainder(dividingBy: 86400)
    let date = PlainDate(year: year, month: month, day: 1)?.adding(days: day - 1 + days)
    return date.map { Moment(date: $0, second: second, offset: offset) }
  }

  private func part(_ distance: Int) -> Part? {
    position + distance < parts.count ? parts[position + distance] : nil
  }

  private func number(_ distance: Int) -> Int? {
    if case .number(let number, _)? = part(distance) { number } else { nil }
  }

  private func isSign(_ distance: Int, _ signs: String) -> Bool {
    if case .sign(let byte)? = part(distance) { signs.utf8.contains(byte) } else { false }
  }

  private mutating func readNumber(_ number: Int, digits: Int) {
    if isSign(1, ":"), let minute = self.number(2) { return readTime(number, minute) }
    if case .word(let word)? = part(1), word == "am" || word == "pm", digits <= 2 {
      second = Self.hour(number, word) * 3600
      position += 2
    } else if isSign(1, "-/."), case .number(let middle, let middleDigits)? = part(2) {
      notePart()
      readDate(number, middle, digits: digits, middleDigits)
    } else if digits == 8, year == nil {
      (year, month, day) = (number / 10000, number / 100 % 100, number % 100)
      position += 1
    } else if digits == 6, year != nil, second == nil {
      second = number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100
      position += 1
      readZone()
    } else {
      notePart()
      if digits <= 2, day == nil { day = number } else if year == nil { year = number }
      position += 1
    }
  }

  /// Notes that a part of a date stands here.
  private mutating func notePart() {
    if isInterrupted { isRefused = true }
  }

  private mutating func readTime(_ hour: Int, _ minute: Int) {
    position += 3
    var seconds = 0
    if isSign(0, ":"), let number = number(1) {
      seconds = number
      position += 2
      if isSign(0, ".,"), self.number(1) != nil { position += 2 }
    }
    var hour = hour
    if case .word(let word)? = part(0), word == "am" || word == "pm" {
      hour = Self.hour(hour, word)
      position += 1
    }
    guard hour < 24 || hour == 24 && minute + seconds == 0, minute < 60, seconds < 61 else {
      // No such time: no such day either, so that the text is left as it is.
      isRefused = true
      return
    }
    second = hour * 3600 + minute * 60 + seconds
    readZone()
  }

  private static func hour(_ hour: Int, _ half: String) -> Int {
    hour % 12 + (half == "pm" ? 12 : 0)
  }

  private mutating func readZone() {
    if case .word(let word)? = part(0), word.utf8.count < 5, Self.month(word) == nil {
      position += 1
    }
    guard isSign(0, "+-"), case .number(let number, let digits)? = part(1) else { return }
    let sign = isSign(0, "-") ? -1 : 1
    position += 2
    var (hours, minutes) = digits > 2 ? (number / 100, number % 100) : (number, 0)
    if digits <= 2, isSign(0, ":"), let written = self.number(1) {
      minutes = written
      position += 2
    }
    hours = min(hours, 24)
    offset = sign * (hours * 3600 + min(minutes, 59) * 60)
  }

  /// Reads `year-month-day`, `day.month.year` or one of them without its last part.
  private mutating func readDate(
    _ first: Int, _ middle: Int, digits: Int, _ middleDigits: Int
  ) {
    let isSlashed = isSign(1, "/")
    position += 3
    guard isSign(0, "-/."), case .number(let last, let lastDigits)? = part(1) else {
      // The reference does not take `2016-03` for a date, nor `3.14`.
      isRefused = isRefused || !isSlashed
      if digits > 2 {
        (year, month) = (first, middle)
      } else if middleDigits > 2 {
        (year, month) = (middle, first)
      } else {
        (month, day) = (first, middle)
      }
      return
    }
    position += 2
    (year, month, day) =
      digits <= 2 && lastDigits > 2 ? (last, middle, first) : (first, middle, last)
  }

  private mutating func readWord(_ word: String) {
    position += 1
    guard let number = Self.month(word) else {
      let isPart = year != nil || month != nil || day != nil
      let isWhole = year != nil && month != nil && day != nil
      if isPart, !isWhole, !Self.links(word) { isInterrupted = true }
      return
    }
    guard month == nil else { return }
    notePart()
    month = number
    // A name between signs is read as `14-Mar-2016` is: without them.
    while isSign(0, "-/.") { position += 1 }
  }
  /// The number of the month that a word names, whole or shortened to three letters or more.
  private static func month(_ word: String) -> Int? {
    guard word.utf8.count > 2 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static func links(_ word: String) -> Bool {
    shortLinking.contains(word) || word.utf8.count > 2 && linking.contains { $0.hasPrefix(word) }
  }
}
