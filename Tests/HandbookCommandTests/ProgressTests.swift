import Testing

@testable import HandbookCommand

@Test func `progress tells the stage, the pages done, the rate and the time left`() {
  #expect(
    Progress.line(read: 500, made: 0, of: 1000, after: 1)
      == "500 of 1000 pages read, 167 a second, 5 s left")
  #expect(
    Progress.line(read: 1500, made: 0, of: 1000, after: 1.5)
      == "500 of 1000 pages rendered, 333 a second, 2 s left")
  #expect(
    Progress.line(read: 2000, made: 1000, of: 1000, after: 3)
      == "1000 of 1000 pages made, 333 a second, 0 s left")
}

@Test func `no progress is shown in the first second, nor of nothing`() {
  #expect(Progress(total: 10).line == nil)
}
