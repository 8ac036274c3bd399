/// A large value behind one reference: what holds it is copied at the cost of one count, and not of
/// one for each of the value's parts.
struct Boxed<Value: Sendable>: Sendable {
  private final class Storage: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let storage: Storage

  init(_ value: Value) { storage = Storage(value) }

  var value: Value { storage.value }
}
