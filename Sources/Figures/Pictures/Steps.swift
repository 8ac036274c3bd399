/// A way in steps, with gates between them: the lifecycle.
package struct Steps: Picture {
  /// A step, and the gate that ends it.
  package struct Step: Sendable {
    /// The step.
    package var item: Item
    /// What is asked at its end; `nil` where nothing is.
    package var gate: Item?

    /// Creates a step.
    package init(_ item: Item, gate: Item?) {
      self.item = item
      self.gate = gate
    }
  }

  /// What may follow a gate, in words: to go on, to repeat the step, to stop.
  package struct Outcomes: Sendable {
    /// To go on.
    package var forward: String?
    /// To repeat the step.
    package var again: String?
    /// To stop.
    package var stop: String?

    /// Creates the words; `nil` for what cannot follow.
    package init(forward: String?, again: String?, stop: String?) {
      self.forward = forward
      self.again = again
      self.stop = stop
    }
  }

  let steps: [Step]
  let outcomes: Outcomes
  private let head: (step: String, text: String, gate: String)

  /// Creates a way; `head` has the heads of the table's columns.
  package init(
    _ steps: [Step], outcomes: Outcomes, head: (step: String, text: String, gate: String)
  ) {
    self.steps = steps
    self.outcomes = outcomes
    self.head = head
  }

  /// The steps.
  package var count: Int { steps.count }

  /// A row for each step, with the gate that ends it.
  package var table: DataTable {
    DataTable(
      [head.step, head.text, head.gate],
      steps.map { step in
        [
          [Item(step.item.label, url: step.item.url)],
          step.item.note.map { [Item($0)] } ?? [],
          step.gate.map { [Item($0.note ?? $0.label, url: $0.url)] } ?? [],
        ]
      })
  }

  /// Steps side by side, or one under the other.
  package func drawing(within width: Double) -> Drawing {
    width < 480 ? StepsDown(self, width).drawing : StepsAcross(self, width).drawing
  }
}
