// Lays out 100 waiting rooms with 50 screens each, a place with a screen for everybody, and
// somebody at a counter of the first room, in which 1,000 people wait; says the cookies.
import { layOut, PASSWORD, somebody } from './laid_out.js'

const ROOMS = 100
const SCREENS = 50
const WAITING = 1000
const BATCH = 100
/** A device may have ten sockets. */
const IN_THE_HALL = 500

export type Rooms = {
  email: string
  password: string
  /** The first one is that of the counter. */
  rooms: { location: number; cookies: string[] }[]
  hall: { location: number; cookies: string[] }
}

await layOut(async (): Promise<Rooms> => {
  const { Location } = await import('#core/organisation')
  const { clock, randomId, transaction } = await import('#core/platform')
  const { localDateOf } = await import('#core/scheduling')
  const { aLine, aCounter } = await import('#plugins/queue-caller/tests/queue')
  const { aScreen, pairedAs } = await import('#plugins/queue-caller/tests/screens')
  const { SitDown } = await import('#plugins/queue-caller/actions/sit_down')
  const now = clock.now()

  const room = async (name: string, screens: number) => {
    const location = await Location.create({ slug: name, name, zone: 'Europe/Rome' })
    const line = await aLine(location)
    const counter = await aCounter([line])
    const screen = await aScreen(location)
    const cookies: string[] = []
    for (let nth = 0; nth < screens; nth++) cookies.push((await pairedAs(screen)).cookie)
    return { location, line, counter, cookies }
  }

  const rooms: Awaited<ReturnType<typeof room>>[] = []
  for (let nth = 0; nth < ROOMS; nth++) rooms.push(await room(`room-${nth}`, SCREENS))
  const hall = await room('hall', IN_THE_HALL)
  const { email, id: userId } = await somebody('staff', 'counter@example.org', 'desk')
  const [{ location, line, counter }] = rooms
  await new SitDown().handle({ counter, userId, automatic: false, takeOver: false })
  const places = { location_id: location.id, line_id: line.id }
  const day = localDateOf('Europe/Rome', now)
  const state = { state: 'waiting', calls: 0, urgent: false, among: 'walk_ins', version: 1 }
  const tickets = Array.from({ length: WAITING }, (_, nth) => {
    const at = now - (WAITING - nth) * 100
    const times = { order_at: at, due_from: at, issued_at: at }
    const code = `A${String(nth + 1).padStart(3, '0')}`
    return { ...places, ...state, ...times, day, code, public_id: randomId() }
  })
  await transaction(async (trx) => {
    for (let at = 0; at < WAITING; at += BATCH) {
      await trx.table('queue_caller_tickets').multiInsert(tickets.slice(at, at + BATCH))
    }
  })
  const told = ({ location: { id }, cookies }: (typeof rooms)[number]) => ({
    location: id,
    cookies,
  })
  return { email, password: PASSWORD, rooms: rooms.map(told), hall: told(hall) }
})
