import { drawCode } from '#app/documents/pdf/code'
import { A4, LINE, QUIET, type Sheet, type Style } from '#app/documents/pdf/sheet'
import type { Ticket } from '#app/documents/ticket_pdf'

const EDGE = 56
const TOP = 96
const WIDTH = A4[0] - 2 * EDGE
const STUB = 168
const PADDING = 22
const RADIUS = 10
const NOTCH = 8
const CODE = 104
/** The white rim that belongs to the code; words begin where its dark part does. */
const RIM = 5

const BODY = WIDTH - STUB - 2 * PADDING
const NUMBER = 48
const SMALLEST_NUMBER = 18

const HEAD: Style = { size: 13, weight: 'strong' }
const LABEL: Style = { size: 9.5, colour: QUIET }
const STATE: Style = { size: 11.5 }
const TITLE: Style = { size: 17, weight: 'strong' }
const TEXT: Style = { size: 12 }
const NOTE: Style = { size: 11 }

/** The ticket at the head of an A4 sheet: number on the stub, tear line, what and where and when. */
export function drawCard(sheet: Sheet, ticket: Ticket, organisation: string): void {
  const head = sheet.write(organisation, { x: EDGE, y: EDGE, width: WIDTH }, HEAD)
  const top = Math.max(TOP, head + PADDING)
  const height = Math.max(stubHeight(sheet, ticket), bodyHeight(sheet, ticket)) + 2 * PADDING
  drawFrame(sheet, top, height)
  writeStub(sheet, ticket, top + PADDING)
  writeBody(sheet, ticket, top + PADDING)
}

const STUB_WIDTH = STUB - 2 * PADDING

function numberStyle(sheet: Sheet, number: string): Style {
  const wide = sheet.widthOf(number, { size: NUMBER, weight: 'strong', figures: true })
  const size = Math.max(SMALLEST_NUMBER, Math.min(NUMBER, (NUMBER * STUB_WIDTH) / wide))
  return { size, weight: 'strong', figures: true }
}

function stubHeight(sheet: Sheet, { number, numberLabel, state }: Ticket): number {
  return (
    sheet.heightOf(numberLabel, STUB_WIDTH, LABEL) +
    sheet.heightOf(number, STUB_WIDTH, numberStyle(sheet, number)) +
    sheet.heightOf(state, STUB_WIDTH, STATE)
  )
}

function writeStub(sheet: Sheet, { number, numberLabel, state }: Ticket, top: number): void {
  const at = { x: EDGE + PADDING, width: STUB_WIDTH }
  const below = sheet.write(numberLabel, { ...at, y: top }, LABEL)
  const style = { ...numberStyle(sheet, number), tag: 'H1' as const }
  const under = sheet.write(number, { ...at, y: below }, style)
  sheet.write(state, { ...at, y: under }, STATE)
}

/** Beside the code the words are narrower. */
const wordsWidth = ({ code }: Ticket) => (code ? BODY - CODE - PADDING : BODY)

function bodyHeight(sheet: Sheet, ticket: Ticket): number {
  const width = wordsWidth(ticket)
  const { title, lines, note, code } = ticket
  const words = lines.reduce(
    (sum, { label, text }) =>
      sum + 9 + sheet.heightOf(label, width, LABEL) + sheet.heightOf(text, width, TEXT),
    sheet.heightOf(title, width, TITLE)
  )
  const picture = code ? CODE + sheet.heightOf(code.words, CODE - RIM, LABEL) : 0
  const below = note ? 14 + sheet.heightOf(note, BODY, NOTE) : 0
  return Math.max(words, picture) + below
}

function writeBody(sheet: Sheet, ticket: Ticket, top: number): void {
  const { title, lines, note, code } = ticket
  const at = { x: EDGE + STUB + PADDING, width: wordsWidth(ticket) }
  let y = sheet.write(title, { ...at, y: top }, TITLE)
  for (const { label, text } of lines) {
    y = sheet.write(label, { ...at, y: y + 9 }, LABEL)
    y = sheet.write(text, { ...at, y }, TEXT)
  }
  if (code) {
    const x = EDGE + WIDTH - PADDING - CODE + RIM
    drawCode(sheet, code, { x, y: top - RIM, side: CODE })
    y = Math.max(
      y,
      sheet.write(code.words, { x: x + RIM, y: top + CODE, width: CODE - RIM }, LABEL)
    )
  }
  if (note) sheet.write(note, { x: at.x, y: y + 14, width: BODY }, NOTE)
}

/** The outline with its dashed tear line between two notches. */
function drawFrame(sheet: Sheet, top: number, height: number): void {
  const tear = EDGE + STUB
  sheet.decoration(() => {
    const { pdf } = sheet
    pdf.save().lineWidth(1).strokeColor(LINE)
    pdf.path(outline(EDGE, top, WIDTH, height)).stroke()
    pdf
      .dash(4, { space: 4 })
      .moveTo(tear, top + NOTCH + 4)
      .lineTo(tear, top + height - NOTCH - 4)
    pdf.stroke().restore()
  })
}

function outline(x: number, y: number, width: number, height: number): string {
  const [right, bottom, tear] = [x + width, y + height, x + STUB]
  const round = (dx: number, dy: number) => `a${RADIUS} ${RADIUS} 0 0 1 ${dx} ${dy}`
  const notch = (dx: number) => `a${NOTCH} ${NOTCH} 0 0 0 ${dx} 0`
  return [
    `M${x + RADIUS} ${y}`,
    `H${tear - NOTCH}${notch(2 * NOTCH)}`,
    `H${right - RADIUS}${round(RADIUS, RADIUS)}`,
    `V${bottom - RADIUS}${round(-RADIUS, RADIUS)}`,
    `H${tear + NOTCH}${notch(-2 * NOTCH)}`,
    `H${x + RADIUS}${round(-RADIUS, -RADIUS)}`,
    `V${y + RADIUS}${round(RADIUS, -RADIUS)}Z`,
  ].join('')
}
