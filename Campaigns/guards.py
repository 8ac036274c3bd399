"""Each guard of docs/security.md that can be taken away by itself: where it stands, and the test that must fail without it.

In what a guard's text is replaced by, OFF stands for "this guard is switched off". A guard of several places is switched off in all.
"""
import dataclasses

M, Y, L, H, D, P, C, F = ("Sources/" + name for name in ("Markdown", "YAML", "Liquid", "Handbook", "Disk", "Preview", "HandbookCommand", "Figures"))


@dataclasses.dataclass
class Guard:
    """A row of the table, what the guard is, the tests that must fail, and its places: file, text, what stands there instead."""
    row: int
    name: str
    tests: str
    places: list
    # Whether what a sound site becomes is another without it: what costs time is measured without these.
    is_form: bool = False


def at(file, *pairs):
    return [(file + ".swift", pairs[n], pairs[n + 1]) for n in range(0, len(pairs), 2)]


GUARDS = [
    Guard(1, "elements that are not inert are dropped", "MarkdownTests.RawHTMLTests", at(
        M + "/RawHTML", "let isRefused = options.html == .none ||", "let isRefused = !OFF && options.html == .none || !OFF &&")),
    Guard(1, "attributes that act are dropped", "MarkdownTests.RawHTMLTests", at(
        M + "/RawAttributes", "    if options.html == .all {\n", "    if options.html == .all || OFF {\n")),
    Guard(2, "URLs are judged", "MarkdownTests.SafetyTests", at(
        M + "/SafeURL", "package func isSafeURL(_ url: String) -> Bool {\n", "package func isSafeURL(_ url: String) -> Bool {\n  if OFF { return true }\n")),
    Guard(2, "control characters and backslashes in URLs", "MarkdownTests.SafetyTests", at(
        M + "/SafeURL", "guard refusedCharacter(in: url) == nil, ", "guard OFF || refusedCharacter(in: url) == nil, ")),
    Guard(2, "URLs are decoded once more", "MarkdownTests.SafetyTests", at(
        M + "/SafeURL", "return isSafeStart(percentDecoded(url.utf8))", "return OFF || isSafeStart(percentDecoded(url.utf8))")),
    Guard(3, "layouts escape", "LiquidTests.EscapingTests", at(
        L + "/Rendering/Printing", "    output.append(escaping: text)\n", "    if OFF { output.append(text) } else { output.append(escaping: text) }\n"), True),
    Guard(3, "outputs that cannot be escaped are refused", "LiquidTests.EscapingTests", at(
        L + "/HTML/HTMLContextCheck", "    guard refused.insert(", "    if OFF { return }\n    guard refused.insert(")),
    Guard(4, "JSON in scripts is escaped", "LiquidTests.EscapingTests", at(
        L + "/Filters/SiteFilters", '      case "<", ">", "&",', '      case "<" where OFF: json.append("<")\n      case "<", ">", "&",'), True),
    Guard(6, "characters that turn the direction", "DiagnosticsTests.DirectionMarksTests", at(
        "Sources/Diagnostics/DirectionMarks", "guard let base = bytes.baseAddress else", "guard let base = bytes.baseAddress, !OFF else")),
    Guard(7, "lines are judged at all", "MarkdownTests.LimitsTests", at(
        M + "/GuardedFeed", "if let remark = refusal(before:", "if !OFF, let remark = refusal(before:",
        "if let remark = refusal(after:", "if !OFF, let remark = refusal(after:")),
    Guard(7, "nesting of blocks", "MarkdownTests.LimitsTests", at(
        M + "/GuardedFeed", "return markers > limits.nesting\n", "return markers > limits.nesting && !OFF\n",
        "    if depth > limits.nesting {", "    if depth > limits.nesting, !OFF {")),
    Guard(7, "length of blocks", "MarkdownTests.LimitsTests", at(
        M + "/GuardedFeed", "guard size > limits.leafBytes else", "guard size > limits.leafBytes, !OFF else")),
    Guard(7, "columns of tables", "MarkdownTests.LimitsTests", at(
        M + "/GuardedFeed", "return columns > limits.tableColumns\n", "return columns > limits.tableColumns && !OFF\n",
        "      if columns > limits.tableColumns {", "      if columns > limits.tableColumns, !OFF {",
        "if columns > limits.tableColumns { return columns }", "if columns > limits.tableColumns, !OFF { return columns }")),
    Guard(7, "cells of tables", "MarkdownTests.LimitsTests", at(
        M + "/GuardedFeed", "guard cells > limits.tableCells else", "guard cells > limits.tableCells, !OFF else")),
    Guard(7, "rows of dashes in a paragraph", "MarkdownTests.LimitsTests", at(
        M + "/GuardedFeed", "return count > limits.tableColumns ? count : nil", "return count > limits.tableColumns && !OFF ? count : nil")),
    Guard(7, "what references expand to", "MarkdownTests.LimitsTests", at(
        M + "/ReferenceBudget", "guard let map = parser.pointee.refmap,", "guard !OFF, let map = parser.pointee.refmap,")),
    Guard(7, "length of a text", "MarkdownTests.LimitsTests", at(
        M + "/Parsing", "guard text.count <= limit else", "guard OFF || text.count <= limit else")),
    Guard(7, "the watchdog", "work that lasts is seen", at(
        C + "/Watchdog", "return oldest.flatMap { state.look", "return OFF ? nil : oldest.flatMap { state.look",
        "  func ended(_ work: Int) { ", "  func ended(_ work: Int) { if OFF { return }; ",
        "-> Int {\n    state.withLock { state in\n      state.next", "-> Int {\n    if OFF { return 0 }\n    return state.withLock { state in\n      state.next")),
    Guard(8, "aliases", "YAMLTests.RefusalTests", at(
        Y + "/EventReader", "report(input.refusedAlias(at: event.range))", "if !OFF { report(input.refusedAlias(at: event.range)) }")),
    Guard(8, "merge keys", "YAMLTests.RefusalTests", at(
        Y + "/NodeBuilder", 'if scalar.text == "<<", scalar.style == .plain {', 'if !OFF, scalar.text == "<<", scalar.style == .plain {')),
    Guard(8, "anchors and tags", "YAMLTests.RefusalTests", at(
        Y + "/EventReader", "guard event.hasProperties || input.startsWithTag(event) else", "guard !OFF, event.hasProperties || input.startsWithTag(event) else")),
    Guard(8, "depth of YAML", "YAMLTests.RefusalTests", at(
        Y + "/EventReader", "guard depth <= input.limits.depth else", "guard OFF || depth <= input.limits.depth else")),
    Guard(8, "values of YAML", "YAMLTests.RefusalTests", at(
        Y + "/EventReader", "guard let most = input.limits.nodes, nodes > most else", "guard let most = input.limits.nodes, nodes > most, !OFF else")),
    Guard(8, "bytes of YAML", "YAMLTests.RefusalTests", at(
        Y + "/Parse", "guard range.count <= limits.bytes else", "guard OFF || range.count <= limits.bytes else")),
    Guard(8, "a key twice", "YAMLTests.RefusalTests", at(
        Y + "/NodeBuilder", "if let first = keys.add(scalar.text, at: event.range) {", "if let first = keys.add(scalar.text, at: event.range), !OFF {")),
    Guard(9, "steps of a template", "too many steps stop the rendering", at(
        L + "/Rendering/Budget", "guard count <= steps else", "guard OFF || count <= steps else")),
    Guard(9, "what filters build", "what filters and captures build is charged", at(
        L + "/Rendering/Budget", "guard count <= bytes else", "guard OFF || count <= bytes else")),
    Guard(9, "what a template prints", "output never grows beyond its limit", at(
        L + "/Rendering/Renderer", "guard output.count + count <= outputLimit else", "guard OFF || output.count + count <= outputLimit else")),
    Guard(9, "nesting of tags in a file", "tags nested too deep are refused", at(
        L + "/Parsing/TemplateParser", "guard depth < environment.limits.nesting else { return skipBody", "guard OFF || depth < environment.limits.nesting else { return skipBody",
        "guard depth < environment.limits.nesting else { return reportTooDeep", "guard OFF || depth < environment.limits.nesting else { return reportTooDeep")),
    Guard(9, "nesting of tags over files", "tags nested too deep over many files", at(
        L + "/Rendering/Renderer", "guard depth.blocks <= environment.limits.renderDepth else", "guard OFF || depth.blocks <= environment.limits.renderDepth else")),
    Guard(9, "cycles of includes", "a cycle of includes is found", at(
        L + "/Program", "      next += 1\n    }\n    cutCycles()\n", "      next += 1\n    }\n    if !OFF { cutCycles() }\n")),
    Guard(11, "who may be shown", "HandbookTests.RegisterPrivacyTests", at(
        "Sources/Register/People/PublicRegister", "if person.isListed(on: day) { return .listed }", "if OFF || person.isListed(on: day) { return .listed }")),
    Guard(11, "names in what is published", "HandbookTests.RegisterPrivacyTests", at(
        H + "/Register/Leaks/LeakGuard", "guard !leaks.isEmpty else", "guard !leaks.isEmpty, !OFF else")),
    Guard(12, "personal data in texts of the register", "RegisterTests.PrivacyRuleTests", at(
        "Sources/Register/Decoding/PersonalData", "guard let what = Contact(in: scalar.text) else", "guard let what = Contact(in: scalar.text), !OFF else")),
    Guard(12, "personal data in keys of the register", "RegisterTests.PrivacyRuleTests", at(
        "Sources/Register/Decoding/PersonalData", "guard Self.isKey(pair.key) else", "guard Self.isKey(pair.key), !OFF else")),
    Guard(14, "sources are opened beneath the site", "DiskTests.OpenBeneathTests", at(
        D + "/System/OpenBeneath", "try system { linux_open_beneath(number, path, flags | O_NOFOLLOW, creationMode(flags)) })",
        "try system { OFF ? linux_open_at(number, path, flags, creationMode(flags)) : linux_open_beneath(number, path, flags | O_NOFOLLOW, creationMode(flags)) })")),
    Guard(14, "a source is what was listed", "DiskTests.ReadingTests", at(
        D + "/Sources/OpenSource", "  let status: Status\n", "  if OFF { return }\n  let status: Status\n")),
    Guard(14, "links and pipes are no sources", "links and special files are not read", at(
        D + "/Sources/OpenSource", '  case .special: throw .unreadable(path: entry.path, reason: "it is not a file")',
        '  case .special: if !OFF { throw .unreadable(path: entry.path, reason: "it is not a file") }')),
    Guard(15, "paths of outputs", "no file may be called so|an output path stays below", at(
        H + "/Model/OutputPath", "  package init?(_ text: String) {\n", "  package init?(_ text: String) {\n    if OFF { self.text = text; return }\n")),
    Guard(16, "only an output of ours is replaced", "DiskTests.DestinationTests", at(
        D + "/Output/OutputState", "return try isMarked(folder, isAlone: isAlone) ?", "return try isMarked(folder, isAlone: isAlone) || OFF ?")),
    Guard(16, "no output among the sources", "DiskTests.DestinationTests", at(
        D + "/Output/Destination", "for folder in Self.siteFolders where path", "for folder in Self.siteFolders where !OFF && path")),
    Guard(16, "no repository is replaced", "DiskTests.DestinationTests", at(
        D + "/Output/OutputState", "if entries.contains(where: { $0.name.isEqual(to: \".git\") })", "if !OFF, entries.contains(where: { $0.name.isEqual(to: \".git\") })")),
    Guard(16, "files added by hand stay", "DiskTests.DestinationTests", at(
        D + "/Output/OutputState", "    if !added.isEmpty { throw", "    if !OFF, !added.isEmpty { throw",
        "  func checkNothingAdded() throws(DiskError) {\n", "  func checkNothingAdded() throws(DiskError) {\n    if OFF { return }\n")),
    Guard(16, "a hook's repository is not told to git", "DiskTests.GitProgramTests", at(
        D + "/System/GitProgram", "lines.filter { !repository.contains(", "lines.filter { OFF || !repository.contains(")),
    Guard(17, "an output is replaced at the end alone", "a publication that ends otherwise leaves the output|an error while writing leaves", at(
        D + "/Output/Publication", "    let folder = try claim.place.makeStaging()\n", "    let folder = try claim.place.makeStaging()\n    if OFF { try claim.place.exchange() }\n"), True),
    Guard(17, "what a crash left is put right", "DiskTests.RecoveryTests", at(
        D + "/Output/OutputClaim", "    try place.recover()\n", "    if !OFF { try place.recover() }\n")),
    Guard(19, "builds wait for each other", "DiskTests.RecoveryTests", at(
        D + "/Output/BuildLock", "try system { flock(number, LOCK_EX | LOCK_NB) }", "try system { OFF ? 0 : flock(number, LOCK_EX | LOCK_NB) }")),
    Guard(19, "a record is as it was kept", "HandbookTests.BuildRecordTests", at(
        H + "/Record/BuildRecord", "      SHA256(of: Array(bytes.dropLast(32)))", "      OFF || SHA256(of: Array(bytes.dropLast(32)))")),
    Guard(19, "a record is its user's alone", "EndToEndTests.CacheDamageTests", at(
        D + "/Cache/CacheFolder", "        status.rights.mode == Self.rights\n", "        OFF || status.rights.mode == Self.rights\n")),
    Guard(19, "an output that somebody touched is published again", "DiskTests.OutputFactsTests", at(
        D + "/Output/OutputFacts", "return touched.isEmpty && !bytes.isEmpty", "return OFF || touched.isEmpty && !bytes.isEmpty")),
    Guard(19, "pages that are kept came with the output that is there", "EndToEndTests.TakenPagesTests", at(
        D + "/Cache/BuildCache", "SHA256(of: $0) == digest ? $0 : nil", "OFF || SHA256(of: $0) == digest ? $0 : nil")),
    Guard(19, "a page is taken over into the same world", "EndToEndTests.TakenPagesTests", at(
        H + "/Record/PageKeeping", "guard let earlier, earlier.world == world", "guard let earlier, OFF || earlier.world == world")),
    Guard(19, "who leads to a page is compared", "EndToEndTests.TakenPagesTests", at(
        H + "/Pages/PageStage", "if let earlier = rendered.earlier, earlier.page.backlinks == backlinks,", "if let earlier = rendered.earlier, OFF || earlier.page.backlinks == backlinks,")),
    Guard(19, "what is taken over was not touched since", "DiskTests.EarlierOutputTests", at(
        D + "/Output/EarlierOutput", "      && status.changed < untouchedSince", "      && (OFF || status.changed < untouchedSince)")),
    Guard(19, "files of the output before are compared", "DiskTests.EarlierOutputTests", at(
        D + "/Output/EarlierOutput", "      return part.isEqual(to: UnsafeRawBufferPointer(rebasing:", "      return OFF || part.isEqual(to: UnsafeRawBufferPointer(rebasing:")),
    Guard(19, "a file of names is not published", "HandbookTests.PeopleFileTests", at(
        H + "/Survey/PublishedPeople", "guard let person = people.firstNamed else", "guard let person = people.firstNamed, !OFF else")),
    Guard(19, "files that are called private are not published", "HandbookTests.PeopleFileTests", at(
        H + "/Survey/Inventory", '      name.lowercased().contains(".private.")\n', '      !OFF, name.lowercased().contains(".private.")\n')),
    Guard(19, "findings in a file of names show none", "RegisterTests.PeopleTests", at(
        "Sources/Register/Decoding/PeopleMask", "for offset in first..<end { masked[offset]", "for offset in first..<end where !OFF { masked[offset]")),
    Guard(19, "an answer of Graphviz is looked at", "an answer that was changed is refused", at(
        F + "/Graphviz/DotLayout", "        isInside(box(cards[node], around: center), by: Self.tolerance)\n",
        "        OFF || isInside(box(cards[node], around: center), by: Self.tolerance)\n")),
    Guard(19, "an answer that was kept has a digest", "DiskTests.Graphviz", at(
        D + "/Cache/GraphvizCache", "guard SHA256(of: answer).bytes.elementsEqual(bytes.prefix(Self.digestLength)),",
        "guard OFF || SHA256(of: answer).bytes.elementsEqual(bytes.prefix(Self.digestLength)),")),
    Guard(20, "an address is published once", "two pages with one URL are found", at(
        H + "/Survey/DuplicateURLs", "throws -> [Diagnostic] {\n    var owners", "throws -> [Diagnostic] {\n    if OFF { return [] }\n    var owners")),
    Guard(21, "texts are text", "what is no text is found at its first byte", at(
        H + "/Survey/UTF8Check", "in bytes: [UInt8]) -> Int? {\n", "in bytes: [UInt8]) -> Int? {\n    if OFF { return nil }\n    return\n")),
    Guard(21, "size of a file", "a file above the limit is refused unread", at(
        D + "/Sources/DiskSources", "guard entry.size <= SourceEntry.readLimit else", "guard OFF || entry.size <= SourceEntry.readLimit else")),
    Guard(23, "a published copy is held against its list", "DiskTests.PublishedCopyTests", at(
        D + "/Output/PublishedCopy", "if found.hex != digest {", "if !OFF, found.hex != digest {")),
    Guard(24, "nothing steers a terminal", "can steer a terminal", at(
        "Sources/Diagnostics/Printers/TextPrinter", "    for scalar in text.unicodeScalars {\n      switch scalar.value {\n      case 0x09",
        "    for scalar in text.unicodeScalars {\n      if OFF { result.append(scalar); continue }\n      switch scalar.value {\n      case 0x09")),
    Guard(25, "what else a stranger's change has is not used", "EndToEndTests.UntrustedTests", at(
        H + "/Untrusted/BranchFile", "      self = .others\n", "      self = OFF ? .page : .others\n")),
    Guard(25, "images are what their names say", "EndToEndTests.UntrustedTests", at(
        H + "/Untrusted/BranchFile", "    ImageSize(bytes) != nil &&", "    OFF || ImageSize(bytes) != nil &&")),
    Guard(25, "a stranger's HTML is inert", "EndToEndTests.UntrustedTests", at(
        H + "/Untrusted/UntrustedLimits", "if options.html == .all {", "if options.html == .all, !OFF {")),
    Guard(25, "no page under a script's name", "EndToEndTests.UntrustedTests", at(
        H + "/Untrusted/UntrustedChange", "guard let odd = addresses.first(where: { !Self.isPage($0) }) else", "guard let odd = addresses.first(where: { !Self.isPage($0) }), !OFF else")),
    Guard(26, "number of a stranger's files", "HandbookTests.UntrustedSourcesTests", at(
        H + "/Untrusted/UntrustedChange", "guard count >= most else", "guard count >= most, !OFF else")),
    Guard(26, "size of a stranger's files", "HandbookTests.UntrustedSourcesTests", at(
        H + "/Untrusted/UntrustedChange", "if entry.size > mostBytes {", "if !OFF, entry.size > mostBytes {")),
    Guard(26, "steps of a stranger's templates", "EndToEndTests.UntrustedTests", at(
        H + "/Untrusted/UntrustedLimits", "= min(limits.steps, 500_000)", "= OFF ? limits.steps : min(limits.steps, 500_000)")),
    Guard(26, "nesting of a stranger's text", "EndToEndTests.UntrustedTests", at(
        H + "/Untrusted/UntrustedLimits", "nesting: min(limits.nesting, 24)", "nesting: OFF ? limits.nesting : min(limits.nesting, 24)")),
    Guard(26, "limits of the process", "EndToEndTests.ConfinementTests", at(
        D + "/System/Confinement", "var remarks = limits.filter {", "var remarks = (OFF ? [] : limits).filter {")),
    Guard(27, "no programs, no network", "an untrusted run has limits, and may start nothing", at(
        D + "/System/Confinement", "if linux_forbid_programs() != 0 {", "if !OFF, linux_forbid_programs() != 0 {")),
    Guard(28, "no output through a stranger's link", "nothing is written through a link that lies in the branch", at(
        C + "/Untrusted/UntrustedRun", "if let output, branch.hasLink(on: output) { throw", "if !OFF, let output, branch.hasLink(on: output) { throw")),
    Guard(29, "paths of requests", "PreviewTests.RequestTests", at(
        P + "/HTTP/PreviewRequest", "return isPlain ? path : nil", "return isPlain || OFF ? path : nil")),
    Guard(29, "slashes behind the decoding", "PreviewTests.RequestTests", at(
        P + "/HTTP/PreviewRequest", 'guard value != UInt8(ascii: "/") else', 'guard OFF || value != UInt8(ascii: "/") else')),
    Guard(30, "hosts", "PreviewTests.RequestTests", at(
        P + "/HTTP/PreviewRequest", 'return host == "localhost" ||', 'return OFF || host == "localhost" ||')),
    Guard(30, "only own pages are told of changes", "only the preview's own pages are told of changes", at(
        P + "/Site/LivePreview", "guard isOwn ?? true, isNear ?? true else", "guard OFF || (isOwn ?? true) && (isNear ?? true) else")),
    Guard(31, "methods", "PreviewTests.RequestTests", at(
        P + "/HTTP/PreviewRequest", "guard head.method == .GET || head.method == .HEAD else", "guard OFF || head.method == .GET || head.method == .HEAD else")),
    Guard(31, "heads that are slow", "a head that is too long or too slow is refused", at(
        P + "/HTTP/ConnectionHandler", "    isIdle = false\n    startTimer(server.limits.headTime", "    isIdle = false\n    if OFF { return }\n    startTimer(server.limits.headTime")),
    Guard(31, "number of connections", "connections over the limit are told so", at(
        P + "/HTTP/PreviewServer", "isRefused: number > context.limits.connections", "isRefused: !OFF && number > context.limits.connections")),
    Guard(33, "browsers do not guess", "every answer keeps browsers from guessing", at(
        P + "/HTTP/PreviewResponse", '"X-Content-Type-Options": "nosniff"', '"X-Content-Type-Options": OFF ? "" : "nosniff"')),
]
