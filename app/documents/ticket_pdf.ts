import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
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

/** What a document is called. */
export type About = {
  title: string
  /** Language of the words, e.g. `pl-PL`. */
  language: string
  at: number
}

type Made = About & { organisation: string }

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

export type IssuedTicket = { ticket: Ticket; made: Made }

/**
 * Tickets as one PDF on A4, a page each in its own language and in their order. Each is asked for
 * when the pages before it have been taken, and the fonts are written once, however many follow;
 * of each some 6 KB stay in memory, since the end of a PDF lists all its pages and tags.
 *
 * @param about what they are together; a single one speaks for itself
 */
export function ticketsPdf(tickets: AsyncIterable<IssuedTicket>, about?: About): Readable {
  return Readable.from(pagesOf(tickets, about), { objectMode: false, highWaterMark: 1 })
}

async function* pagesOf(tickets: AsyncIterable<IssuedTicket>, about?: About) {
  let sheet: Sheet | null = null
  for await (const { ticket, made } of tickets) {
    const { organisation: author } = made
    const { title, language, at } = about ?? made
    sheet ??= new Sheet({ title, language, at, author })
    sheet.turn(A4, made.language)
    drawCard(sheet, ticket, author)
    yield* sheet.taken()
    // Each takes some 10 ms, and others wait for the same processor.
    await setImmediate()
  }
  sheet?.end()
  if (sheet) yield* sheet.taken()
}
