import type { Paper } from '#app/documents/paper_pdf'
import { EDGE, WIDTH, type PaperPages } from '#app/documents/pdf/paper_pages'
import { QUIET, type Style } from '#app/documents/pdf/sheet'
import { wrappedLines } from '#app/documents/pdf/wrapped_lines'

const HEAD: Style = { size: 13, weight: 'strong' }
const LABEL: Style = { size: 9, colour: QUIET }
const NUMBER: Style = { size: 26, weight: 'strong', figures: true }
const TEXT: Style = { size: 10 }
const FIGURES: Style = { ...TEXT, figures: true }
const STRONG: Style = { size: 11.5, weight: 'strong', figures: true }
const HALF = (WIDTH - 24) / 2
const TOTALS = 280

/** Who gives it, what it is, its number and days, between whom, and what is said first. */
export function drawHead(pages: PaperPages, paper: Paper, organisation: string): void {
  const { sheet } = pages
  const top = sheet.write(organisation, { x: EDGE, y: pages.y, width: WIDTH }, HEAD) + 22
  const left = { x: EDGE, width: HALF }
  const below = sheet.write(paper.kind, { ...left, y: top }, LABEL)
  const under = sheet.write(paper.number, { ...left, y: below }, { ...NUMBER, tag: 'H1' })
  const right = { x: EDGE + HALF + 24, width: HALF }
  let y = top
  for (const { label, text } of paper.facts) {
    y = sheet.write(label, { ...right, y }, LABEL)
    y = sheet.write(text, { ...right, y }, TEXT) + 5
  }
  pages.y = Math.max(under, y) + 14
  drawParties(pages, paper.parties)
  if (!paper.intro) return
  pages.flow(paper.intro, TEXT)
  pages.y += 14
}

function drawParties(pages: PaperPages, parties: Paper['parties']): void {
  const { sheet } = pages
  const ends = parties.map(({ title, lines }, nth) => {
    const at = { x: EDGE + nth * (HALF + 24), width: HALF }
    const y = sheet.write(title, { ...at, y: pages.y }, LABEL)
    const wrapped = wrappedLines(sheet, lines.join('\n'), HALF, TEXT)
    return sheet.writeLines(wrapped, { ...at, y }, TEXT)
  })
  if (ends.length > 0) pages.y = Math.max(...ends) + 20
}

/** What the lines of the table come to, together on one page. */
export function drawTotals(pages: PaperPages, totals: Paper['totals']): void {
  const x = EDGE + WIDTH - TOTALS
  const styled = totals.map((total) => ({ ...total, style: total.strong ? STRONG : FIGURES }))
  const heights = styled.map(({ style }) => pages.sheet.lineHeight(style) + 4)
  pages.y += 6
  pages.makeRoom(heights.reduce((sum, height) => sum + height, 8))
  for (const { label, text, strong, style } of styled) {
    if (strong) {
      pages.rule(x, TOTALS)
      pages.y += 4
    }
    const at = { x, y: pages.y, width: TOTALS }
    const beside = TOTALS - pages.sheet.widthOf(text, style) - 12
    const lines = wrappedLines(pages.sheet, label, beside, style)
    const end = pages.sheet.writeLines(lines, { ...at, width: beside }, style)
    pages.sheet.writeLines([text], { ...at, align: 'end' }, style)
    pages.y = end + 4
  }
}

export function drawNotes(pages: PaperPages, notes: Paper['notes']): void {
  for (const { title, text } of notes) {
    pages.y += 14
    if (title) {
      pages.makeRoom(3 * pages.sheet.lineHeight(TEXT))
      pages.flow(title, { ...TEXT, weight: 'strong', tag: 'H2' })
    }
    pages.flow(text, TEXT)
  }
}
