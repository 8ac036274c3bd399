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

@Test(arguments: [
  ("bulid", "there is no command 'bulid'; did you mean 'build'?"),
  ("serv --port 1", "there is no command 'serv'; did you mean 'serve'?"),
  ("help bulid", "there is no command 'bulid'; did you mean 'build'?"),
  ("registry shw C-1", "there is no command 'registry shw'; did you mean 'registry show'?"),
  ("help adapt staus", "there is no command 'adapt staus'; did you mean 'adapt status'?"),
  ("zzz", "there is no command 'zzz'; 'handbook help' lists them"),
  ("register zzz", "there is no command 'register zzz'; 'handbook help register' lists them"),
])
func `a word that is no command is answered with the nearest`(line: String, sentence: String) {
  #expect(UnknownCommand(in: line.split(separator: " ").map(String.init))?.sentence == sentence)
}

@Test(arguments: [
  "", "build", "--version", "help", "help build", "register show C-1", "new role Lead", "registry",
  "explain broken-link", "adapt --help", "mv /a/ /b/",
])
func `a command is one by its name and its other names`(line: String) {
  #expect(UnknownCommand(in: line.split(separator: " ").map(String.init)) == nil)
}
