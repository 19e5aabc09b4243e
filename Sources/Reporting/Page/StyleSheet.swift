import Language

/// The look of the page: system fonts, figures of equal width, two colours that differ in lightness too, light and dark, wide and narrow,
/// screen and paper.
enum StyleSheet {
  static let source = palette + text + rights + grid + tables + narrow + paper

  private static let palette = """

    :root {
      color-scheme: light dark;
      --paper: #fbfaf7; --ink: #1d2326; --soft: #5b6469; --rule: #dcd9d1; --panel: #f3f1eb; --link: #1f5c7a;
      --met: #2d7a8c; --vio: #c4572b; --vio-line: #fbe3d6; --open: #d9d6ce; --open-dot: #7d7a72; --flow: #4a6d7c; --gap: #e9e6de;
      --heat1: #fbeee6; --heat2: #f8dfd0; --heat3: #f3cab3; --heat4: #ecb092; --violated-ink: #9a3b14; --amber: #f2c14b;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15191b; --ink: #e8e6e1; --soft: #a2abaf; --rule: #333b3f; --panel: #1d2326; --link: #8cc4de;
        --met: #4ba3b5; --vio: #e07a4c; --vio-line: #6d2f12; --open: #3d4549; --open-dot: #99a1a4; --flow: #7fa3b3; --gap: #2b3235;
        --heat1: #2c211b; --heat2: #3d291d; --heat3: #52321f; --heat4: #6b3d22; --violated-ink: #f3a27c; --amber: #d9a938;
      }
    }

    """

  private static let text = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 3.5rem; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      font-variant-numeric: tabular-nums; }
    header, main, footer { max-width: 1120px; margin: 0 auto; padding: 0 32px; }
    header { padding-top: 44px; }
    h1, .headline, .big { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Noto Serif", Georgia, serif; }
    h1 { font-size: 2.3rem; line-height: 1.15; font-weight: 600; margin: 0 0 8px; letter-spacing: -.01em; text-wrap: balance; }
    h2 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 6px; padding-top: 14px; border-top: 2px solid var(--ink); }
    h3 { font-size: 1rem; margin: 26px 0 8px; }
    section { margin-top: 52px; }
    .eyebrow { margin: 0 0 10px; color: var(--soft); font-size: .8rem; letter-spacing: .1em; text-transform: uppercase; }
    .source { color: var(--soft); margin: 0; }
    .nowrap { white-space: nowrap; }
    .note { color: var(--soft); margin: 0 0 16px; font-size: .92rem; max-width: 72ch; }
    .faint { color: var(--soft); font-weight: 400; }
    a { color: var(--link); text-underline-offset: 2px; text-decoration-thickness: 1px; }
    code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: .82em; }
    code { color: var(--soft); overflow-wrap: anywhere; }
    pre { background: var(--panel); padding: 14px 16px; margin: 0 0 16px; overflow-x: auto; border-radius: 4px; line-height: 1.55; }
    pre code { color: var(--ink); font-size: 1em; }
    .banner { margin: 0; padding: 9px 32px; background: var(--amber); color: #1d1a10; font-weight: 650; text-align: center; font-size: .92rem;
      position: sticky; top: 0; z-index: 2; }
    footer { margin-top: 56px; padding-top: 16px; padding-bottom: 36px; color: var(--soft); font-size: .85rem; }
    footer p { border-top: 1px solid var(--rule); padding-top: 14px; margin: 0; max-width: none; }
    .box { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px 28px; margin: 24px 0 0; padding: 16px 18px; background: var(--panel);
      border-radius: 6px; font-size: .88rem; }
    .box div { grid-column: span 2; min-width: 0; }
    .box dt { color: var(--soft); font-size: .78rem; }
    .box dd { margin: 0; }
    .box dd code { color: var(--ink); }
    .opening { margin-top: 44px; }
    .headline { font-size: 1.75rem; line-height: 1.25; margin: 0 0 14px; text-wrap: balance; }
    .headline .share { color: var(--soft); white-space: nowrap; }
    .lede { margin: 12px 0 0; color: var(--soft); max-width: 80ch; }
    .lede em { color: var(--ink); }
    .defs { position: absolute; }

    """

  private static let rights = """
    .bar { display: block; width: 100%; height: 8px; border-radius: 2px; overflow: hidden; background: var(--gap); }
    .bar.large { height: 22px; border-radius: 3px; }
    .met { fill: var(--met); } .vio { fill: var(--vio); } .open { fill: var(--open); } .flow { fill: var(--flow); } .gap { fill: var(--gap); }
    .vio-line { fill: var(--vio-line); } .open-dot { fill: var(--open-dot); }
    .swatch { vertical-align: -1px; border-radius: 2px; margin-right: 3px; }
    .badge { display: inline-block; width: 1.55em; height: 1.55em; line-height: 1.55em; text-align: center; border-radius: 3px; font-size: .78em;
      font-weight: 700; background: var(--ink); color: var(--paper); vertical-align: .08em; }
    .rights { list-style: none; margin: 20px 0 0; padding: 0; display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px 40px; }
    .rights h3 { margin: 0; font-size: 1.05rem; }
    .rights .asks { margin: 2px 0 0; color: var(--soft); font-size: .9rem; }
    .rights .big { font-size: 2.3rem; line-height: 1.2; margin: 6px 0 8px; }
    .rights .bar { height: 14px; }
    .counts { width: 100%; border-collapse: collapse; margin-top: 8px; font-size: .88rem; }
    .counts th { text-align: left; font-weight: 400; color: var(--soft); padding: 1px 0; }
    .counts td { text-align: right; padding: 1px 0; }

    """

  private static let grid = """
    .grid { width: 100%; border-collapse: separate; border-spacing: 0 3px; table-layout: fixed; font-size: .92rem; }
    .grid thead th { text-align: left; font-weight: 400; color: var(--soft); font-size: .76rem; padding: 0 4px 4px 8px;
      vertical-align: bottom; white-space: nowrap; }
    .grid thead th:first-child { padding-left: 0; width: 23%; }
    .grid thead th.n { width: 92px; }
    .grid tbody th { text-align: left; font-weight: 600; padding: 5px 12px 5px 0; line-height: 1.3; }
    .grid tbody th code { display: block; font-weight: 400; }
    .grid td { padding: 5px 8px 7px; line-height: 1.4; vertical-align: middle; border-left: 3px solid var(--paper); }
    .grid td.n { color: var(--soft); }
    .grid td b { font-size: 1.08rem; line-height: 1.2; color: var(--violated-ink); }
    .grid td small { color: var(--soft); font-size: .8rem; }
    .grid .zero { color: var(--soft); }
    .grid .bar { margin-top: 3px; height: 7px; }
    .grid .cell-letter, .grid .unit-label { display: none; }
    .heat0 { background: var(--panel); } .heat1 { background: var(--heat1); } .heat2 { background: var(--heat2); }
    .heat3 { background: var(--heat3); } .heat4 { background: var(--heat4); }

    """

  private static let tables = """
    .n, table .n { text-align: right; white-space: nowrap; }
    .plain, .sums, .flags { width: 100%; border-collapse: collapse; font-size: .92rem; }
    .plain th, .plain td, .flags th, .flags td, .sums th, .sums td { padding: 7px 14px 7px 0; border-bottom: 1px solid var(--rule);
      text-align: left; vertical-align: top; font-weight: 400; }
    .plain .n, .flags .n, .sums .n { text-align: right; }
    .plain tr > :last-child, .flags tr > :last-child, .sums tr > :last-child { padding-right: 0; }
    .plain thead th, .flags thead th, .sums thead th { color: var(--soft); font-size: .8rem; padding-top: 0; border-bottom-color: var(--soft); }
    .sums { table-layout: fixed; } .sums th:first-child { width: 14%; } .sums .n { width: 18%; }
    .sums td.step { vertical-align: middle; padding-right: 24px; } .sums .bar { height: 14px; }
    .sums tbody th { white-space: nowrap; }
    .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 48px; align-items: start; }
    .reasons code { display: block; margin-left: 2.05em; }
    .scroll { overflow-x: auto; }
    .group { margin-top: 34px; }
    .group h3 { margin: 0 0 4px; font-size: 1.05rem; }
    .group h3 code { font-weight: 400; }
    .tally { float: right; color: var(--violated-ink); }
    .flags tbody th { white-space: nowrap; font-weight: 600; }
    .flags .sub { display: block; color: var(--soft); font-size: .86rem; font-weight: 400; }
    .flags td:nth-child(2) { width: 46%; }
    .flags .n + :not(.n) { padding-left: 16px; }
    .flags .entries { max-width: 15ch; } .entries code { white-space: nowrap; margin-right: .3em; }
    .flags tr:target { background: var(--heat1); }
    .filter { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: center; margin: 14px 0 8px; }
    .filter[hidden] { display: none; }
    .filter label { display: flex; gap: 8px; align-items: center; flex: 1 1 320px; }
    .filter input, .filter select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px;
      padding: 6px 10px; }
    .filter input { flex: 1; min-width: 0; }
    .filter output { color: var(--soft); min-width: 6em; text-align: right; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }

    """

  private static let narrow = """
    @media screen and (max-width: 900px) {
      .rights { grid-template-columns: 1fr 1fr; }
      .columns { grid-template-columns: 1fr; }
      .box div { grid-column: span 3; }
      .grid thead th:first-child { width: 22%; }
      .grid thead th span:not(.badge) { display: none; }
      .grid thead th.n { width: 100px; }
    }
    @media screen and (max-width: 680px) {
      header, main, footer { padding-left: 18px; padding-right: 18px; }
      header { padding-top: 28px; }
      .banner { padding: 8px 18px; font-size: .82rem; }
      h1 { font-size: 1.75rem; } .headline { font-size: 1.35rem; }
      section { margin-top: 40px; }
      .box { grid-template-columns: 1fr; } .box div { grid-column: auto; }
      .rights { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 26px 18px; } .rights .big { font-size: 1.8rem; } .counts { font-size: .74rem; } .counts th { white-space: nowrap; }
      .grid, .grid tbody { display: block; }
      .grid thead, .flags thead, .sums thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .grid tr { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 2px; margin-bottom: 14px; }
      .grid tbody th { grid-column: 1 / 5; padding: 0; } .grid td.n { grid-column: 5 / 7; padding: 0; border: 0; font-size: .8rem; }
      .grid .unit-label { display: inline; }
      .grid td:not(.n) { display: flex; flex-direction: column; border: 0; padding: 3px 5px 6px; } .grid .bar { margin-top: auto; } .grid .cell-letter { display: block; font-size: .7rem; font-weight: 700; color: var(--soft); }
      .sums, .sums tbody, .flags, .flags tbody { display: block; }
      .sums tr { display: grid; grid-template-columns: 1fr auto; padding: 7px 0; border-bottom: 1px solid var(--rule); }
      .sums th, .sums td { border: 0; padding: 0; } .sums td.step { grid-column: 1 / 3; grid-row: 2; width: auto; padding: 3px 0; }
      .sums th:first-child, .sums .n { width: auto; } .sums td.n:last-child { grid-column: 1 / 3; }
      .flags tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 16px; padding: 12px 0; border-bottom: 1px solid var(--rule); }
      .flags tr[hidden] { display: none; }
      .flags th, .flags td { border: 0; padding: 0; text-align: left; } .flags .n { text-align: left; white-space: normal; }
      .flags .n + :not(.n) { padding-left: 0; }
      .flags th, .flags td:nth-child(2) { grid-column: 1 / 3; width: auto; }
      .flags td[data-label]::before { content: attr(data-label); display: block; color: var(--soft); font-size: .76rem; }
    }

    """

  private static let paper = """
    @page { size: A4; margin: 18mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); } }
    @media print {
      :root { color-scheme: light; --paper: #fff; --ink: #111; --soft: #50585c; --rule: #c9c6be; --panel: #f3f1eb; --link: #111;
        --met: #2d7a8c; --vio: #c4572b; --vio-line: #fbe3d6; --open: #d9d6ce; --open-dot: #7d7a72; --flow: #4a6d7c; --gap: #e9e6de;
        --heat1: #fbeee6; --heat2: #f8dfd0; --heat3: #f3cab3; --heat4: #ecb092; --violated-ink: #8a3412; --amber: #f2c14b; }
      html { font-size: 11.5px; }
      body { font-size: 1rem; }
      header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
      header { padding-top: 8px; }
      .banner { position: static; }
      .bar, .swatch, .badge, .banner, .box, pre, .grid td, .flags tr { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .filter { display: none; }
      section { margin-top: 28px; }
      h2, h3, .note { break-after: avoid; }
      tr, li, .box { break-inside: avoid; }
      thead { display: table-header-group; }
      a { text-decoration: none; }
      .rights { grid-template-columns: repeat(3, 1fr); gap: 20px 28px; }
      .columns { grid-template-columns: 1fr 1fr; gap: 0 28px; }
      .note, .lede { break-inside: avoid; }
      .box div { grid-column: span 2; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; } pre, .sums { break-inside: avoid; }
      .grid thead th { font-size: .64rem; padding-left: 5px; padding-right: 0; } .grid thead th:first-child { width: 20%; } .grid td { padding-left: 5px; }
    }

    """
}
