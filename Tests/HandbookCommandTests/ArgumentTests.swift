import Diagnostics
import Handbook
import Testing
import Values

@testable import HandbookCommand

@Test func `a report is a format and a file, whose name may hold the sign between them`() {
  let report = ReportFile(argument: "sarif=a=b.sarif")
  #expect(report?.format == .sarif && report?.path == "a=b.sarif")
  for wrong in ["sarif", "sarif=", "xml=a.xml", "=a.xml", ""] {
    #expect(ReportFile(argument: wrong) == nil, "\(wrong)")
  }
}

@Test func `a day is one that there is`() {
  #expect(Day(argument: "2028-02-29")?.date.description == "2028-02-29")
  for wrong in ["2026-02-29", "2026-6-30", "30.06.2026", "today", ""] {
    #expect(Day(argument: wrong) == nil, "\(wrong)")
  }
}

@Test func `a site's address is one that browsers reach`() {
  #expect(SiteAddress(argument: "https://x.example/base/")?.url.basePath == "/base")
  for wrong in ["x.example", "ftp://x.example/", "/base/", ""] {
    #expect(SiteAddress(argument: wrong) == nil, "\(wrong)")
  }
}
