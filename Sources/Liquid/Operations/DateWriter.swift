import Values

/// Writes a moment in the form that a pattern such as `%d.%m.%Y` gives.
struct DateWriter {
  /// What is written.
  private(set) var bytes: [UInt8] = []
  private let moment: Moment

  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// How a directive is to be padded and cased.
  private struct Style {
    var padding: UInt8?
    var isPadded = true
    var width: Int?
    var isUpper = false
    var isSwapped = false
    var colons = 0
  }

  /// Creates a writer.
  init(_ moment: Moment) {
    self.moment = moment
  }

  /// Adds the moment in the form of `pattern`; what is no directive is written as it stands.
  mutating func write(_ pattern: String, _ budget: inout Budget) throws(Failure) {
    let pattern = Array(pattern.utf8)
    var offset = 0
    while offset < pattern.count {
      guard pattern[offset] == UInt8(ascii: "%") else {
        bytes.append(pattern[offset])
        offset += 1
        continue
      }
      var end = offset + 1
      let style = Self.style(in: pattern, &end)
      if let width = style.width { try budget.grow(width) }
      if end < pattern.count, write(pattern[end], style) {
        offset = end + 1
      } else {
        bytes.append(pattern[offset])
        offset += 1
      }
    }
  }

  private static func style(in pattern: [UInt8], _ offset: inout Int) -> Style {
    var style = Style()
    while offset < pattern.count {
      switch pattern[offset] {
      case UInt8(ascii: "-"): style.isPadded = false
      case UInt8(ascii: "0"): style.padding = UInt8(ascii: "0")
      case UInt8(ascii: "_"): style.padding = UInt8(ascii: " ")
      case UInt8(ascii: "^"): style.isUpper = true
      case UInt8(ascii: "#"): style.isSwapped = true
      case UInt8(ascii: ":"): style.colons += 1
      default:
        while offset < pattern.count, pattern[offset].isDigit, (style.width ?? 0) < 100 {
          style.width = (style.width ?? 0) * 10 + Int(pattern[offset] - UInt8(ascii: "0"))
          offset += 1
        }
        return style
      }
      offset += 1
    }
    return style
  }

  /// Writes one directive; false when there is none of that letter.
  private mutating func write(_ directive: UInt8, _ style: Style) -> Bool {
    let (date, hour) = (moment.date, moment.second / 3600)
    let hour12 = (hour + 11) % 12 + 1
    switch Unicode.Scalar(directive) {
    case "Y": number(date.year, 1, style)
    case "C": number(date.year / 100, 2, style)
    case "y": number(date.year % 100, 2, style)
    case "m": number(date.month, 2, style)
    case "d": number(date.day, 2, style)
    case "e": number(date.day, 2, style, " ")
    case "j": number(moment.dayOfYear, 3, style)
    case "H": number(hour, 2, style)
    case "k": number(hour, 2, style, " ")
    case "I": number(hour12, 2, style)
    case "l": number(hour12, 2, style, " ")
    case "M": number(moment.second / 60 % 60, 2, style)
    case "S": number(moment.second % 60, 2, style)
    case "L": text(String(repeating: "0", count: style.width ?? 3), Style())
    case "N": text(String(repeating: "0", count: style.width ?? 9), Style())
    case "s": number(moment.epoch, 1, style)
    case "u": number((date.weekday + 6) % 7 + 1, 1, style)
    case "w": number(date.weekday, 1, style)
    case "G": number(moment.isoWeek.year, 1, style)
    case "g": number(moment.isoWeek.year % 100, 2, style)
    case "V": number(moment.isoWeek.week, 2, style)
    case "U": number((moment.dayOfYear + 6 - date.weekday) / 7, 2, style)
    case "W": number((moment.dayOfYear + 6 - (date.weekday + 6) % 7) / 7, 2, style)
    case "A": text(Self.days[date.weekday], style)
    case "a": text(String(Self.days[date.weekday].prefix(3)), style)
    case "B": text(Self.months[date.month - 1], style)
    case "b", "h": text(String(Self.months[date.month - 1].prefix(3)), style)
    case "p": text(style.isSwapped ? (hour < 12 ? "am" : "pm") : hour < 12 ? "AM" : "PM", style)
    case "P": text(hour < 12 ? "am" : "pm", style)
    case "Z": text(moment.offset == 0 ? "UTC" : "", style)
    case "z": zone(style)
    case "n": text("\n", style)
    case "t": text("\t", style)
    case "%": text("%", style)
    default: return writeCombination(directive, style)
    }
    return true
  }

  private mutating func writeCombination(_ directive: UInt8, _ style: Style) -> Bool {
    let pattern: String
    switch Unicode.Scalar(directive) {
    case "D", "x": pattern = "%m/%d/%y"
    case "F": pattern = "%Y-%m-%d"
    case "T", "X": pattern = "%H:%M:%S"
    case "R": pattern = "%H:%M"
    case "r": pattern = "%I:%M:%S %p"
    case "c": pattern = "%a %b %e %H:%M:%S %Y"
    case "v": pattern = "%e-%^b-%Y"
    default: return false
    }
    var inner = DateWriter(moment)
    for part in pattern.split(separator: "%") {
      // The patterns above begin with '%' and hold no '%%'.
      var offset = 0
      let letters = Array(part.utf8)
      let style = Self.style(in: letters, &offset)
      _ = inner.write(letters[offset], style)
      inner.bytes += letters[(offset + 1)...]
    }
    text(String(decoding: inner.bytes, as: UTF8.self), style)
    return true
  }

  private mutating func number(
    _ number: Int, _ width: Int, _ style: Style, _ padding: Unicode.Scalar = "0"
  ) {
    let digits = String(abs(number))
    let sign = number < 0 ? "-" : ""
    let wanted = style.isPadded ? style.width ?? width : 0
    let fill = style.padding ?? UInt8(ascii: padding)
    let missing = max(0, wanted - digits.count - sign.count)
    if fill == UInt8(ascii: "0") { bytes.append(contentsOf: sign.utf8) }
    bytes.append(contentsOf: repeatElement(fill, count: missing))
    if fill != UInt8(ascii: "0") { bytes.append(contentsOf: sign.utf8) }
    bytes.append(contentsOf: digits.utf8)
  }

  private mutating func text(_ text: String, _ style: Style) {
    let missing = max(0, (style.width ?? 0) - text.count)
    if style.isPadded {
      bytes.append(contentsOf: repeatElement(style.padding ?? UInt8(ascii: " "), count: missing))
    }
    let isUpper = style.isUpper || style.isSwapped && text != "am" && text != "pm"
    bytes.append(contentsOf: (isUpper ? text.uppercased() : text).utf8)
  }

  /// Writes the zone: `+0100`, `+01:00` with one colon, `+01:00:00` with two.
  private mutating func zone(_ style: Style) {
    let minutes = abs(moment.offset) / 60
    bytes.append(UInt8(ascii: moment.offset < 0 ? "-" : "+"))
    number(minutes / 60, 2, Style())
    if style.colons > 0 { bytes.append(UInt8(ascii: ":")) }
    number(minutes % 60, 2, Style())
    if style.colons > 1 { bytes.append(contentsOf: ":00".utf8) }
  }
}
