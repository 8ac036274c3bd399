import Handbook
import Testing

@testable import Handbook

@Suite struct RegisterDataTests {
  private func listed(_ entries: (inout RegisterSite) -> Void = { _ in }) -> RegisterSite {
    var site = RegisterSite()
    site.people =
      "people:\n" + RegisterSite.person(1, "Ottoline Quarrel", state: "listed")
      + RegisterSite.person(2, "Peregrine Thrupp", state: "verify-only")
    entries(&site)
    return site
  }

  /// The rows of a table by the names of its columns, read as RFC 4180 says.
  private func rows(_ text: String) throws -> [[String: String]] {
    var (rows, row, cell) = ([[String]](), [String](), "")
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let next = rest.popFirst() {
      switch (next, isQuoted) {
      case ("\"", true) where rest.first == "\"":
        rest.removeFirst()
        cell += "\""
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false):
        #expect(rest.popFirst() == "\n")
        rows.append(row + [cell])
        (row, cell) = ([], "")
      case ("\n", false): Issue.record("a line ends without CR")
      default: cell.unicodeScalars.append(next)
      }
    }
    #expect(cell.isEmpty && row.isEmpty && !isQuoted)
    let columns = try #require(rows.first)
    return rows.dropFirst().map { row in
      #expect(row.count == columns.count)
      return Dictionary(uniqueKeysWithValues: zip(columns, row))
    }
  }

  @Test func `tables can be read back`() async throws {
    let outcome = try await listed().build()
    let organisation = try #require(try rows(outcome.file("registry/data/organisations.csv")).first)
    #expect(organisation["id"] == "org-college")
    #expect(organisation["status"] == "accredited")
    #expect(organisation["term_end"] == "2027-05-14")
    #expect(organisation["levels"] == "foundation")
    #expect(organisation["as_of"] == testDay)
    #expect(
      try rows(outcome.file("registry/data/terms.csv")).map { $0["id"] } == ["acc-1", "acc-2"])
    #expect(try rows(outcome.file("registry/data/courses.csv")).first?["pass_mark"] == "60")
    #expect(try rows(outcome.file("registry/data/coverage.csv")).count == 14)
    let certificates = try rows(outcome.file("registry/data/certificates.csv"))
    #expect(certificates.map { $0["id"] } == [RegisterSite.number(1)])
    #expect(certificates.first?["status"] == "valid")
    #expect(certificates.first?["status_date"] == "2025-09-19")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"), ("＝1", "'＝1"), ("a=1", "a=1"), ("", ""), ("a\"b", "a\"b"),
    ("a,b\r\nc", "a,b\r\nc"),
  ])
  func `a cell that a spreadsheet would run is made harmless`(cell: String, read: String) throws {
    let table = Table(columns: ["a", "b"], rows: [[cell, "x"]])
    #expect(try rows(String(decoding: table.csv, as: UTF8.self)) == [["a": read, "b": "x"]])
  }

  @Test func `a formula for a name is harmless in the table`() async throws {
    let site = listed {
      $0.entries = $0.entries.replacing("The College", with: "\"=cmd|' /C calc'!A0\"")
    }
    let row = try rows(await site.build().file("registry/data/organisations.csv")).first
    #expect(row?["name"] == "'=cmd|' /C calc'!A0")
  }

  @Test(arguments: [
    ("2023-02-05", "", "No application yet", "2023-02-06"),
    ("2023-02-06", "applied", "Applied on 6 February 2023", "2023-02-20"),
    ("2023-02-20", "scheduled", "Scheduled from 15 May 2023", "2023-05-12"),
    ("2023-05-14", "scheduled", "Scheduled from 15 May 2023", "2023-05-15"),
    ("2023-05-15", "accredited", "Accredited until 14 May 2025", "2024-11-12"),
    ("2025-05-14", "accredited", "Accredited until 14 May 2025", "2025-05-15"),
    ("2025-05-15", "accredited", "Accredited until 14 May 2027", "2025-09-19"),
    ("2026-02-01", "accredited", "Accredited until 14 May 2027", "2026-02-02"),
    (
      "2026-02-02", "suspended", "Suspended since 2 February 2026 until 10 April 2026", "2026-04-11"
    ),
    (
      "2026-04-10", "suspended", "Suspended since 2 February 2026 until 10 April 2026", "2026-04-11"
    ),
    ("2026-04-11", "accredited", "Accredited until 14 May 2027", "2026-11-12"),
    ("2027-05-14", "accredited", "Accredited until 14 May 2027", "2027-05-15"),
    ("2027-05-15", "lapsed", "Lapsed after 14 May 2027", "null"),
  ])
  func `statuses turn on their days`(
    day: String, status: String, words: String, next: String
  ) async throws {
    // A term that is written is there before it begins: an applicant has none yet.
    let isEarly = day <= "2023-02-06"
    let site = listed {
      guard isEarly, let start = $0.entries.firstRange(of: "    terms:"),
        let end = $0.entries.firstRange(of: "    interruptions:")
      else { return }
      $0.entries.removeSubrange(start.lowerBound..<end.lowerBound)
    }
    let outcome = try await site.build(asOf: day)
    #expect(try rows(outcome.file("registry/data/organisations.csv")).first?["status"] == status)
    #expect(
      try outcome.file("registry/organisations/org-college/index.html").contains(">\(words)<"))
    let written = next == "null" ? "null" : "\"\(next)\""
    #expect(try outcome.file("handbook.json").contains("\"nextChange\":\(written)"))
  }

  @Test func `a term from a leap day ends two years less a day later`() async throws {
    let site = listed {
      $0.entries = $0.entries.replacing(
        "start: 2023-05-15, end: 2025-05-14", with: "start: 2024-02-29"
      )
      .replacing(
        "      - {id: acc-2, audit: aud-2, start: 2025-05-15, end: 2027-05-14}\n", with: "")
    }
    for (day, status) in [
      ("2024-02-28", "scheduled"), ("2024-02-29", "accredited"), ("2026-02-27", "suspended"),
      ("2026-04-11", "lapsed"),
    ] {
      let row = try rows(await site.build(asOf: day).file("registry/data/organisations.csv")).first
      #expect(row?["status"] == status, "\(day)")
      #expect(row?["term_end"] == "2026-02-27")
    }
  }

  @Test func `an accreditation shows as expiring from half a year before its end`() async throws {
    for (day, isExpiring) in [
      ("2026-11-11", false), ("2026-11-12", true), ("2027-05-14", true), ("2027-05-15", false),
    ] {
      let outcome = try await listed().build(asOf: day)
      #expect(
        try outcome.file("registry/expiring/index.html").contains("The College") == isExpiring,
        "\(day)")
    }
  }

  @Test func `the calendar has a day for the end of each term`() async throws {
    let site = listed {
      $0.entries = $0.entries.replacing(
        "The College", with: "\"The; College, of \(String(repeating: "é", count: 60))\"")
    }
    let text = try await site.build().file("registry/renewals.ics")
    let lines = text.components(separatedByCRLF: true)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20250514\r\nDTEND;VALUE=DATE:20250515\r\n"))
    #expect(unfolded.contains("SUMMARY:Accreditation of The\\; College\\, of é"))
    #expect(unfolded.components(of: "BEGIN:VEVENT") == 2)
    #expect(unfolded.contains("UID:acc-1@register.invalid"))
  }

  @Test func `the calendar says whether an accreditation ends with a term`() async throws {
    let renewed = try await listed().build().file("registry/renewals.ics")
    #expect(
      renewed.contains(
        "DTSTART;VALUE=DATE:20250514\r\nDTEND;VALUE=DATE:20250515\r\nSUMMARY:Term of The College ends\\; renewed\r\n"
      ))
    #expect(renewed.components(of: "SUMMARY:Accreditation of The College ends\r\n") == 1)
    let withdrawn = listed {
      $0.entries = $0.entries.replacing(
        "{kind: suspended, from: 2026-02-02, to: 2026-04-10, code: marking}",
        with: "{kind: withdrawn, from: 2026-02-02}")
    }
    let text = try await withdrawn.build().file("registry/renewals.ics")
    #expect(
      text.contains(
        "DTSTART;VALUE=DATE:20270514\r\nDTEND;VALUE=DATE:20270515\r\nSUMMARY:Term of The College ends\\; withdrawn before\r\n"
      ))
  }

  @Test func `the feed is made of a site with an address, and its ids never change`() async throws {
    #expect(try await listed().build().files["registry/feed.atom"] == nil)
    let site = listed {
      $0.entries = $0.entries.replacing(
        "log:\n", with: "log:\n  - {date: 2026-07-10, kind: correction, subject: org-college}\n")
    }
    let feed = try await site.build(url: "https://site.example/base").file("registry/feed.atom")
    let id = "<id>tag:site.example,2023-05-15:registry:accreditation-granted:org-college</id>"
    #expect(feed.contains(id))
    #expect(feed.contains(#"href="https://site.example/base/registry/organisations/org-college/""#))
    // What lies ahead is not told.
    #expect(!feed.contains("2026-07-10"))
    let more = listed {
      $0.entries = $0.entries.replacing(
        "log:\n",
        with:
          "log:\n  - {date: 2022-01-01, kind: correction, subject: org-college}\n  - {date: 2023-05-15, kind: course-added, subject: crs-college-f}\n"
      )
    }
    #expect(
      try await more.build(url: "https://site.example/base").file("registry/feed.atom").contains(id)
    )
  }

  @Test func `changes that are alike have ids of their own`() async throws {
    let line = "  - {date: 2024-01-01, kind: correction, subject: org-college}\n"
    let site = listed { $0.entries = $0.entries.replacing("log:\n", with: "log:\n" + line + line) }
    let feed = try await site.build(url: "https://site.example/").file("registry/feed.atom")
    #expect(feed.components(of: ":correction:org-college</id>") == 1)
    #expect(feed.components(of: ":correction:org-college:2</id>") == 1)
  }

  @Test func `a change about a certificate that is not listed is not told`() async throws {
    let line = { "  - {date: 2025-10-01, kind: correction, subject: \(RegisterSite.number($0))}\n" }
    let site = listed {
      $0.entries = $0.entries.replacing("log:\n", with: "log:\n" + line(1) + line(2))
    }
    let outcome = try await site.build(url: "https://site.example/")
    for path in [
      "registry/feed.atom", "registry/changes/index.html", "registry/data/registry.json",
    ] {
      #expect(try outcome.file(path).contains(RegisterSite.number(1)), "\(path)")
      #expect(!(try outcome.file(path).contains(RegisterSite.number(2))), "\(path)")
    }
  }

  @Test func `the same register and day give the same bytes`() async throws {
    let first = try await listed().build(url: "https://site.example/").files
    #expect(first == (try await listed().build(url: "https://site.example/").files))
  }

  @Test func `links to the register's files are known`() async throws {
    let site = listed {
      $0.files["content/a.md"] =
        "# A\n\n[c](/registry/data/terms.csv) [s](/registry/data/registry.schema.json) [i](/registry/renewals.ics)\n"
    }
    #expect(try await site.build().report.findings.isEmpty)
  }
}

extension String {
  /// The lines between CRLF.
  fileprivate func components(separatedByCRLF: Bool) -> [String] {
    utf8.split(separator: 0x0A).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}
