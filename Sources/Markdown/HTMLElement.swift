/// What the renderer knows of an element of HTML.
struct HTMLElement {
  /// Whether it has no content and no end tag.
  var isVoid = false
  /// Whether it can't stand inside a paragraph, heading or cell.
  var isBlock = false
  /// Whether its end tag may be left out.
  var endIsOptional = false
  /// The elements that it can stand in directly; empty for any.
  var parents: Set<String> = []

  /// The inert elements, by name.
  static let inert: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [:]
    for name in phrasing { elements[name] = HTMLElement() }
    for name in blocks { elements[name] = HTMLElement(isBlock: true) }
    for name in ["br", "img", "wbr", "source", "hr", "col"] { elements[name]?.isVoid = true }
    for name in withOptionalEnd { elements[name]?.endIsOptional = true }
    for (name, names) in parents { elements[name]?.parents = names }
    return elements
  }()

  /// The elements whose content goes when they are refused.
  static let droppedWithContent: Set = ["script", "style", "iframe", "object", "embed", "template"]

  /// The void elements that are not inert.
  static let otherVoid: Set = ["area", "base", "embed", "input", "link", "meta", "track"]

  /// The elements whose content is no markup.
  static let rawText: Set = ["script", "style", "textarea", "title", "iframe", "noscript", "xmp"]

  private static let phrasing = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins",
    "kbd", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span",
    "strong", "sub", "sup", "time", "u", "var", "wbr",
  ]

  private static let blocks = [
    "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  private static let withOptionalEnd = [
    "li", "dt", "dd", "p", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "rt", "rp",
  ]

  private static let parents: [String: Set<String>] = [
    "caption": ["table"], "colgroup": ["table"], "thead": ["table"], "tbody": ["table"],
    "tfoot": ["table"], "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"],
    "col": ["colgroup", "table"], "dt": ["dl", "div"], "dd": ["dl", "div"], "li": ["ul", "ol"],
    "summary": ["details"], "figcaption": ["figure"], "source": ["picture"], "rt": ["ruby"],
    "rp": ["ruby"],
  ]
}

/// What becomes of an attribute of an inert element.
enum HTMLAttribute {
  /// It stays as it is.
  case plain
  /// It has no value.
  case boolean
  /// Its value is an id of the page.
  case id
  /// Its value is an anchor of the page, as people wrote them before ids.
  case name
  /// Its value is a URL.
  case url
  /// Its value is a list of URLs.
  case urlList

  /// Returns what becomes of an attribute, or `nil` when the element may not have it.
  init?(_ name: String, of element: String) {
    switch name {
    case "id": self = .id
    case "name": self = element == "a" ? .name : .plain
    case "open": self = .boolean
    case "href" where element == "a": self = .url
    case "src" where element == "img": self = .url
    case "srcset" where element == "img" || element == "source": self = .urlList
    case "cite" where ["blockquote", "q", "del", "ins"].contains(element): self = .url
    case _ where Self.plainNames.contains(name): self = .plain
    default: return nil
    }
  }

  /// Returns what becomes of an attribute where everything is allowed.
  init(unrestricted name: String) {
    switch name {
    case "id": self = .id
    case "href", "src", "poster", "data", "cite", "action", "formaction": self = .url
    case "srcset": self = .urlList
    default: self = .plain
    }
  }

  private static let plainNames: Set = [
    "class", "title", "alt", "width", "height", "lang", "dir", "colspan", "rowspan", "scope",
    "headers", "start", "type", "datetime", "role", "aria-label", "aria-hidden",
  ]
}
