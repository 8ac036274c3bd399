import Diagnostics
import Testing
import YAML

@testable import Handbook

/// What is wrong with a demand, for a program of version 1.4.2.
private func findings(_ demand: String) throws -> [String] {
  let file = SourceFile(path: "site.yml", text: "requires: \(demand)\n")
  let pair = try #require(
    parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile
    )
    .value.pairs.first)
  var decoder = NodeDecoder(file: file, rules: .page)
  RequirementReader.check(pair, &decoder, program: try #require(ProgramVersion("1.4.2")))
  return decoder.diagnostics.map(\.message)
}

@Test(arguments: [
  "\">=1.2 <2\"", "'1.4.2'", "'>1.4.1'", "'<=1.4.2'", "'>=1.4, <1.5'", "''", "~",
])
func `a demand that this program meets is no finding`(_ demand: String) throws {
  #expect(try findings(demand) == [])
}

@Test(arguments: ["'>=2'", "'<1.4'", "'1.4'", "'>1.4.2'", "'>=1 <1.4.2'"])
func `a demand that this program does not meet says both versions`(_ demand: String) throws {
  let text = demand.trimmingPrefix("'").dropLast()
  #expect(
    try findings(demand) == ["this site requires handbook \(text), and this is handbook 1.4.2"])
}

@Test(arguments: ["new", "'>=1.x'", "'~1.2'", "'1.2.3.4'", "'=>1'", "'1..2'", "'-1'", "'>= 1'"])
func `what is no demand is refused`(_ demand: String) throws {
  let found = try findings(demand)
  #expect(found.count == 1 && found[0].hasSuffix("is no demand on the program's version"))
}
