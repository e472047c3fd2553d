import type { User } from '#core/accounts'
import { saveFormVersion, type FormField } from '#core/forms'
import { OutboxMail, type ComposedMail } from '#core/messaging'
import { SYSTEM, transaction } from '#core/platform'
import { composeMail } from '#app/messaging/queries/compose_mail'
import { mailDefinition } from '#app/messaging/queries/mail_definitions'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import type { Opening } from '#plugins/helpdesk/actions/open_ticket'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { aHelpdesk, asStaff, aTicket, type Helpdesk } from '#plugins/helpdesk/tests/helpdesk'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { aPdf } from '#tests/files/corpus'
import type { Answer, HttpClient } from '#tests/kit/http'

export const MINE = '/account/helpdesk'
export const EMAIL = 'bea@example.org'

export type Portal = {
  desk: Helpdesk
  user: User
  client: HttpClient
  ticket: Ticket
  /** Page of the ticket. */
  page: string
}

export const requesterOf = ({ id: userId, firstName, lastName, email }: User) => ({
  ...{ userId, firstName, lastName, email },
})

/** A customer who is signed in, and a ticket of theirs. */
export async function aPortal(own: Partial<Opening> = {}): Promise<Portal> {
  const desk = await aHelpdesk()
  const user = await someCustomer({ email: EMAIL, firstName: 'Bea', lastName: 'Nowhere' })
  const ticket = await aTicket(desk, { requester: requesterOf(user), ...own })
  const page = `${MINE}/${ticket.publicId}`
  return { desk, user, client: await signedIn(user), ticket, page }
}

/** What one of the team writes about a ticket. */
export async function staffSay({ id: ticketId }: Ticket, word: StaffWord, text = `${word} …`) {
  const said = await new AnswerTicket().handle({ ticketId, word, text, by: await asStaff() })
  if (!said.ok) throw new Error(said.reason)
}

/** The same with a solution that waits for an answer. */
export async function aProposal(own: Partial<Opening> = {}): Promise<Portal> {
  const portal = await aPortal(own)
  await staffSay(portal.ticket, 'propose', 'Switch it off and on.')
  return portal
}

/** Answers the solution through its page. */
export async function answers(
  { client, page }: Portal,
  fields: { answer?: string; text?: string }
) {
  const form = (await client.get(`${page}/solution`)).form('/solution')
  return client.submit(form, fields)
}

/** A form that staff have made, for needs that ask something. */
export async function aForm(fields: FormField[]): Promise<number> {
  const input = { definitionId: null, name: 'Form', fields, actor: SYSTEM }
  const saved = await transaction((trx) => saveFormVersion(trx, input))
  if (!saved.ok) throw new Error(saved.reason)
  return saved.definition.id
}

export const pdf = (name = 'Photo of Bea.pdf') =>
  new File([new Uint8Array(aPdf())], name, { type: 'application/pdf' })

/** What was written to an address, oldest first, as its recipient reads it; staff see it nowhere. */
export async function mailsTo(address = EMAIL): Promise<ComposedMail[]> {
  const rows = await OutboxMail.query().where('toAddress', address).orderBy('id')
  return Promise.all(
    rows.map(({ template, locale, data, toName }) =>
      composeMail(mailDefinition(template)!, {
        ...{ locale, data, to: { name: toName ?? '', email: address } },
      })
    )
  )
}

/** The path of the link that the last mail carries. */
export async function mailedLink(address = EMAIL): Promise<string> {
  const { html } = (await mailsTo(address)).at(-1)!
  return /\/helpdesk\/links\/[\w-]{43}/.exec(html)![0]
}

/** The boxes of files that a page holds, as a browser would send them. */
export const heldIn = ({ text }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/name="([\w[\]]+_held\]?\[\])" value="([\w-]{22})" checked/g)].map(
      ([, name, value]) => [name, value]
    )
  )
