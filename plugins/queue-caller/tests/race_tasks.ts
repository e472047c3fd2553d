import db from '@adonisjs/lucid/services/db'
import { Location } from '#core/organisation'
import {
  clock,
  installedPluginIds,
  migrate,
  PUBLIC,
  randomId,
  SYSTEM,
  transaction,
} from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { aLocation } from '#tests/scheduling/planner'
import { CallTicket } from '#plugins/queue-caller/actions/call_ticket'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
import { lookAgainAt } from '#plugins/queue-caller/actions/queue_changed'
import { ServeTicket } from '#plugins/queue-caller/actions/serve_ticket'
import { TransferTicket } from '#plugins/queue-caller/actions/transfer_ticket'
import { appointmentStanding } from '#plugins/queue-caller/domain/standing'
import { CounterSession } from '#plugins/queue-caller/models/counter_session'
import { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { aLine, Desk } from '#plugins/queue-caller/tests/queue'
import { aScreen, pairedAs } from '#plugins/queue-caller/tests/screens'
import type {
  Cookies,
  Counted,
  Ground,
  Numbered,
  Task,
} from '#plugins/queue-caller/tests/race_process'

export async function run(task: Numbered): Promise<Ground | Counted | Cookies> {
  if (task.kind === 'prepare') return prepare(task.seats)
  const location = await Location.findOrFail(task.ground.location)
  if (task.kind === 'screens') return pairScreens(task.count, location)
  if (task.kind === 'due') return haveDue(task, location)
  if (task.kind === 'waiting') return haveWaiting(task, location)
  if (task.kind === 'issue') return issue(task, location)
  if (task.kind === 'transfer') return transferAll(task)
  const seat = task.kind === 'click' ? 0 : task.worker
  const session = await CounterSession.query()
    .where('id', task.ground.seats[seat])
    .preload('counter')
    .firstOrFail()
  const call = () => new CallTicket().handle({ session, location, by: SYSTEM })
  if (task.kind === 'click') return counted(task.attempts, async () => outcome(await call()))
  return serve(session, location, call)
}

async function prepare(seats: number): Promise<Ground> {
  await migrate(installedPluginIds())
  const location = await aLocation()
  const a = await aLine(location)
  const b = await aLine(location, { letter: 'B' })
  const desks: Desk[] = []
  for (let seat = 0; seat < seats; seat++) desks.push(await Desk.open(location, [a]))
  const [{ user }] = desks
  const sat = desks.map(({ session }) => session.id)
  return { location: location.id, a: a.id, b: b.id, seats: sat, email: user.email }
}

/** Devices that all show one screen of the location. */
async function pairScreens(count: number, location: Location): Promise<Cookies> {
  const screen = await aScreen(location)
  const cookies: string[] = []
  for (let nth = 0; nth < count; nth++) cookies.push((await pairedAs(screen)).cookie)
  return { cookies }
}

/** So many wait in line A, each since a millisecond later. */
async function haveWaiting(
  { ground, count }: Extract<Task, { kind: 'waiting' }>,
  { id, zone }: Location
): Promise<Counted> {
  const now = clock.now()
  const shared = { location_id: id, line_id: ground.a, day: localDateOf(zone, now), urgent: false }
  const tickets = Array.from({ length: count }, (_, nth) => {
    const at = now - count + nth
    const times = { order_at: at, due_from: at, issued_at: at }
    const state = { state: 'waiting', calls: 0, among: 'walk_ins' }
    return { ...shared, ...times, ...state, public_id: randomId(), code: `W${nth}` }
  })
  while (tickets.length > 0) {
    await db.table('queue_caller_tickets').multiInsert(tickets.splice(0, 100))
  }
  return { waiting: count }
}

/** Appointments of line A, with the wake-ups that bringing them would leave. */
async function haveDue(
  { ground, at }: Extract<Task, { kind: 'due' }>,
  { id, zone }: Location
): Promise<Counted> {
  for (const [nth, startsAt] of at.entries()) {
    const where = { locationId: id, lineId: ground.a, day: localDateOf(zone, startsAt) }
    const times = { ...appointmentStanding(startsAt), startsAt, issuedAt: clock.now() }
    await Ticket.create({ ...where, ...times, code: `AA${String(nth + 1).padStart(3, '0')}` })
    await transaction((trx) => lookAgainAt(trx, id, startsAt))
  }
  return { due: at.length }
}

const outcome = (answer: { ok: true } | { ok: false; reason: string }) =>
  answer.ok ? 'ok' : answer.reason

/** Several attempts of one process are under way at a time. */
async function counted(attempts: number, attempt: () => Promise<string>): Promise<Counted> {
  const answer: Counted = {}
  let left = attempts
  const lane = async () => {
    while (left-- > 0) {
      const word = await attempt().catch((error: Error) => `error ${error.message}`)
      answer[word] = (answer[word] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 10 }, lane))
  return answer
}

async function issue(
  { ground, attempts }: Extract<Task, { kind: 'issue' }>,
  location: Location
): Promise<Counted> {
  const line = await Line.findOrFail(ground.a)
  return counted(attempts, async () =>
    outcome(await new IssueTicket().handle({ line, location, by: PUBLIC }))
  )
}

/** Calls, starts and finishes until nobody waits any more. */
async function serve(
  { counterId }: CounterSession,
  location: Location,
  call: () => ReturnType<CallTicket['handle']>
): Promise<Counted> {
  const answer: Counted = { served: 0 }
  const at = { counterId, location, by: SYSTEM }
  for (;;) {
    const called = await call()
    if (!called.ok) return { ...answer, [called.reason]: 1 }
    const started = await new ServeTicket().handle(called.ticket, 'start', at)
    const finished = await new ServeTicket().handle(called.ticket, 'finish', at)
    if (started.ok && finished.ok) answer.served++
    else answer.lost = (answer.lost ?? 0) + 1
  }
}

/** Sends whoever is the first in line A to line B, whom the counters are about to call. */
async function transferAll({ ground }: Extract<Task, { kind: 'transfer' }>): Promise<Counted> {
  const line = await Line.findOrFail(ground.b)
  const how = { line, counterId: null, place: 'last', by: SYSTEM } as const
  const first = () =>
    Ticket.query().where({ lineId: ground.a, state: 'waiting' }).orderBy('orderAt').first()
  const answer: Counted = {}
  for (let ticket = await first(); ticket; ticket = await first()) {
    const word = outcome(await new TransferTicket().handle(ticket, how))
    answer[word] = (answer[word] ?? 0) + 1
  }
  return answer
}
