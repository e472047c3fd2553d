// Lays out a customer with a page full of appointments, and says how to sign in.
import { firstOffer, layOut, PASSWORD, somebody } from './laid_out.js'

const APPOINTMENTS = 30
const DAY = 86_400_000
const HALF_HOUR = 30 * 60_000

await layOut(async () => {
  const { clock, randomId, transaction } = await import('#core/platform')
  const { id: user_id, email } = await somebody('customer', 'customer@example.org', null)
  const now = clock.now()
  const shared = await firstOffer()
  const kept = { created_at: now, updated_at: now, version: 1 }

  await transaction(async (trx) => {
    const customer = { public_id: randomId(), first_name: 'Ada', last_name: 'Brandt' }
    const known = { user_id, email, locale: 'en' }
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
  return { email, password: PASSWORD }
})
