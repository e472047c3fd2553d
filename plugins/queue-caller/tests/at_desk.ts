import db from '@adonisjs/lucid/services/db'
import type { User } from '#core/accounts'
import { createCustomer } from '#core/customers'
import { SYSTEM, transaction } from '#core/platform'
import { reserve } from '#core/scheduling'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'
import { SitDown } from '#plugins/queue-caller/actions/sit_down'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { aCounter, type Queue } from '#plugins/queue-caller/tests/queue'
import { signedIn, someStaff } from '#tests/accounts/people'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aResource, aService, isOpen } from '#tests/scheduling/planner'

export const COUNTER = '/admin/queue-caller/counter'

type Fields = Record<string, string | undefined>

/** Somebody who works with the page of their counter as a browser without scripts does. */
export class CounterPage {
  private constructor(
    readonly client: HttpClient,
    readonly user: User,
    readonly counter: Counter
  ) {}

  /** Sits down at a new counter of these lines. */
  static async open(lines: Line[], role = 'desk'): Promise<CounterPage> {
    const user = await someStaff({ role })
    const counter = await aCounter(lines)
    const wish = { counter, userId: user.id, automatic: false, takeOver: false }
    await new SitDown().handle(wish)
    return new CounterPage(await signedIn(user), user, counter)
  }

  look(query = ''): Promise<Answer> {
    return this.client.get(COUNTER + query)
  }

  /** The form that a button belongs to, by the end of its action and the step that it sends. */
  async form(action: string, fields: Fields = {}): Promise<HtmlForm> {
    const page = await this.look()
    const found = page
      .forms()
      .find(
        (form) =>
          form.action.endsWith(action) &&
          Object.entries(fields).every(([name, value]) => form.fields[name] === value)
      )
    if (!found) throw new Error(`No form to ${action} on ${page.url} (${page.status})`)
    return found
  }

  /** Presses a button; answers what the page says then. */
  async press(action: string, fields: Fields = {}): Promise<string> {
    return this.send(await this.form(action, fields))
  }

  async send(form: HtmlForm, fields: Fields = {}): Promise<string> {
    const answer = await this.client.submit(form, fields)
    return said(await this.client.follow(answer))
  }

  /** Asks a question of a page of its own, and answers it. */
  async answer(path: string, fields: Fields = {}): Promise<string> {
    const page = await this.client.get(path)
    return this.send(page.form(path), fields)
  }

  next(): Promise<string> {
    return this.press('/counter/calls', { ticket: undefined })
  }

  step(step: string): Promise<string> {
    return this.press('/steps', { step })
  }
}

/** What the page says at its top. */
export const said = ({ text }: Answer): string =>
  /id="counter-said"[^]*?<\/div>\s*<div class="queue-desk"/
    .exec(text)?.[0]
    .replaceAll(/<[^>]*>?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^id="counter-said"[^>]*> /, '')
    .trim() ?? ''

/** Codes of the list in its order. */
export const listed = ({ text }: Answer): string[] =>
  [...text.matchAll(/queue-table__code number">\s*<strong>(\w+)/g)].map(([, code]) => code)

export const pathOf = ({ id }: Ticket, what: string) => `${COUNTER}/tickets/${id}/${what}`

/** A confirmed appointment of today with a customer, brought into the line. */
export async function anAppointment(queue: Queue, startsAt: number, lastName = 'Nearhill') {
  const { location, line } = queue
  const resource = await aResource(location)
  await isOpen(location, { resourceId: resource.id, opens: '00:00', closes: '24:00' })
  const service = await aService(location, [{ of: [resource] }], {
    minNoticeMinutes: 0,
    stepMinutes: 5,
  })
  const fed = { location_id: location.id, service_id: service.id, line_id: line.id }
  await db.table('queue_caller_line_services').insert(fed)
  const reservation = await transaction(async (trx) => {
    const person = { firstName: 'Ada', lastName, locale: 'en', actor: SYSTEM } as const
    const { id: customerId } = await createCustomer(trx, person)
    const wish = { service, location, startsAt, audience: 'staff', owner: 'booking' } as const
    const reserved = await reserve(trx, { ...wish, customerId })
    if (!reserved.ok) throw new Error(reserved.reason)
    return reserved.reservation
  })
  await new BringAppointments().handle(location)
  return Ticket.findByOrFail('reservationId', reservation.id)
}
