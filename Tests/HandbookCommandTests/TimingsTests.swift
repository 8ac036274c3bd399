import Testing

@testable import HandbookCommand

@Test func `timings have a line for each stage in the order they began, and one for all`() {
  let timings = Timings()
  #expect(timings.text == "")
  timings.begin("survey")
  timings.begin("a longer name than there is room for")
  let lines = timings.text.split(separator: "\n")
  #expect(lines.count == 3)
  #expect(lines[0].hasPrefix("survey   ") && lines[2].hasPrefix("in all   "))
  #expect(lines[1].hasPrefix("a longer name than there is room for "))
  #expect(lines.allSatisfy { $0.contains(/\d\.\d ms +\d+\.\d ms of processors$/) }, "\(lines)")
}
