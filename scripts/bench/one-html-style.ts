/** What our packs look like, in the CSS that Chromium and WeasyPrint both know: for the one document of one-html.ts. */
export const HTML_STYLE = `
html { font: 400 10.5pt/1.45 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Extended", sans-serif; color: #15191c; }
body { margin: 0; }
@page { size: A4; margin: 24mm 20mm 20mm 20mm; font: 400 8.5pt "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Extended", sans-serif; color: #51595f;
  @bottom-right { content: "Page " counter(page); font: 600 9pt "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Extended", sans-serif; }
  @top-left { vertical-align: bottom; padding-bottom: 6mm; }
  @top-right { vertical-align: bottom; padding-bottom: 6mm; text-align: right; } }
* { box-sizing: border-box; }
h1, h2, h3 { line-height: 1.15; font-weight: 700; margin: 0; break-after: avoid; }
h1 { font-size: 21pt; margin-bottom: 5mm; }
h2 { font-size: 14pt; margin: 7mm 0 3mm; }
h3 { font-size: 11.5pt; margin: 5mm 0 2mm; }
p, ul, ol, table, figure, blockquote { margin: 0 0 12pt; }
p, li, td { orphans: 2; widows: 2; }
a { color: #14532d; text-decoration: underline; }
tr, svg, figure, .ask, .picture { break-inside: avoid; }
thead, caption { break-after: avoid; }
.new { break-before: page; }
.quiet { color: #51595f; margin: 0 0 1mm; }
.lede { font-size: 12pt; line-height: 1.4; }
.council { font-weight: 700; font-size: 12pt; color: #14532d; margin-bottom: 12mm; }
.front h1 { font-size: 28pt; margin-bottom: 3mm; }
.agenda { list-style: none; padding: 0; }
.agenda li { padding: 3mm 0 3mm 14mm; border-top: 0.5pt solid #d5d8d3; position: relative; break-inside: avoid; }
.agenda .no { position: absolute; left: 0; font-weight: 700; }
.paper { padding-left: 14mm; overflow-wrap: break-word; }
.paper h2 { margin-left: -14mm; padding: 4mm 0 0 14mm; position: relative; border-top: 0.75pt solid #d5d8d3; }
.paper h3, .para { position: relative; }
.number { position: absolute; left: -14mm; font-weight: 600; color: #51595f; }
h2 .number { left: 0; color: #15191c; font-weight: 700; }
.paper ul, .paper ol { padding-left: 19pt; }
.paper li, .ask li { margin-bottom: 4pt; }
.paper ol.letters, ol.letters { list-style: none; padding-left: 0; }
ol.letters > li { position: relative; padding-left: 29pt; }
ol.letters ol.letters { margin-top: 4pt; }
.letter { position: absolute; left: 0; font-weight: 600; }
blockquote { border-left: 2pt solid #d5d8d3; padding-left: 14pt; margin-left: 0; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
th, td { text-align: left; padding: 6.6pt 10.8pt 6.6pt 0; border-bottom: 0.75pt solid #d5d8d3; vertical-align: top; }
td { font-weight: 400; }
tbody th { font-weight: 600; }
thead { display: table-header-group; }
thead th, thead td { border-bottom: 1.5pt solid #15191c; font-weight: 700; vertical-align: bottom; }
th.n, td.n { text-align: right; white-space: nowrap; }
caption { text-align: left; font-weight: 700; padding-bottom: 6pt; }
.facts { border-top: 0.5pt solid #d5d8d3; border-bottom: 0.5pt solid #d5d8d3; }
.facts th, .facts td { border: 0; padding: 1mm 4mm 1mm 0; }
.facts th { width: 42mm; font-weight: 400; color: #51595f; }
.ask { background: #f4f5f2; border-left: 3pt solid #15191c; padding: 4mm 5mm 1mm; margin: 5mm 0; }
.ask h2 { font-size: 13pt; margin: 0 0 7pt; }
.measure { border-top: 1.5pt solid #15191c; padding-top: 12pt; margin-top: 18pt; display: flex; break-inside: avoid; }
.picture { flex: 1; padding-right: 6mm; }
.rows { width: 54mm; }
.rows table { font-size: 8.5pt; }
.rows th, .rows td { padding: 0.6mm 2mm 0.6mm 0; }
.big { font-size: 17pt; }
svg, .picture img { width: 100%; height: auto; display: block; }
.chart-words { fill: #51595f; }
.chart-axis { stroke: #51595f; }
.chart-grid { stroke: #d5d8d3; }
figure.image { margin-left: 0; margin-right: 0; }
figure.image img { max-width: 100%; height: auto; }
.footnotes { border-top: 0.75pt solid #d5d8d3; margin-top: 24pt; padding-top: 12pt; font-size: 9.5pt; }
sup { line-height: 0; }
`;
