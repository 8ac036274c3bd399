/// What `registry.json` promises, as a JSON Schema (draft 2020-12).
enum RegisterSchema {
  static let text = """
    {}

    """
}
