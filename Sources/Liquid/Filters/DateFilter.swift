import Values

/// The filter `date`.
enum DateFilter {
  /// Writes a date or time in the form that its argument gives.
  static let filter = Filter("date", 1...1, usage: "date: '%d.%m.%Y'") {
    input, arguments, renderer throws(Failure) in
    let format = arguments.first.text
    guard !format.isEmpty, let moment = Moment(input, now: renderer.environment.now) else {
      return input
    }
    var writer = DateWriter(moment)
    try writer.write(format, &renderer.budget)
    return try renderer.made(writer.bytes)
  }
}
