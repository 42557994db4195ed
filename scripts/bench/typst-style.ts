/** What our packs look like, in Typst: put at the head of the bench's Typst document by one-typst.ts. */
export const TYPST_STYLE = `
#let council = rgb("#14532d")
#let line-colour = rgb("#d5d8d3")
#let quiet-colour = rgb("#51595f")
#let head(words) = text(8.5pt, fill: quiet-colour)[#running #h(1fr) #box(width: 80mm, align(right, words))]
#set page(paper: "a4", margin: (top: 24mm, bottom: 20mm, x: 20mm), header: head(""), footer: context align(right,
  text(9pt, weight: 600, fill: quiet-colour)[Page #counter(page).display()]))
#set text(font: "Atkinson Hyperlegible Next", size: 10.5pt, fill: rgb("#15191c"), lang: "en", region: "GB")
#set par(leading: 0.78em, spacing: 1.92em)
#set list(spacing: 1.16em, marker: [•])
#set enum(spacing: 1.16em)
#show link: it => text(fill: council, underline(it))
#show heading: it => block(above: 9mm, below: 5.5mm, sticky: true, it.body)
#show heading.where(level: 1): set text(21pt)
#show heading.where(level: 2): set text(14pt)
#show heading.where(level: 3): set text(11.5pt)
#set table(stroke: (x, y) => (bottom: if y == 0 { 1.5pt } else { 0.75pt + line-colour }), inset: (x: 0pt, y: 10.3pt), column-gutter: 10pt)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => align(left, strong(it.body))
#let quiet(body) = text(fill: quiet-colour, body)
#let lede(body) = block(text(12pt, body))
#let number(words) = place(left, dx: -14mm, text(weight: 600, fill: quiet-colour, words))
#let section(level, words, body) = {
  if level == 2 { block(above: 7mm, below: 0pt, sticky: true, move(dx: -14mm, line(length: 100% + 14mm, stroke: 0.75pt + line-colour))) }
  heading(level: level, { if words != none { place(left, dx: -14mm, words) }; body })
}
#let para(words, body) = block({ if words != none { number(words) }; body })
#let paper(body) = pad(left: 14mm, body)
#let ask(body) = block(width: 100%, fill: rgb("#f4f5f2"), stroke: (left: 3pt), inset: 5mm, breakable: false, body)
#let said(body) = block(stroke: (left: 2pt + line-colour), inset: (left: 14pt), quote(block: false, quotes: false, body))
#let facts(..cells) = text(9.5pt, table(columns: (42mm, 1fr), stroke: none, inset: (x: 0pt, y: 6.5pt),
  ..cells.pos().enumerate().map(((at, cell)) => if calc.even(at) { quiet(cell) } else { cell })))
#let grid-table(caption, columns, alignment, head, ..cells) = text(9.5pt, figure(kind: table, supplement: none, numbering: none, caption: caption,
  table(columns: columns, align: alignment, table.header(..head.map(strong)), ..cells)))
#let measure(title, latest, words, file, alternative, ..rows) = block(breakable: false, above: 18pt, {
  line(length: 100%, stroke: 1.5pt)
  grid(columns: (1fr, 54mm), column-gutter: 6mm,
    [#strong(title)

    #text(17pt, strong(latest)) #words
    #figure(image(file, width: 100%, alt: alternative), kind: image, supplement: none, numbering: none)],
    text(8.5pt, table(columns: 3, inset: (x: 0pt, y: 5pt), stroke: (x, y) => (bottom: 0.75pt + line-colour),
      table.header(strong[Date], strong[What], strong[Figure]), ..rows)))
})
#let picture(file, alternative) = figure(image(file, alt: alternative, width: 127mm), kind: image, supplement: none, numbering: none)
#let agenda-item(number, title, papers) = (number, title, papers)
#let agenda(items) = for (number, title, papers) in items {
  block(above: 3mm, below: 3mm, breakable: false, {
    line(length: 100%, stroke: 0.5pt + line-colour)
    grid(columns: (11mm, 1fr, 22mm), column-gutter: 3mm, strong(number), {
      strong(title)
      for (name, target) in papers { linebreak(); link(target, name) }
    }, align(right, for (name, target) in papers { [page ]; context str(counter(page).at(target).first()); linebreak() }))
  })
}
`;
