import { drawCode } from '#app/documents/pdf/code'
import { ROLL_WIDTH, type Sheet, type Style } from '#app/documents/pdf/sheet'
import type { Ticket } from '#app/documents/ticket_pdf'

/** Thermal printers leave 4 mm on both sides. */
const EDGE = 12
const WIDTH = ROLL_WIDTH - 2 * EDGE
const CODE = 112
const BLACK = '#000000'

const NUMBER = 46
const SMALLEST_NUMBER = 20

type Piece =
  | { text: string; style: Style & { tag?: 'H1' | 'P' }; before: number; align?: 'center' }
  | { tear: true; before: number }
  | { code: NonNullable<Ticket['code']>; before: number }

/** How long the paper of a ticket is. */
export function heightOfRoll(sheet: Sheet, ticket: Ticket, organisation: string): number {
  const heights = piecesOf(sheet, ticket, organisation).map((piece) => {
    if ('tear' in piece) return piece.before
    return piece.before + ('code' in piece ? CODE : sheet.heightOf(piece.text, WIDTH, piece.style))
  })
  return heights.reduce((sum, height) => sum + height, 2 * EDGE)
}

export function drawRoll(sheet: Sheet, ticket: Ticket, organisation: string): void {
  let y = EDGE
  for (const piece of piecesOf(sheet, ticket, organisation)) {
    y += piece.before
    if ('tear' in piece) drawTear(sheet, y)
    else if ('code' in piece) {
      drawCode(sheet, piece.code, { x: (ROLL_WIDTH - CODE) / 2, y, side: CODE })
      y += CODE
    } else {
      y = sheet.write(piece.text, { x: EDGE, y, width: WIDTH, align: piece.align }, piece.style)
    }
  }
}

function piecesOf(sheet: Sheet, ticket: Ticket, organisation: string): Piece[] {
  const { number, numberLabel, title, lines, state, note, code } = ticket
  const black = { colour: BLACK }
  const size = fitting(sheet, number)
  return [
    {
      text: organisation,
      style: { size: 10, weight: 'strong', ...black },
      before: 0,
      align: 'center',
    },
    { text: numberLabel, style: { size: 10, ...black }, before: 12, align: 'center' },
    {
      text: number,
      style: { size, weight: 'strong', figures: true, tag: 'H1', ...black },
      before: 0,
      align: 'center',
    },
    { text: state, style: { size: 11, ...black }, before: 0, align: 'center' },
    { tear: true, before: 12 },
    { text: title, style: { size: 14, weight: 'strong', ...black }, before: 12 },
    ...lines.flatMap(({ label, text }): Piece[] => [
      { text: label, style: { size: 8.5, ...black }, before: 8 },
      { text, style: { size: 11.5, ...black }, before: 0 },
    ]),
    ...(note ? [{ text: note, style: { size: 10, ...black }, before: 12 }] : []),
    ...(code
      ? [
          { code, before: 16 },
          { text: code.words, style: { size: 8.5, ...black }, before: 6, align: 'center' as const },
        ]
      : []),
  ]
}

/** The largest size at which the number stays on one line. */
function fitting(sheet: Sheet, number: string): number {
  const wide = sheet.widthOf(number, { size: NUMBER, weight: 'strong', figures: true })
  return Math.max(SMALLEST_NUMBER, Math.min(NUMBER, (NUMBER * WIDTH) / wide))
}

function drawTear(sheet: Sheet, y: number): void {
  sheet.decoration(() => {
    sheet.pdf.save().lineWidth(1).dash(3, { space: 3 }).moveTo(0, y).lineTo(ROLL_WIDTH, y)
    sheet.pdf.stroke(BLACK).restore()
  })
}
