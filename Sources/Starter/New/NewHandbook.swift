package import Values

/// A small complete handbook: what somebody begins with who has none.
package struct NewHandbook: Sendable {
  /// What the handbook is called.
  let title: String
  /// The day on which it is made: its pages are reviewed, and its register's dates lie round it.
  let day: PlainDate

  /// Plans a handbook.
  package init(title: String, day: PlainDate) {
    self.title = title
    self.day = day
  }

  /// All its files, in the order of their paths.
  ///
  /// `handbook check --strict` finds nothing in them, on `day` and later.
  package var files: [NewFile] {
    (settings + pages + register + Self.layouts + Self.assets + project).sorted {
      $0.path.precedes($1.path)
    }
  }

  /// The name of a folder as a title: `our-handbook` is "Our handbook".
  package static func title(of folder: String) -> String {
    let words = folder.split { $0 == "-" || $0 == "_" || $0 == " " || $0 == "." }
      .joined(separator: " ")
    guard let first = words.first else { return "Handbook" }
    return first.uppercased() + words.dropFirst()
  }
}

/// How texts are written in YAML.
enum YAMLText {
  /// The text between double quotes, whatever it holds.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case _ where scalar.properties.generalCategory == .control:
        "\\u" + hexadecimal(scalar.value)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
