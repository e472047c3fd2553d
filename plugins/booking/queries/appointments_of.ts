import { Appointment } from '#plugins/booking/models/appointment'

/** So many are enough for what a timeline shows. */
const LATEST = 50

/**
 * The latest appointments of a customer, newest first.
 * @param locationIds where the person who asks works; null for everywhere
 */
export function appointmentsOf(
  customerId: number,
  locationIds: readonly number[] | null
): Promise<Appointment[]> {
  const query = Appointment.query().where('customerId', customerId)
  if (locationIds) {
    void query.whereHas('reservation', (own) => void own.whereIn('locationId', [...locationIds]))
  }
  return query.orderBy('id', 'desc').limit(LATEST).exec()
}
