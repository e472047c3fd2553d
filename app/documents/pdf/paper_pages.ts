import { A4, LINE, QUIET, type Sheet, type Style } from '#app/documents/pdf/sheet'
import { wrappedLines } from '#app/documents/pdf/wrapped_lines'

export const EDGE = 56
export const WIDTH = A4[0] - 2 * EDGE
const BOTTOM = A4[1] - 72
const FOOT: Style = { size: 8.5, colour: QUIET, figures: true }

/** The pages of a paper, filled from top to bottom. */
export class PaperPages {
  /** Where the next thing begins. */
  y = EDGE
  count = 0

  /** @param foot what stands at the foot of a page, the first being 1 */
  constructor(
    readonly sheet: Sheet,
    readonly language: string,
    readonly foot: (nth: number) => readonly string[]
  ) {
    this.turn()
  }

  get left(): number {
    return BOTTOM - this.y
  }

  turn(): void {
    this.count += 1
    this.sheet.turn(A4, this.language)
    this.y = EDGE
    const words = this.foot(this.count).join('   ')
    this.sheet.decoration(() => {
      const { pdf } = this.sheet
      pdf.font('regular').fontSize(FOOT.size).fillColor(QUIET)
      pdf.text(words, EDGE, BOTTOM + 24, { lineBreak: false })
    })
  }

  /** What is this high begins a new page where this one has no room for it. */
  makeRoom(height: number): void {
    if (height > this.left) this.turn()
  }

  /** A text over the whole width and as many pages as it takes. */
  flow(text: string, style: Style & { tag?: 'H2' | 'P' }): void {
    const height = this.sheet.lineHeight(style)
    let lines = wrappedLines(this.sheet, text, WIDTH, style)
    while (lines.length > 0) {
      this.makeRoom(height)
      const count = Math.max(1, Math.floor(this.left / height))
      const at = { x: EDGE, y: this.y, width: WIDTH }
      this.y = this.sheet.writeLines(lines.slice(0, count), at, style)
      lines = lines.slice(count)
    }
  }

  /** A line over this part of the width. */
  rule(x = EDGE, width = WIDTH): void {
    const { y, sheet } = this
    sheet.decoration(() => {
      sheet.pdf.save().lineWidth(1).strokeColor(LINE)
      sheet.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke()
        .restore()
    })
  }
}
