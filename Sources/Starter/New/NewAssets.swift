extension NewHandbook {
  /// The style sheet and the icon.
  static let assets = [
    NewFile("assets/site.css", styles + figureStyles), NewFile("assets/icon.svg", icon),
  ]

  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f5f8b"/>\
    <path d="M8 8h12a4 4 0 0 1 4 4v12H12a4 4 0 0 1-4-4z" fill="none" stroke="#fff" stroke-width="2.5"/>\
    <path d="M13 13.5h6M13 18h6" stroke="#fff" stroke-width="2.5"/></svg>

    """

  private static let styles = """
    /* Colours come in pairs, light and dark; the reader's system chooses. */
    :root {
      color-scheme: light dark;
      --paper: #fff; --sunken: #f3f5f8; --ink: #1a2128; --soft: #4d5964; --line: #d5dbe1; --edge: #7d8791;
      --accent: #1a5a86; --green: #1a6742; --amber: #855000; --red: #ab251d;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #13181d; --sunken: #1c2329; --ink: #e4e9ed; --soft: #adb9c3; --line: #36414a; --edge: #76838e;
        --accent: #85c2ee; --green: #86d3a6; --amber: #f1c274; --red: #ffa199;
      }
    }
    :root { --tint: color-mix(in srgb, var(--accent) 12%, var(--paper)); }
    *, ::before, ::after { box-sizing: border-box; }
    html { font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
    body { margin: 0; }
    h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; margin-block: 2rem 0.6rem; }
    h1 { font-size: clamp(1.8rem, 1.4rem + 1.8vw, 2.5rem); margin-block-start: 0; }
    h2 { font-size: 1.4rem; }
    h3 { font-size: 1.15rem; }
    p, ul, ol, dl, pre { margin-block: 0 1rem; }
    a { color: var(--accent); text-underline-offset: 0.15em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--amber); outline-offset: 2px; }
    main:focus { outline: none; }
    img { max-inline-size: 100%; block-size: auto; }
    code { font-size: 0.92em; background: var(--sunken); padding: 0.1em 0.3em; border-radius: 0.25rem; }
    pre { overflow-x: auto; background: var(--sunken); padding: 0.8rem 1rem; border-radius: 0.4rem; }
    pre code { padding: 0; background: none; }

    .skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; background: var(--paper); padding: 0.5rem 1rem; }
    .skip:focus { inset-block-start: 0.5rem; }
    .top, main, .foot { max-inline-size: 56rem; margin-inline: auto; padding-inline: 1.25rem; }
    .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 2rem; padding-block: 1rem; border-block-end: 1px solid var(--line); }
    .brand { font-weight: 700; color: inherit; text-decoration: none; }
    .menu { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: 0; }
    .menu a { display: block; padding-block: 0.35rem; text-decoration: none; }
    .menu a:hover { text-decoration: underline; }
    .search { display: flex; align-items: baseline; gap: 0.5rem; max-inline-size: 100%; }
    .search label { display: flex; align-items: baseline; gap: 0.5rem; min-inline-size: 0; }
    .search :is(input, button) { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 0.25rem; padding: 0.2rem 0.5rem; }
    .search input { min-inline-size: 0; inline-size: 12rem; }
    .top .search { margin-inline-start: auto; }
    .menu a[aria-current], .menu .here { font-weight: 650; box-shadow: 0 2px var(--accent); }
    main { padding-block: 2rem 3rem; }
    article > :is(p, ul, ol, dl, h1, h2, h3) { max-inline-size: 42rem; }
    .lead { font-size: 1.2rem; color: var(--soft); }
    .crumbs ol { display: flex; flex-wrap: wrap; list-style: none; padding: 0; margin: 0 0 0.75rem; font-size: 0.9rem; }
    .crumbs li:not(:last-child)::after { content: "›"; margin-inline: 0.5rem; color: var(--soft); }
    .facts { display: grid; gap: 0.5rem; padding: 0.9rem 1.1rem; margin-block: 1.25rem; background: var(--sunken); border-radius: 0.4rem; }
    .facts div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.75rem; }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 1rem; list-style: none; padding: 0; margin-block: 1.5rem; }
    .cards li { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.8rem 1rem; color: var(--soft); }
    .about, .foot, .as-of, .footnotes { color: var(--soft); font-size: 0.92rem; }
    .about { margin-block: 1.5rem 0; }
    .foot { border-block-start: 1px solid var(--line); padding-block: 1rem 2rem; }
    .table { overflow-x: auto; margin-block: 1.25rem; }
    table { border-collapse: collapse; min-inline-size: 60%; }
    caption { text-align: start; color: var(--soft); padding-block-end: 0.4rem; }
    th, td { text-align: start; vertical-align: top; padding: 0.45rem 1rem 0.45rem 0; border-block-end: 1px solid var(--line); }
    th { font-weight: 650; }
    .right { text-align: end; }
    .center { text-align: center; }
    ul.plain { list-style: none; padding: 0; margin: 0; }
    .box { border-inline-start: 4px solid var(--accent); background: var(--sunken); padding: 0.8rem 1.1rem; margin-block: 1.25rem; max-inline-size: 42rem; border-radius: 0 0.4rem 0.4rem 0; }
    .box > :last-child { margin-block-end: 0; }
    .box-title { font-weight: 650; margin-block-end: 0.2rem; }
    .box:is(.warning, .caution) { border-color: var(--amber); }
    .id { white-space: nowrap; }
    .badge { border: 1px solid; border-radius: 1rem; padding: 0 0.55rem; font-size: 0.9rem; white-space: nowrap; color: var(--soft); }
    .badge:is(.accredited, .valid, .met) { color: var(--green); }
    .badge:is(.expiring, .conditional, .partly) { color: var(--amber); }
    .badge:is(.withdrawn, .revoked, .suspended, .not-met) { color: var(--red); }
    @media (max-width: 30rem) { .facts div { grid-template-columns: 1fr; gap: 0; } }
    @media print { .menu, .skip, .crumbs, .about { display: none; } a { color: inherit; } }

    """
}
