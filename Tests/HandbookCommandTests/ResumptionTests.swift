import Handbook
import Testing

@testable import HandbookCommand

@Test func `what a preview leaves to the next is read as it was written`() {
  let left = Resumption(
    token: "ab12", sockets: [7, 9],
    endless: [SourceEntry(path: "content/ä b\n%.md", size: 5, modified: -3, inode: .max)])
  let read = Resumption(parsing: left.text)
  #expect(read?.token == left.token && read?.sockets == left.sockets)
  #expect(read?.endless == left.endless)
  for odd in ["", "ab12", "ab12 x", "ab12 7\n1 2 3", "ab12 7\na 2 3 content/a.md"] {
    #expect(Resumption(parsing: odd) == nil)
  }
}
