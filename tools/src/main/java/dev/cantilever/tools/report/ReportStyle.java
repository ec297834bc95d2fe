package dev.cantilever.tools.report;

/** How a report looks on a screen, by day and by night, and on paper. */
final class ReportStyle {

  static final String CSS =
      """
      :root{color-scheme:light;--ink:#1b1f24;--soft:#5b6570;--paper:#fff;--blank:#fff;--line:#b9c1c9;--accent:#2a788e}
      @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e6e9ec;--soft:#9aa5b1;--paper:#15181c;--blank:#59626d;--line:#454e58;--accent:#5fc4d8}}
      body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1200px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem;margin:0 0 .25rem;overflow-wrap:anywhere}h2{font-size:1.15rem;margin:2rem 0 .5rem}
      .soft,figcaption{color:var(--soft)}figcaption b{color:var(--ink)}a.call{color:var(--accent);white-space:nowrap}.calls td:nth-child(3){white-space:nowrap}
      .facts{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.25rem 0}
      .facts div b{display:block;font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums}
      .maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(330px,100%),1fr));gap:1.25rem;margin:1rem 0}
      figure{margin:0}figure svg{display:block;width:100%;max-width:460px;height:auto}
      figcaption{min-height:3em;font-size:.9rem}
      svg text{font:13px system-ui,sans-serif;fill:var(--ink)}.frame{fill:none;stroke:var(--soft)}.blank{fill:var(--blank);stroke:none}
      .dots{fill:var(--soft)}.marks{fill:none;stroke:var(--accent);stroke-width:2.5}.line{fill:none;stroke:var(--accent);stroke-width:2}.fine{fill:none;stroke:var(--accent);stroke-width:1}.edge{fill:none;stroke:var(--accent);stroke-width:1;opacity:.55}.tick{stroke:var(--soft)}.dashed{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:5 4}
      .pixels{image-rendering:pixelated}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{text-align:left;padding:.2rem 1rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
      th{white-space:nowrap}:target{background:color-mix(in srgb,var(--accent) 20%,transparent)}
      code,pre{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
      pre.plan{border:1px solid var(--line);padding:.75rem}
      @page{size:A4;margin:15mm}
      @media print{body{font-size:10pt;max-width:none;margin:0;padding:0}h1{font-size:16pt}h2{font-size:12pt;margin:6mm 0 2mm}h2,h2+.soft{break-after:avoid}
      .facts{margin:3mm 0;gap:2mm 8mm}.facts div b{font-size:13pt}.maps{grid-template-columns:1fr 1fr;gap:5mm}
      figure,tr{break-inside:avoid}figcaption{font-size:8pt;min-height:2.9em}figure svg{max-width:none}
      code,pre{font-size:8pt}pre{orphans:4;widows:4}a.call{color:inherit;text-decoration:none}}
      """;

  private ReportStyle() {}
}
