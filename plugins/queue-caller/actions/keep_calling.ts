import { clock, SYSTEM } from '#core/platform'
import type { Location } from '#core/organisation'
import { CallTicket } from '#plugins/queue-caller/actions/call_ticket'
import { ServeTicket } from '#plugins/queue-caller/actions/serve_ticket'
import { CounterSession } from '#plugins/queue-caller/models/counter_session'
import type { Counter } from '#plugins/queue-caller/models/counter'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { lineOf } from '#plugins/queue-caller/queries/lines'

type Session = CounterSession & { counter: Counter }

/**
 * Q4, Q5: each counter on automatic says absent when the grace of its call is over, and takes the
 * next due ticket when it is free. May run at any time and as often as it likes: it looks at what
 * is, so a server that was down calls whoever has become due meanwhile.
 */
export class KeepCalling {
  async handle(location: Location): Promise<void> {
    for (const session of await automaticAt(location.id)) await goOn(session, location)
  }
}

function automaticAt(locationId: number): Promise<Session[]> {
  return CounterSession.query()
    .whereNull('closedAt')
    .whereNull('pausedAt')
    .where('automatic', true)
    .whereHas('counter', (counter) => void counter.where('locationId', locationId))
    .preload('counter')
    .orderBy('openedAt')
    .exec()
}

async function goOn(session: Session, location: Location): Promise<void> {
  const { counterId } = session
  const ticket = await Ticket.query()
    .where('counterId', counterId)
    .whereIn('state', ['called', 'serving'])
    .first()
  if (ticket?.state === 'serving') return
  if (ticket) {
    const { graceSeconds } = await lineOf(Ticket.query().client, ticket)
    if (ticket.announcedAt! + graceSeconds * 1000 > clock.now()) return
    await new ServeTicket().handle(ticket, 'absent', { counterId, location, by: SYSTEM })
  }
  await new CallTicket().handle({ session, location, by: SYSTEM })
}
