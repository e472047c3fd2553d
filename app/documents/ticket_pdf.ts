import { drawCard } from '#app/documents/pdf/ticket_card'
import { drawRoll, heightOfRoll } from '#app/documents/pdf/ticket_roll'
import { A4, ROLL_WIDTH, Sheet } from '#app/documents/pdf/sheet'

/** What a ticket says, the same as on the page (`ui.ticket`). */
export type Ticket = {
  number: string
  numberLabel: string
  /** What it is for. */
  title: string
  lines: readonly { label: string; text: string }[]
  /** How things stand. */
  state: string
  note?: string | null
  /** Address behind the code, and what the code is for. */
  code?: { text: string; words: string } | null
}

type Made = {
  title: string
  /** Language of the words, e.g. `pl-PL`. */
  language: string
  organisation: string
  at: number
}

/**
 * A ticket as PDF: on A4, or on the 80 mm roll of a ticket printer, black only. Tagged, titled
 * and in its language; the same ticket at the same time gives the same bytes.
 */
export function ticketPdf(
  ticket: Ticket,
  { organisation, ...made }: Made,
  paper: 'a4' | 'roll' = 'a4'
): Promise<Buffer> {
  const shared = { ...made, author: organisation }
  if (paper === 'a4') {
    const sheet = new Sheet({ ...shared, size: A4 })
    drawCard(sheet, ticket, organisation)
    return sheet.bytes()
  }
  const height = heightOfRoll(
    new Sheet({ ...shared, size: [ROLL_WIDTH, A4[1]] }),
    ticket,
    organisation
  )
  const sheet = new Sheet({ ...shared, size: [ROLL_WIDTH, height] })
  drawRoll(sheet, ticket, organisation)
  return sheet.bytes()
}
