import Diagnostics

/// A rule of the operating model that `site.yml` declares: a condition on what pages tell in their
/// fields and on the pages that they refer to.
struct ModelRule: Sendable {
  /// What findings, severities and comments call it.
  let id: String
  /// The kind whose pages it is about; `nil` for every page.
  var kind: KindIndex?
  /// Which of them.
  var when: Condition?
  /// Which of them not; `it` is the value at hand.
  var unless: Condition?
  /// The field whose values are each looked at, as `it`.
  var each: String?
  /// What must hold of the page, or of each value.
  var must: Condition?
  /// The field that must lead to no circle of pages.
  var circle: String?
  /// The field with the day that counts as today on a page that tells one, if only by default.
  var day: String?
  /// How much it matters.
  var severity = Severity.error
  /// What is wrong, with `{title}`, `{it}`, `{FIELD}` and `{it.FIELD}` filled in.
  var message = ""
  /// What to do about it, likewise.
  var help: String?
  /// What holds where it is kept, in one sentence, for `handbook explain`.
  var promise: String?
  /// Why that matters.
  var why: String?
  /// Where its name stands.
  let range: SourceRange
  /// Where all of it stands.
  let declaration: SourceRange
}

/// Tests of several members of a page, a row or a value; all must hold.
struct Condition: Sendable {
  /// The members and what is asked of them.
  var tests: [(member: String, test: Demand)]
}

/// What is asked of a value.
///
/// Of several values, one that passes is enough; `not` asks that none does.
indirect enum Demand: Sendable {
  /// It is one of these.
  case isOneOf([Term])
  /// The test fails.
  case not(Demand)
  /// All of these hold.
  case all([Demand])
  /// There is one, or there is none.
  case given(Bool)
  /// There are so many.
  case count(Count)
  /// Its whole text has this form.
  case matches(String)
  /// It is a day, not after today, and the period from it is not over.
  case within(ReviewPeriod)
  /// The page, or the row, passes the condition.
  case holds(Condition)
  /// It is the number of a row in this field of the page.
  case rowOf(String)
  /// It is a row whose number stands in this column of this table of the page.
  case namedBy(table: String, column: String)

  /// With what a value is compared.
  enum Term: Sendable {
    /// What is written: a page is called by its id.
    case text(String)
    /// The value at hand.
    case it
    /// The page that the rule is about.
    case this
  }
}
