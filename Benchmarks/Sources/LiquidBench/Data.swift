import Values

/// The data that both benchmarks render; the Ruby side reads it as JSON from this program.
enum Data {
  /// A product with its reviews.
  static let product = ValueMap(productEntries)

  private static let productEntries: [(String, Value)] = [
    ("shop", shop),
    (
      "product",
      [
        "id": 4711, "title": "Handbook of operating models", "vendor": "Osom Press",
        "since": "2016-03-14", "available": true, "price": 12900, "compare_price": 15900,
        "description": .string(
          String(repeating: "<p>Long and <em>useful</em> text.</p> ", count: 40)),
        "tags": .array((0..<16).map { .string("Tag number \($0 * 7 % 16)") }),
        "collections": ["books", "sale", "models"],
        "images": .array((0..<8).map(image)), "variants": .array((0..<12).map(variant)),
        "reviews": .array((0..<15).map(review)), "related": .array((0..<9).map(related)),
      ]
    ),
  ]

  private static let shop: Value = [
    "currency": "EUR", "city": "Berlin", "days": 3, "free": 5000, "returns": "  Within 30 days.  ",
  ]

  private static func image(_ number: Int) -> Value {
    [
      "src": .string("/images/\(number).webp"), "alt": number % 2 == 0 ? .none : "A page",
      "width": 640, "height": .integer(360 + number),
    ]
  }

  private static func variant(_ number: Int) -> Value {
    [
      "title": .string("edition \(number)"), "sku": .string("bk-\(number)-x"),
      "price": .integer(9900 + 150 * number), "stock": .integer(number % 5),
    ]
  }

  private static func review(_ number: Int) -> Value {
    [
      "stars": .integer(number % 5 + 1), "text": "Good.\nWould read again.\nAnd again.",
      "author": ["name": .string("Reader \(number)"), "city": number % 3 == 0 ? "Bern" : .none],
      "answer": number % 4 == 0 ? "Thank you." : .none,
    ]
  }

  private static func related(_ number: Int) -> Value {
    [
      "url": .string("/products/\(number)"),
      "title": .string("Another book about number \(number)"),
    ]
  }

  /// A page of a handbook with 16 KB of content.
  static let page = ValueMap(pageEntries)

  private static let pageEntries: [(String, Value)] = [
    ("site", ["title": "Handbook", "sections": .array((0..<8).map { link("Section", $0) })]),
    (
      "page",
      [
        "title": "How we decide", "heading": true, "description": "Who decides what, and how.",
        "permalink": "https://example.org/section-3/how/", "section": link("Section", 3),
        "breadcrumbs": .array((0..<3).map { link("Crumb", $0) }),
        "toc": .html(HTML(String(repeating: "<li><a href=\"#a\">Part</a></li>", count: 12))),
        "tags": ["roles", "decisions", "meetings", "records"],
        "previous": link("Page", 1), "next": link("Page", 2),
      ]
    ),
    (
      "content",
      .html(
        HTML(
          Array(String(repeating: "<p>Text of the handbook.</p>\n", count: 565).utf8), isBody: true)
      )
    ),
  ]

  private static func link(_ name: String, _ number: Int) -> Value {
    ["title": .string("\(name) \(number)"), "url": .string("/\(name)-\(number)/")]
  }
}

/// Global names from a map.
struct Globals: ValueObject {
  let values: ValueMap

  func member(_ key: String) -> Value? { values[key] }
  var memberNames: [String] { values.keys }
}
