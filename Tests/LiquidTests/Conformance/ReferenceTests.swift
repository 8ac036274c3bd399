import Testing

/// Templates whose results were taken from Debian's ruby-liquid.
@Suite struct ReferenceTests {
  @Test func `filters, tests, loops and partials give what the reference gives`() throws {
    let folder = "/\(#filePath.split(separator: "/").dropLast().joined(separator: "/"))"
    let bytes = try #require(GoldenLiquid.read("\(folder)/reference.json"))
    let cases = GoldenLiquid.cases(of: try JSONReader.read(bytes))
    #expect(cases.count > 1000)
    for reference in cases {
      let outcome = reference.run()
      #expect(reference.accepts(outcome), "\(reference.template): \(outcome)")
    }
  }
}
