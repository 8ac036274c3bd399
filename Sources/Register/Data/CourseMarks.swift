import Values

extension Course {
  /// The course as search engines read it, in schema.org's words.
  func marks(in registry: Registry) -> Value {
    var marks = ValueMap([
      ("@context", "https://schema.org"), ("@type", "Course"),
      ("name", .string(title?.value ?? id.value)), ("courseCode", .string(id.value)),
      ("provider", provider(in: registry)),
    ])
    if let level = level?.value {
      marks["educationalLevel"] = .string(level.title)
      marks["educationalCredentialAwarded"] = .map(level.credential(of: registry.framework))
    }
    if let version = version?.value { marks["version"] = .string(version) }
    if let url = url?.value { marks["url"] = .string(url) }
    return .map(marks)
  }

  private func provider(in registry: Registry) -> Value {
    let id = organisation?.value ?? ""
    return registry.organisation(id)?.about
      ?? ["@type": "Organization", "name": .string(id), "identifier": .string(id)]
  }
}

extension Level {
  /// What a certificate of the level is, in schema.org's words: that of the type, never of a person.
  func marks(of framework: Framework) -> Value {
    var marks = credential(of: framework)
    marks["@context"] = "https://schema.org"
    marks["competencyRequired"] = .array(
      Element.allCases.map {
        ["@type": "DefinedTerm", "name": .string($0.title), "termCode": .string($0.rawValue)]
      })
    return .map(marks)
  }

  fileprivate func credential(of framework: Framework) -> ValueMap {
    let name = framework.title.map { "\($0): \(title)" } ?? title
    return ValueMap([
      ("@type", "EducationalOccupationalCredential"), ("name", .string(name)),
      ("credentialCategory", "certificate"), ("educationalLevel", .string(title)),
    ])
  }
}
