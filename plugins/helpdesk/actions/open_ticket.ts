import { audit } from '#core/audit'
import { ownCustomer } from '#core/customers'
import type { FileRefusal } from '#core/files'
import type { Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import { clock, emit, transaction, type Actor, type Trx } from '#core/platform'
import { nextInSequence } from '#core/numbering'
import { onceOnly } from '#core/web'
import { recordEntry, refusingFiles } from '#plugins/helpdesk/actions/record_entry'
import { keepTargets } from '#plugins/helpdesk/actions/keep_targets'
import { writeTicketWords } from '#plugins/helpdesk/actions/write_ticket_words'
import type { Need } from '#plugins/helpdesk/domain/intake'
import { priorityOf, type Urgency } from '#plugins/helpdesk/domain/priority'
import { subjectOf, ticketNumber } from '#plugins/helpdesk/domain/ticket_number'
import { TicketOpened } from '#plugins/helpdesk/events'
import { queueTicketMail } from '#plugins/helpdesk/mails/queue'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { hoursOf } from '#plugins/helpdesk/queries/hours_of'

/** Whose ticket it is: the account that is signed in, or a record that staff have open. */
export type Requester =
  { userId: number; firstName: string; lastName: string; email: string } | { customerId: number }

export type Opening = {
  /** Names the form that was shown, so that a double click opens one ticket. */
  formKey: string
  requester: Requester
  by: Actor
  locale: Locale
  intakeVersionId: number
  /** Key of the place where the guided menu ended, and what that decides. */
  key: string
  need: Need
  urgency: Urgency
  description: string
  formVersionId: number | null
  answers: Answers | null
  /** Public ids of files that were taken for `entryFiles`. */
  files: readonly string[]
  followUpOfId?: number | null
}

type Opened = { ok: true; id: number; publicId: string; number: string } | FileRefusal

/** H3, H4: a ticket with its number, its first entry, its deadlines and its mail. */
export class OpenTicket {
  async handle(opening: Opening): Promise<Opened> {
    const { by, formKey } = opening
    const scope = `helpdesk.open:${by.kind}:${by.id}`
    return refusingFiles(() =>
      transaction((trx) => onceOnly(trx, scope, formKey, () => this.#open(trx, opening)))
    )
  }

  async #open(trx: Trx, opening: Opening): Promise<Opened> {
    const { by, description, need, files } = opening
    const ticket = await this.#create(trx, opening)
    const { id, publicId, number } = ticket
    const said = { deed: 'opened', by, fromState: null, text: description, files } as const
    const entry = await recordEntry(trx, ticket, said)
    await writeTicketWords(trx, ticket)
    const hours = await hoursOf(trx, need.serviceLevelId)
    await keepTargets(trx, ticket, hours)
    await audit(trx, {
      actor: by,
      ...(by.kind === 'staff' ? { onBehalfOf: { kind: 'customer', id: ticket.customerId } } : {}),
      action: 'helpdesk.opened',
      object: 'helpdesk.ticket',
      objectId: id,
    })
    await emit(trx, TicketOpened, { ticketId: id })
    const told = { occasion: 'opened', once: entry.id, text: description } as const
    await queueTicketMail(trx, ticket, { ...told, zone: hours.zone })
    return { ok: true, id, publicId, number }
  }

  async #create(trx: Trx, opening: Opening): Promise<Ticket> {
    const { requester, locale, by, need, urgency, description } = opening
    const customerId =
      'customerId' in requester
        ? requester.customerId
        : (await ownCustomer(trx, { ...requester, locale, actor: by })).id
    const now = clock.now()
    const { intakeVersionId, key, formVersionId, answers, followUpOfId = null } = opening
    const { kind, impact, teamId, serviceLevelId } = need
    const year = new Date(now).getUTCFullYear()
    const number = ticketNumber(year, await nextInSequence(trx, `helpdesk.tickets:${year}`))
    return Ticket.create(
      {
        ...{ number, customerId, locale, kind, urgency, impact, teamId, serviceLevelId },
        ...{ intakeVersionId, need: key, formVersionId, answers, followUpOfId },
        subject: subjectOf(description),
        priority: priorityOf(urgency, impact),
        changedAt: now,
      },
      { client: trx }
    )
  }
}
