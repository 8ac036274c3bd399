import Register
import Values

/// The ends of all terms as a calendar (RFC 5545), one event of a day each.
///
/// Where another term follows at once, or the accreditation was withdrawn before, the event does not
/// say that the accreditation ends on that day.
struct RenewalCalendar {
  private let view: RegisterView
  private let settings: Settings

  init(_ view: RegisterView, site settings: Settings) {
    self.view = view
    self.settings = settings
  }

  /// The calendar's bytes: lines ended by CRLF and folded at 75 bytes.
  var ics: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//register//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + escaped("Accreditations that end: \(settings.title)"),
    ]
    for organisation in view.register.registry.organisations {
      for term in organisation.terms { lines += event(of: term, organisation) }
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap { Self.folded($0) + [0x0D, 0x0A] }
  }

  private func event(of term: Register.Term, _ organisation: Organisation) -> [String] {
    let name = organisation.name?.value ?? organisation.id.value
    let day = compact(term.end)
    // A term without an id is a finding; its event is named after what it has.
    let id = term.id?.value ?? "\(organisation.id.value)-\(compact(term.start.value))"
    var lines = [
      "BEGIN:VEVENT", "UID:" + escaped("\(id)@\(authority)"),
      // A build has no clock; the day it tells of is what makes two builds alike.
      "DTSTAMP:\(compact(view.register.day))T000000Z", "DTSTART;VALUE=DATE:\(day)",
    ]
    if let next = term.end.adding(days: 1) { lines.append("DTEND;VALUE=DATE:\(compact(next))") }
    lines.append("SUMMARY:" + escaped(summary(of: term, organisation, name)))
    lines.append(
      "DESCRIPTION:" + escaped("Last day of term \(id), which began on \(term.start.value.words)."))
    if let url = settings.url, let path = view.url(of: organisation.id.value) {
      lines.append("URL:" + url.absolute(path))
    }
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private func summary(of term: Register.Term, _ organisation: Organisation, _ name: String)
    -> String
  {
    if organisation.lastDay(of: term) < term.end { return "Term of \(name) ends; withdrawn before" }
    let next = term.end.adding(days: 1)
    return organisation.terms.contains { $0.start.value == next }
      ? "Term of \(name) ends; renewed" : "Accreditation of \(name) ends"
  }

  private var authority: String { settings.url?.host ?? "register.invalid" }

  private func compact(_ date: PlainDate) -> String { date.description.replacing("-", with: "") }

  /// Text with what means something to a calendar made plain, and without control characters.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The line in parts of at most 75 bytes, never cut within a character.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      if length + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    return bytes
  }
}

extension SiteURL {
  /// The name of the host, without a port.
  var host: String {
    let authority = origin.split(separator: "/").last ?? ""
    return String(authority.split(separator: "@").last?.prefix { $0 != ":" } ?? "").lowercased()
  }
}
