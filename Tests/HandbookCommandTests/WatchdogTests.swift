import Testing

@testable import HandbookCommand

@Test func `work that lasts is seen, and work that ended is not`() {
  let watchdog = Watchdog(limit: 1000)
  let short = watchdog.began("a", nil)
  for _ in 0..<20 { #expect(watchdog.look() == nil) }
  watchdog.ended(short)
  let long = watchdog.began("b", nil)
  for _ in 0..<20 { #expect(watchdog.look() == nil) }
  let other = watchdog.began("c", nil)
  #expect(watchdog.look()?.page == "b")
  watchdog.ended(long)
  #expect(watchdog.look() == nil)
  watchdog.ended(other)
}

@Test func `a limit has a limit`() { #expect(Watchdog(limit: .max).limit == 3_600_000) }
