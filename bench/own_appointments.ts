// Lays out a customer with a page full of appointments, and says how to sign in. Asked for with
// an IPC channel; it ends by itself.
import { ignitor } from '../bin/ignitor.js'

const APPOINTMENTS = 30
const DAY = 86_400_000
const HALF_HOUR = 30 * 60_000

type Person = { email: string; password: string }

async function layOut(): Promise<Person> {
  const { Location } = await import('#core/organisation')
  const { Service } = await import('#core/scheduling')
  const { createUser } = await import('#core/accounts')
  const { clock, randomId, SYSTEM, transaction } = await import('#core/platform')
  const person = { email: 'customer@example.org', password: 'copper violet lantern 9' }
  const names = { firstName: 'Ada', lastName: 'Brandt', locale: 'en' as const }
  const made = await createUser({ kind: 'customer', role: null, ...names, ...person }, SYSTEM)
  if (!made.ok) throw new Error(made.reason)
  const now = clock.now()
  const location = await Location.query().orderBy('id').firstOrFail()
  const service = await Service.query().orderBy('id').firstOrFail()
  const shared = { service_id: service.id, location_id: location.id }
  const kept = { created_at: now, updated_at: now, version: 1 }

  await transaction(async (trx) => {
    const customer = { public_id: randomId(), first_name: 'Ada', last_name: 'Brandt' }
    const known = { user_id: made.user.id, email: person.email, locale: 'en' }
    const search = ' ada brandt customer@example.org'
    await trx.table('customers_customers').insert({ ...customer, ...known, search, ...kept })
    const { id: customer_id } = await trx.from('customers_customers').max('id as id').first()
    for (let n = 1; n <= APPOINTMENTS; n++) {
      const time = { starts_at: now + n * DAY, ends_at: now + n * DAY + HALF_HOUR }
      await trx.table('scheduling_sessions').insert({ ...shared, ...time, capacity: 1 })
      const { id: session_id } = await trx.from('scheduling_sessions').max('id as id').first()
      await trx.table('scheduling_reservations').insert({
        ...{ public_id: randomId(), session_id, place: 0, customer_id, owner: 'booking' },
        ...{ state: 'confirmed', number: `AC${n}`, held_at: 0, confirmed_at: 0 },
        ...{ day: new Date(time.starts_at).toISOString().slice(0, 10), ...shared, ...time },
      })
      const { id } = await trx.from('scheduling_reservations').max('id as id').first()
      await trx.table('booking_appointments').insert({
        ...{ id, reservation_id: id, public_id: randomId(), customer_id },
        ...{ answers: '{}', locale: 'en', ...kept },
      })
    }
  })
  return person
}

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const person = await layOut()
  await new Promise<void>((resolve, reject) => {
    process.send!(person, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
