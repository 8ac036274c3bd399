import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct RegistryValueTests {
  /// The sound register as templates see it on a day.
  private func value(on day: String) throws -> RegistryValue {
    RegistryValue(decode(soundRegister).value, asOf: try #require(PlainDate(day)))
  }

  /// The member at the end of a path, as printed; numbers count the values of lists.
  private func member(_ path: String, on day: String = "2026-06-30") throws -> String {
    var value = Value.object(try value(on: day))
    for key in path.split(separator: ".") {
      if case .array(let items) = value, let index = Int(key) {
        value = try #require(items.indices.contains(index) ? items[index] : nil)
      } else {
        value = try #require(value.member(String(key)), "no \(key)")
      }
    }
    return "\(value)"
  }

  @Test func `an organisation has what a page shows`() throws {
    #expect(try member("organisations.0.id") == #"string("org-college")"#)
    #expect(try member("organisations.0.name") == #"string("The College")"#)
    #expect(try member("organisations.0.url") == #"string("https://college.example/")"#)
    #expect(try member("organisations.0.status") == #"string("accredited")"#)
    #expect(try member("organisations.0.terms.1.start") == "date(2025-05-15)")
    #expect(try member("organisations.0.terms.1.end") == "date(2027-05-14)")
    #expect(try member("organisations.0.terms.0.current") == "bool(false)")
    #expect(try member("organisations.0.current_term.id") == #"string("acc-2")"#)
    #expect(try member("organisations.1.status") == #"string("lapsed")"#)
    #expect(try member("organisations.1.current_term") == "none")
    #expect(try member("organisations.1.country") == "none")
    #expect(try member("organisations.0.courses.1.version") == #"string("2.0")"#)
  }

  @Test func `the levels are those of courses in use`() throws {
    func levels(on day: String) throws -> [String] {
      guard
        case .array(let levels)? = Value.object(try value(on: day)).member("organisations")
          .flatMap({ if case .array(let all) = $0 { all.first?.member("levels") } else { nil } })
      else { return [] }
      return levels.map { if case .string(let level) = $0 { level } else { "" } }
    }
    #expect(try levels(on: "2024-01-01") == ["foundation"])
    #expect(try levels(on: "2026-01-01") == ["foundation", "practitioner", "senior-practitioner"])
    #expect(try levels(on: "2020-01-01") == [])
  }

  @Test func `counts are those of the day`() throws {
    #expect(try member("counts.organisations") == "integer(2)")
    #expect(try member("counts.accredited") == "integer(1)")
    #expect(try member("counts.lapsed") == "integer(1)")
    #expect(try member("counts.in_audit") == "integer(0)")
    #expect(try member("counts.scheduled", on: "2023-02-14") == "integer(2)")
    #expect(try member("counts.courses") == "integer(4)")
    #expect(try member("counts.certificates") == "integer(5)")
  }

  @Test func `days are those of the register`() throws {
    #expect(try member("as_of") == "date(2026-06-30)")
    #expect(try member("next_change") == "date(2026-11-12)")
    #expect(try member("next_change", on: "2027-05-15") == "none")
    #expect(try member("organisations.0.expiring") == "bool(false)")
    #expect(try member("organisations.0.expiring", on: "2026-11-12") == "bool(true)")
  }

  @Test func `a course has what a page shows`() throws {
    #expect(try member("courses.0.organisation") == #"string("The College")"#)
    #expect(try member("courses.0.in_use") == "bool(false)")
    #expect(try member("courses.1.to") == "none")
    #expect(try member("courses.1.from") == "date(2025-05-15)")
    #expect(try member("courses.1.hours") == "none")
    #expect(try member("courses.1.elements.6") == #"string("strategy-governance-leadership")"#)
  }

  @Test func `every name listed is known, and no other`() throws {
    let registry = try value(on: "2026-06-30")
    func check(_ object: any ValueObject) {
      for name in object.memberNames { #expect(object.member(name) != nil) }
      #expect(object.member("colour") == nil)
    }
    check(registry)
    for list in ["organisations", "courses"] {
      guard case .array(let items)? = registry.member(list) else { continue }
      for case .object(let object) in items {
        check(object)
        #expect(!object.text.isEmpty)
      }
    }
  }

  @Test func `a course tells what its organisation is`() throws {
    #expect(try member("courses.1.org_status") == #"string("accredited")"#)
    #expect(
      try member("courses.1.org_status_words", on: "2027-05-15")
        == #"string("Lapsed after 14 May 2027")"#)
    #expect(try member("courses.1.in_use", on: "2027-05-15") == "bool(false)")
  }

  @Test func `certificates count from the day of their award`() throws {
    #expect(try member("organisations.0.certificates", on: "2023-06-22") == "integer(0)")
    #expect(try member("organisations.0.certificates", on: "2023-06-23") == "integer(1)")
    #expect(try member("organisations.0.certificates") == "integer(5)")
  }

  @Test func `every organisation counts in one status`() throws {
    for day in ["2023-01-01", "2024-05-15", "2026-06-30"] {
      let counts = try OrganisationStatus.allCases.map(\.rawValue).reduce(0) { sum, status in
        let count = try member("counts." + status.replacing("-", with: "_"), on: day)
        return sum + (Int(count.filter(\.isNumber)) ?? 0)
      }
      #expect(try member("counts.no_application", on: day) == "integer(\(2 - counts))")
    }
    let bare = decode("organisations: [{id: org-a, name: A}]").value
    let day = try #require(PlainDate("2026-06-30"))
    let counts = try #require(RegistryValue(bare, asOf: day).member("counts"))
    #expect("\(counts.member("no_application") ?? .none)" == "integer(1)")
  }
}
