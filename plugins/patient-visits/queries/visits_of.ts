import { Visit } from '#plugins/patient-visits/models/visit'

/** So many are enough for what a timeline shows. */
const LATEST = 50

/**
 * The latest visits of a patient, newest first.
 * @param locationIds where the person who asks works; null for everywhere
 */
export function visitsOf(
  customerId: number,
  locationIds: readonly number[] | null
): Promise<Visit[]> {
  const query = Visit.query().where('customerId', customerId)
  if (locationIds) {
    void query.whereHas('reservation', (own) => void own.whereIn('locationId', [...locationIds]))
  }
  return query.orderBy('id', 'desc').limit(LATEST).exec()
}
