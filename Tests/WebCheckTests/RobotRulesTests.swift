import Testing

@testable import WebCheck

@Test(arguments: [
  ("", "/a", true), ("User-agent: *\nDisallow: /a", "/a/b", false),
  ("User-agent: *\nDisallow: /a", "/b", true), ("User-agent: *\nDisallow:", "/a", true),
  ("User-agent: other\nDisallow: /", "/a", true),
  ("User-agent: *\nDisallow: /\nUser-agent: handbook\nAllow: /", "/a", true),
  ("User-agent: handbook\nUser-agent: other\nDisallow: /a", "/a", false),
  ("User-agent: other\nDisallow: /b\nUser-agent: Handbook\nDisallow: /a # not this", "/a", false),
  ("user-agent: *\ndisallow: /a\nallow: /a/b", "/a/b/c", true),
  ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true),
  ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
  ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true),
  ("User-agent: *\nDisallow: /*a*a$", "/a", true),
  ("User-agent: *\nDisallow: /*a*a$", "/xaa", false),
  ("User-agent: *\nDisallow: /a$", "/a", false), ("User-agent: *\nDisallow: /a$", "/ab", true),
  ("User-agent: *\nDisallow: *", "/a", false), ("User-agent: *\nDisallow: /**b$", "/ab", false),
  ("User-agent: *\r\nDisallow: /a*c\r\n", "/abbbc/d", false), ("no rules at all", "/a", true),
  ("User-agent: *\nSitemap: https://x.example/s.xml\nDisallow: /a", "/a", false),
])
func `robots.txt tells what may be asked for`(_ text: String, _ path: String, _ expected: Bool) {
  #expect(RobotRules(parsing: text, for: "handbook").allows(path) == expected)
}

@Test func `a pattern of many stars is no work`() {
  let text = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 200) + "$"
  #expect(
    RobotRules(parsing: text, for: "handbook").allows("/" + String(repeating: "ab", count: 500)))
  let stars = "User-agent: *\nDisallow: /" + String(repeating: "*", count: 400_000) + "z"
  #expect(
    RobotRules(parsing: stars, for: "handbook").allows("/" + String(repeating: "a", count: 1_500)))
}
