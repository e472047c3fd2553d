import type { User } from '#core/accounts'
import type { Location } from '#core/organisation'
import { PUBLIC, type Actor } from '#core/platform'
import db from '@adonisjs/lucid/services/db'
import { someStaff } from '#tests/accounts/people'
import { aLocation } from '#tests/scheduling/planner'
import { CallTicket } from '#plugins/queue-caller/actions/call_ticket'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
import { ServeTicket, type CounterStep } from '#plugins/queue-caller/actions/serve_ticket'
import { SitDown } from '#plugins/queue-caller/actions/sit_down'
import { Counter } from '#plugins/queue-caller/models/counter'
import type { CounterSession } from '#plugins/queue-caller/models/counter_session'
import { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'

/** A line of a location; letter A and the figures of a new one unless said otherwise. */
export function aLine(location: Location, values: Partial<Line> = {}): Promise<Line> {
  return Line.create({
    locationId: location.id,
    letter: 'A',
    name: { en: 'Advice' },
    ...values,
  })
}

/** A counter that serves some lines. */
export async function aCounter(lines: Line[], values: Partial<Counter> = {}): Promise<Counter> {
  const [{ locationId }] = lines
  const count = (await Counter.query().where('locationId', locationId)).length
  const label = `Counter ${count + 1}`
  const counter = await Counter.create({ locationId, label, spoken: `${count + 1}`, ...values })
  await counter.related('lines').attach(lines.map(({ id }) => id))
  return counter
}

/** A queue with one line and a counter at which somebody sits. */
export class Queue {
  private constructor(
    readonly location: Location,
    readonly line: Line,
    readonly desk: Desk
  ) {}

  static async open(values: Partial<Line> = {}): Promise<Queue> {
    const location = await aLocation()
    const line = await aLine(location, values)
    return new Queue(location, line, await Desk.open(location, [line]))
  }

  /** A walk-in takes a number at the kiosk. */
  async walkIn(line = this.line, by: Actor = PUBLIC): Promise<Ticket> {
    const issued = await new IssueTicket().handle({ line, location: this.location, by })
    if (!issued.ok) throw new Error(issued.reason)
    return issued.ticket
  }

  /** Codes of the day by state, as they were issued. */
  async codes(state: Ticket['state']): Promise<string[]> {
    const tickets = await Ticket.query()
      .where({ locationId: this.location.id, state })
      .orderBy('id')
    return tickets.map(({ code }) => code)
  }
}

/** Somebody at a counter. */
export class Desk {
  private constructor(
    readonly location: Location,
    readonly counter: Counter,
    readonly user: User,
    readonly session: CounterSession & { counter: Counter }
  ) {}

  static async open(location: Location, lines: Line[], automatic = false): Promise<Desk> {
    const counter = await aCounter(lines)
    const user = await someStaff({ role: 'desk' })
    const sat = await new SitDown().handle({ counter, userId: user.id, automatic, takeOver: false })
    if (!sat.ok) throw new Error(sat.reason)
    await sat.session.load('counter')
    return new Desk(location, counter, user, sat.session)
  }

  get by(): Actor {
    return { kind: 'staff', id: this.user.id }
  }

  /** The next ticket, or the one asked for. */
  call(ticketId?: number) {
    const { session, location, by } = this
    return new CallTicket().handle({ session, location, by, ticketId })
  }

  /** Code and reason of the call, or why there was none. */
  async called(ticketId?: number): Promise<string> {
    const call = await this.call(ticketId)
    return call.ok ? `${call.ticket.code} ${call.reason}` : call.reason
  }

  /** What is done with the ticket at this counter, or with a given one. */
  async does(step: CounterStep, ticket?: Ticket): Promise<Ticket> {
    const own = ticket ?? (await this.#own())
    const { counter, location, by } = this
    const done = await new ServeTicket().handle(own, step, { counterId: counter.id, location, by })
    if (!done.ok) throw new Error(done.reason)
    return done.ticket
  }

  #own(): Promise<Ticket> {
    return Ticket.query()
      .where('counterId', this.counter.id)
      .whereIn('state', ['called', 'serving'])
      .firstOrFail()
  }
}

/** The log of a ticket: `called waiting→called`. */
export async function logOf(ticket: Ticket): Promise<string[]> {
  const events = await db.from('queue_caller_events').where('ticket_id', ticket.id).orderBy('id')
  return events.map(({ kind, state }: { kind: string; state: string }) => `${kind} ${state}`)
}
