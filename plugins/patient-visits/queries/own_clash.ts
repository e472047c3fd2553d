import { Customer } from '#core/customers'
import { rows, type Trx } from '#core/platform'

type Wanted = {
  customerId: number
  /** epoch milliseconds */
  startsAt: number
  endsAt: number
  /** The reservation that is moved. */
  ignoring?: number
}

const OPEN = `
  select r.starts_at from patient_visits_visits v
  join scheduling_reservations r on r.id = v.reservation_id
  where v.customer_id = ? and r.id <> ? and r.starts_at < ? and r.ends_at > ?
    and r.state in ('pending', 'confirmed')
  limit 1`

/**
 * Whether the patient has another visit at that time. Takes the patient's row, so that of two
 * bookings at once the second sees the first.
 */
export async function ownClash(
  trx: Trx,
  { customerId, startsAt, endsAt, ignoring = 0 }: Wanted
): Promise<boolean> {
  await Customer.query({ client: trx }).where('id', customerId).forUpdate().firstOrFail()
  const found = await rows(trx, OPEN, [customerId, ignoring, endsAt, startsAt])
  return found.length > 0
}
