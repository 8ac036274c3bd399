import YAML

/// Values of a form, written in YAML between braces: one that is right, and some that are not.
struct FormSamples {
  /// `nil` where no right value is known.
  var right: String?
  var wrong: [String] = []

  init(_ form: Form) {
    switch form {
    case .text(nil): (right, wrong) = ("012", ["{zzzz: 1}"])
    case .text(let pattern?): (right, wrong) = (Self.text(of: pattern), ["{zzzz: 1}"])
    case .number: (right, wrong) = ("1.5", ["ten", "{zzzz: 1}"])
    case .wholeNumber(let least, let most):
      right = "\(least ?? 3)"
      wrong =
        ["ten", "1.5"] + (least.map { ["\($0 - 1)"] } ?? []) + (most.map { ["\($0 + 1)"] } ?? [])
    case .date: (right, wrong) = ("2026-06-30", ["2026-06-31", "soon", "{zzzz: 1}"])
    case .boolean: (right, wrong) = ("true", ["maybe", "no"])
    case .choice(let options): (right, wrong) = (options.first?.value, ["zzzz"])
    case .several(let item, _, _), .list(let item):
      let samples = FormSamples(item)
      right = samples.right.map { "[\($0)]" }
      wrong = samples.wrong.map { "[\($0)]" }
    case .mapping(let keys): self = FormSamples(keys)
    case .variants(let key, let variants):
      let samples = variants.map { variant in
        FormSamples([.required(key.name, .choice([Form.Option(variant.word)]), "")] + variant.keys)
      }
      (right, wrong) = (samples.first?.right, samples.flatMap(\.wrong))
    case .either(let forms): right = forms.lazy.compactMap { FormSamples($0).right }.first
    case .open, .named, .anything: break
    }
  }

  /// Some text that matches.
  private static func text(of pattern: String) -> String? {
    let texts = [
      "org-a", "crs-a", "aud-a", "acc-a", "per-a", "prj-a", "C-7Q4M-X2RK-3", "https://a.example/",
      "12 months", "/a/", "vscode://x{path}", ">=0.1",
    ]
    guard let regex = try? Regex("(?:\(pattern))") else { return nil }
    return texts.first { $0.wholeMatch(of: regex) != nil }.map { "\"\($0)\"" }
  }

  /// All keys at once, and each of them wrong beside the others.
  private init(_ keys: [KeyForm]) {
    let samples = keys.map { (key: $0, samples: FormSamples($0.form)) }
    func mapping(_ changed: String? = nil, _ value: String = "") -> String {
      let pairs = samples.compactMap { key, samples in
        (key.name == changed ? value : samples.right).map { "\"\(key.name)\": \($0)" }
      }
      return "{\(pairs.joined(separator: ", "))}"
    }
    right = mapping()
    wrong = samples.flatMap { key, samples in samples.wrong.map { mapping(key.name, $0) } }
    wrong += keys.filter(\.isRequired).map { mapping($0.name, "null") }
    wrong.append(mapping().dropLast() + ", zzzz: 1}")
  }
}
