import type { Sheet, Style } from '#app/documents/pdf/sheet'

type Widths = (text: string) => number

/** A text as the lines that it takes at this width; what is wider than a line is cut. */
export function wrappedLines(sheet: Sheet, text: string, width: number, style: Style): string[] {
  const known = new Map<string, number>()
  // Laying out takes long, and the same words come again and again.
  const widthOf = (piece: string) => {
    const measured = known.get(piece) ?? sheet.widthOf(piece, style)
    known.set(piece, measured)
    return measured
  }
  const paragraphs = text.trim().split(/\r?\n/)
  return paragraphs.flatMap((paragraph) => linesOf(paragraph, width, widthOf))
}

function linesOf(paragraph: string, width: number, widthOf: Widths): string[] {
  const lines: string[] = []
  let line: string[] = []
  let taken = 0
  const pieces = paragraph.split(/[ \t]+/).flatMap((word) => piecesOf(word, width, widthOf))
  for (const piece of pieces) {
    const more = widthOf(piece) + (line.length > 0 ? widthOf(' ') : 0)
    if (line.length > 0 && taken + more > width) {
      lines.push(line.join(' '))
      line = [piece]
      taken = widthOf(piece)
    } else {
      line.push(piece)
      taken += more
    }
  }
  return [...lines, line.join(' ')]
}

/** A word without a place to break it, in pieces that a line has room for. */
function piecesOf(word: string, width: number, widthOf: Widths): string[] {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let taken = width
  for (const letter of word) {
    taken += widthOf(letter)
    if (taken <= width) {
      pieces[pieces.length - 1] += letter
    } else {
      pieces.push(letter)
      taken = widthOf(letter)
    }
  }
  return pieces
}
