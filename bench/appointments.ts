// Lays out 100,000 appointments and somebody at the desk who looks at them, and says how to sign
// in.
import { firstOffer, layOut, PASSWORD, somebody } from './laid_out.js'

const APPOINTMENTS = 100_000
const CUSTOMERS = 20_000
const A_DAY = 300
const PAST_DAYS = 165
const HALF_HOUR = 30 * 60_000
const DAY = 86_400_000
const BATCH = 400

await layOut(async () => {
  const { clock, randomId, transaction } = await import('#core/platform')
  const now = clock.now()
  const shared = await firstOffer()
  const kept = { created_at: now, updated_at: now, version: 1 }

  await transaction(async (trx) => {
    const insert = async (table: string, rows: object[]) => {
      for (let at = 0; at < rows.length; at += BATCH) {
        await trx.table(table).multiInsert(rows.slice(at, at + BATCH))
      }
    }
    const names = (i: number) => ({ first_name: `Ada${i % 97}`, last_name: `Brandt${i % 1013}` })
    const people = Array.from({ length: CUSTOMERS }, (_, i) => ({
      ...{ public_id: randomId(), email: `guest${i}@example.org`, locale: 'en', ...kept },
      ...names(i),
      search: ` ada${i % 97} brandt${i % 1013} guest${i}@example.org`,
    }))
    await insert('customers_customers', people)
    const { id: first } = await trx.from('customers_customers').min('id as id').first()
    const dayOf = (i: number) => now + (Math.floor(i / A_DAY) - PAST_DAYS) * DAY
    const timeOf = (i: number) => {
      const starts_at = dayOf(i) + (i % A_DAY) * 60_000
      return { starts_at, ends_at: starts_at + HALF_HOUR }
    }
    const { id: last } = await trx.from('scheduling_sessions').max('id as id').first()
    const idOf = (i: number) => last + 1 + i
    const sessions = Array.from({ length: APPOINTMENTS }, (_, i) => {
      return { id: idOf(i), ...shared, ...timeOf(i), capacity: 1 }
    })
    await insert('scheduling_sessions', sessions)
    const appointments = Array.from({ length: APPOINTMENTS }, (_, i) => ({
      ...{ public_id: randomId(), session_id: idOf(i), place: 0, ...shared, ...timeOf(i) },
      ...{ owner: 'booking', customer_id: first + (i % CUSTOMERS), number: `AB${i % A_DAY}` },
      ...{ state: i % 10 === 0 ? 'released' : 'confirmed', held_at: 0, confirmed_at: 0 },
      day: new Date(dayOf(i)).toISOString().slice(0, 10),
    }))
    await insert('scheduling_reservations', appointments)
  })
  const { email } = await somebody('staff', 'desk@example.org', 'desk')
  return { email, password: PASSWORD }
})
