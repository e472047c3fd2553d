import { randomUUID } from 'node:crypto'
import type { LoadRequest } from './load_task.js'
import { LOAD_CORE, pinnedScript } from './pinned.js'
import type { Product } from './product.js'
import { sessionOf, type Session } from './signed_in.js'

const FILE_BYTES = 200_000
const BOUNDARY = 'bench-boundary'
const HIDDEN = /name="(_csrf|need|version)" value="([^"]*)"/g

/** Somebody who is signed in, with what their form of a new ticket carries along. */
type Writer = { session: Session; fields: Record<string, string> }
type Told = { emails: string[]; password: string; need: string }

/** Lays customers out, signs each of them in and opens the form of a new ticket once. */
export async function writers(product: Product, count: number): Promise<Writer[]> {
  const args = [String(count)]
  const maker = pinnedScript(LOAD_CORE, './ticket_customers.ts', args, product.env)
  const { emails, password, need } = await maker.message<Told>()
  await maker.ended
  const found: Writer[] = []
  for (const [nth, email] of emails.entries()) {
    const session = await sessionOf(product, { email, password }, `10.8.0.${nth}`)
    const page = await fetch(`${product.url}/account/helpdesk/new/form?need=${need}`, {
      headers: session,
    })
    const fields = Object.fromEntries([...(await page.text()).matchAll(HIDDEN)].map(pair))
    if (!fields._csrf || !fields.version) throw new Error('Invalid run: no form of a new ticket')
    found.push({ session, fields })
  }
  return found
}

const pair = ([, name, value]: RegExpMatchArray) => [name, value] as const

/** The filled-in form of one of them, with a file, as a browser sends it. */
export function opening({ url }: Product, { session, fields }: Writer, nth: number): LoadRequest {
  const typed = {
    ...{ ...fields, form_key: randomUUID(), urgency: 'medium' },
    description: `The printer in room ${nth} prints nothing.\nSince this morning.`,
  }
  const parts = Object.entries(typed).map(([name, value]) => part(`name="${name}"`, value))
  const file = `%PDF-1.7\n${'x'.repeat(FILE_BYTES)}\n%%EOF\n`
  const named = 'name="files"; filename="photo.pdf"\r\nContent-Type: application/pdf'
  return {
    path: '/account/helpdesk',
    body: `${[...parts, part(named, file)].join('')}--${BOUNDARY}--\r\n`,
    headers: {
      ...session,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      origin: url,
      'sec-fetch-site': 'same-origin',
    },
    address: session['x-forwarded-for'],
  }
}

const part = (head: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`
