import db from '@adonisjs/lucid/services/db'
import { currentOrganisation, type Location } from '#core/organisation'
import { clock, keptRows, rows } from '#core/platform'
import { dayBounds, localDateOf } from '#core/scheduling'
import type { Announced, CallsNow, CounterNow } from '#plugins/queue-caller/domain/shown_calls'
import { TICKET_STATES, type TicketState } from '#plugins/queue-caller/domain/ticket_states'
import { Counter } from '#plugins/queue-caller/models/counter'
import { countersOf } from '#plugins/queue-caller/queries/lines'

/** Name of the channel on which the screens of a location follow its calls. */
export const CALLS_CHANNEL = 'queue-caller.calls'

interface CallRow {
  id: number
  code: string
  line_id: number
  counter_id: number
  announced_at: number | string
  calls: number
  state: TicketState
}

interface ScreenRow {
  id: number
  version: number
  counter_id: number | null
}

type Place = Pick<Location, 'id' | 'zone' | 'version'>

/** Whoever waits again after a transfer, or has left, was not called as far as screens go. */
const OF_CALLED = TICKET_STATES.filter((state) => state !== 'waiting' && state !== 'left')
/** States are named, not excluded, so that the index passes by those who wait. */
const CALLED = `location_id = ? and day = ? and announced_at is not null and counter_id is not null and state in (${OF_CALLED.map((state) => `'${state}'`).join(', ')})`
const LAST = 20
/** A screen of one quiet line has something to show too. */
const LAST_OF_A_LINE = 4

const CALLS = `select id, code, line_id, counter_id, announced_at, calls, state from (select id, code, line_id, counter_id, announced_at, calls, state, row_number() over (order by announced_at desc, id desc) as nth, row_number() over (partition by line_id order by announced_at desc, id desc) as nth_of_line from queue_caller_tickets where ${CALLED}) called where nth <= ${LAST} or nth_of_line <= ${LAST_OF_A_LINE} or state in ('called', 'serving') order by announced_at desc, id desc`

const SEATS = `select s.counter_id, s.paused_at from queue_caller_sessions s join queue_caller_counters c on c.id = s.counter_id where c.location_id = ? and s.closed_at is null`

/** What the screens of a location show, without any name. Three statements. */
export async function callsNow(location: Place): Promise<CallsNow> {
  const now = clock.now()
  const day = localDateOf(location.zone, now)
  return {
    now,
    until: dayBounds(location.zone, day).to,
    calls: await announcedOn(day, location.id),
    counters: await countersNow(location.id),
    setups: await setupsAt(location),
  }
}

async function announcedOn(day: string, locationId: number): Promise<Announced[]> {
  const found = await rows<CallRow>(db.connection(), CALLS, [locationId, day])
  const counters = new Map((await keptRows(Counter)).map((counter) => [counter.id, counter]))
  return found.map((row) => ({
    id: row.id,
    code: row.code,
    lineId: row.line_id,
    counterId: row.counter_id,
    counter: counters.get(row.counter_id)?.label ?? '',
    spoken: counters.get(row.counter_id)?.spoken ?? null,
    at: Number(row.announced_at),
    calls: row.calls,
    state: row.state,
  }))
}

async function countersNow(locationId: number): Promise<CounterNow[]> {
  const seats = await rows<{ counter_id: number; paused_at: number | string | null }>(
    db.connection(),
    SEATS,
    [locationId]
  )
  const byCounter = new Map(seats.map((seat) => [seat.counter_id, seat]))
  return (await countersOf(locationId)).map(({ id, label }) => {
    const seat = byCounter.get(id)
    return { id, label, state: !seat ? 'closed' : seat.paused_at === null ? 'open' : 'paused' }
  })
}

/** Whatever is laid out by the server: the screen itself, whose it is, where it stands. */
async function setupsAt(location: Place): Promise<Record<number, string>> {
  const select = 'select id, version, counter_id from queue_caller_screens where location_id = ?'
  const screens = await rows<ScreenRow>(db.connection(), select, [location.id])
  const { version } = await currentOrganisation()
  const counters = new Map((await keptRows(Counter)).map((counter) => [counter.id, counter]))
  return Object.fromEntries(
    screens.map((screen) => {
      const counter = counters.get(screen.counter_id ?? 0)?.version ?? 0
      return [screen.id, [screen.version, version, location.version, counter].join('.')]
    })
  )
}
