/// How a book looks on paper, in what WeasyPrint 57 (Debian 12) understands.
enum BookStyle {
  /// The style sheet of the document.
  static let sheet = """
    @page {
      size: A4; margin: 24mm 20mm 22mm;
      @top-right { content: string(page); }
      @bottom-left { content: string(book) ", " string(day); width: 75%; text-align: start; }
      @bottom-right { content: counter(page); }
      @top-right, @bottom-left, @bottom-right { font: 8.5pt/1.3 sans-serif; color: #4b5855; }
    }
    @page :first { @top-right { content: none; } }
    html { font: 10pt/1.45 "Liberation Sans", "DejaVu Sans", "Noto Sans", sans-serif; color: #17211f; }
    body { margin: 0; }
    [hidden], .figure-narrow, .figure-data { display: none; }
    .cover { padding-top: 70mm; break-after: page; }
    .cover h1 { font-size: 32pt; line-height: 1.1; margin: 0 0 8mm; padding-top: 8mm; border-top: 3pt solid #0a5f6b; string-set: book content(); bookmark-level: none; }
    .lead { font-size: 13pt; color: #4b5855; break-after: avoid; }
    .day { string-set: day content(); }
    .about { color: #4b5855; margin: 0; }
    .book-contents { break-after: page; }
    .book-contents h2 { bookmark-level: none; }
    .book-contents ol { list-style: none; margin: 0; padding: 0; }
    .book-contents > ol > li { margin-top: 3mm; font-weight: bold; }
    .book-contents > ol > li > a { break-after: avoid; }
    .book-contents ol ol { padding-left: 5mm; font-weight: normal; }
    .book-contents a { color: inherit; text-decoration: none; display: block; }
    .book-contents a::after { content: leader(" . ") " " target-counter(attr(href url), page); color: #4b5855; font-weight: normal; }
    .chapter { break-before: page; }
    .printed + .printed { margin-top: 10mm; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.2; break-after: avoid; margin: 6mm 0 2mm; }
    h2 { font-size: 18pt; margin-top: 0; color: #0a5f6b; string-set: page content(); bookmark-level: 2; }
    .chapter h2 { font-size: 24pt; bookmark-level: 1; }
    h3 { font-size: 13pt; bookmark-level: 3; }
    h4 { font-size: 11pt; bookmark-level: none; }
    h5, h6 { font-size: 10pt; bookmark-level: none; }
    p, ul, ol, dl, blockquote, pre, figure { margin: 0 0 3mm; }
    p, li { orphans: 3; widows: 3; }
    ul, ol { padding-left: 6mm; }
    li + li { margin-top: 1mm; }
    a { color: #0a5f6b; }
    img { max-width: 100%; }
    table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.35; margin: 0 0 4mm; }
    th, td { text-align: start; vertical-align: top; padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.5pt solid #d9e0de; overflow-wrap: break-word; }
    thead { display: table-header-group; }
    thead th { border-bottom: 1pt solid #7c8986; vertical-align: bottom; }
    tr, .strip, .sheet, figure { break-inside: avoid; }
    caption, figcaption { text-align: start; color: #4b5855; padding-bottom: 1.5mm; }
    pre, code { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: 8.5pt; }
    pre { white-space: pre-wrap; background: #f3f6f5; padding: 2.5mm; }
    blockquote { margin-left: 0; padding-left: 4mm; border-left: 1.5pt solid #d9e0de; color: #4b5855; }
    .box { border-left: 2pt solid #0a5f6b; background: #f3f6f5; padding: 2.5mm 4mm 0.5mm; margin: 0 0 4mm; break-inside: avoid; }
    .box-title { font-weight: bold; margin: 0 0 1mm; }
    .strip, .sheet { border: 0.5pt solid #d9e0de; background: #f3f6f5; padding: 3mm 4mm 1mm; margin: 0 0 5mm; }
    .sheet dl, .strip { margin-top: 0; }
    .strip > div { display: inline-block; width: 48%; vertical-align: top; }
    .sheet dl > div { display: inline-block; width: 24%; vertical-align: top; }
    .sheet dl > .long { display: block; width: auto; }
    dt { color: #4b5855; font-size: 9pt; }
    dd { margin: 0 0 2mm; }
    .track { list-style: none; padding: 0; display: flex; }
    .track li { margin: 0 3mm 0 0; color: #4b5855; }
    .track [aria-current] { font-weight: bold; color: #17211f; }
    .plain { list-style: none; padding: 0; }
    .badge { border: 0.5pt solid #7c8986; border-radius: 2mm; padding: 0 1.5mm; font-size: 8.5pt; white-space: nowrap; }
    .id { white-space: nowrap; }
    .doors strong { display: block; }
    .kicker, .subtitle { color: #4b5855; margin: 0; break-after: avoid; }
    svg { max-width: 100%; height: auto; }
    .task { list-style: none; }

    """

  /// The style sheet of each picture: renderers of paper read only what stands in the picture itself.
  static let picture = """
    <style>
    text { font-family: "Liberation Sans", "DejaVu Sans", sans-serif; stroke: none; }
    .fig-text { fill: #17211f } .fig-note { fill: #4b5855 }
    .fig-box, .fig-gate { fill: #fff; stroke: #7c8986 } .fig-gate { stroke: #b45309; stroke-width: 1.5 }
    .fig-strong { fill: #e4f1f2; stroke: #0a5f6b; stroke-width: 1.5 }
    .fig-lane { fill: #f3f6f5; stroke: #d9e0de } .fig-cell { fill: #f3f6f5; stroke: none }
    .fig-void { opacity: 0.5 } .fig-ground { fill: none; stroke: none }
    .fig-line { stroke: #7c8986; stroke-width: 1.5; fill: none } .fig-head { fill: #7c8986; stroke: none }
    .fig-dashed { stroke-dasharray: 5 4 } .fig-back { stroke-dasharray: 2 3 } .fig-stop { stroke: #ab251d }
    .fig-faint { stroke: #d9e0de; stroke-width: 1 } .fig-now { stroke: #b45309; stroke-width: 2 }
    .fig-past .fig-bar { fill: #d9e0de; stroke: #7c8986 } .fig-current .fig-bar { fill: #0a5f6b; stroke: #0a5f6b }
    .fig-coming .fig-bar { fill: #fff; stroke: #0a5f6b; stroke-dasharray: 4 3 }
    .fig-broken .fig-bar { fill: #fff; stroke: #ab251d; stroke-width: 1.5 }
    .fig-heat-1 .fig-cell { fill: #dde9eb } .fig-heat-2 .fig-cell { fill: #bbd3d6 }
    .fig-heat-3 .fig-cell { fill: #91b7bc } .fig-heat-4 .fig-cell { fill: #6c9fa6 }
    .fig-spark .fig-line { stroke: #0a5f6b; stroke-width: 1.75 } .fig-spark .fig-head { fill: #0a5f6b }
    </style>
    """
}
