extension NewHandbook {
  /// How figures look: each rule stands on what the drawing says of itself.
  static let figureStyles = """

    /* Figures: pictures that the program draws from data; narrow ones take their places where there is little room. */
    .figure { container-type: inline-size; margin: 1.5rem 0 2rem; }
    :is(td, th, li) > .figure { min-inline-size: 16rem; }
    .figure > figcaption { margin-block-end: 0.75rem; font-weight: 650; max-inline-size: 42rem; }
    .figure svg { display: block; font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; color: var(--edge); overflow: visible; }
    .figure-narrow { max-inline-size: 22rem; }
    .figure-scroll { overflow-x: auto; overscroll-behavior-inline: contain; padding-block-end: 0.5rem; }
    .figure-scroll > svg { max-inline-size: none; }
    @container (inline-size >= 36rem) {
      .figure-fits > svg { max-inline-size: 100%; }
    }
    @container (inline-size < 36rem) {
      .figure-wide { display: none; }
      .figure-narrow { display: block; }
      .figure-narrow > svg { inline-size: 100%; }
    }
    .figure-data { margin-block: 0.75rem 0; font-size: 0.92rem; }
    .figure-data summary { cursor: pointer; font-weight: 650; }
    .figure-data .table { margin-block: 0.75rem 0; }
    .figure-none { color: var(--soft); }
    .figure-trends td { white-space: nowrap; }
    .figure .fig-spark { display: inline-block; vertical-align: middle; }
    .figure a { text-decoration: none; }
    .fig-text { fill: var(--ink); }
    .fig-note { fill: var(--soft); }
    .figure svg a .fig-text:not(.fig-note) { fill: var(--accent); }
    .figure svg a:hover .fig-text { text-decoration: underline; }
    .figure svg a:hover :is(.fig-box, .fig-gate) { fill: var(--tint); stroke: var(--accent); }
    .fig-box { fill: var(--paper); stroke: var(--edge); }
    .fig-strong { fill: var(--tint); stroke: var(--accent); stroke-width: 1.5; }
    .fig-lane { fill: var(--sunken); stroke: var(--line); }
    .fig-cell { fill: var(--sunken); stroke: none; }
    .fig-void { opacity: 0.5; }
    .fig-ground { fill: transparent; stroke: none; }
    .fig-line { stroke: var(--edge); stroke-width: 1.5; fill: none; }
    .fig-head { fill: var(--edge); stroke: none; }
    .fig-dashed { stroke-dasharray: 5 4; }
    .fig-back { stroke-dasharray: 2 3; }
    .fig-stop { stroke: var(--red); }
    .fig-gate { fill: var(--paper); stroke: var(--amber); stroke-width: 1.5; }
    .fig-faint { stroke: var(--line); stroke-width: 1; }
    .fig-now { stroke: var(--amber); stroke-width: 2; }
    .fig-past .fig-bar { fill: var(--line); stroke: var(--edge); }
    .fig-current .fig-bar { fill: var(--accent); stroke: var(--accent); }
    .fig-coming .fig-bar { fill: var(--paper); stroke: var(--accent); stroke-dasharray: 4 3; }
    .fig-broken .fig-bar { fill: var(--paper); stroke: var(--red); stroke-width: 1.5; }
    .fig-heat-0 .fig-cell { fill: var(--sunken); }
    .fig-heat-1 .fig-cell { fill: color-mix(in srgb, var(--accent) 12%, var(--paper)); }
    .fig-heat-2 .fig-cell { fill: color-mix(in srgb, var(--accent) 23%, var(--paper)); }
    .fig-heat-3 .fig-cell { fill: color-mix(in srgb, var(--accent) 34%, var(--paper)); }
    .fig-heat-4 .fig-cell { fill: color-mix(in srgb, var(--accent) 45%, var(--paper)); }
    .fig-spark .fig-line { stroke: var(--accent); stroke-width: 1.75; }
    .fig-spark .fig-head { fill: var(--accent); }
    @media print {
      .figure { break-inside: avoid; }
      .figure-data { display: none; }
      .figure-scroll, .table { overflow: visible; }
    }

    """
}
