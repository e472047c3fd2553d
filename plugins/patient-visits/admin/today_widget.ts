import { widget } from '#core/admin'
import { Location } from '#core/organisation'
import { keptRows, urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { visitOffers } from '#plugins/patient-visits/queries/visit_offers'
import { dayCounts, type DayCounts } from '#plugins/patient-visits/queries/day_counts'

const NONE: DayCounts = { requests: 0, expected: 0, arrived: 0, done: 0 }

/** Requests that wait for the unit's word, and how far the day is, by unit. */
export const todayWidget = widget({
  id: 'patient-visits.today',
  permission: 'patient-visits.view',
  view: 'patient_visits::widgets/today',
  async data({ locationIds, now, t }) {
    const units = new Set((await visitOffers('staff')).map(({ location }) => location.id))
    const places = (await keptRows(Location)).filter(
      ({ id }) => units.has(id) && (locationIds?.includes(id) ?? true)
    )
    if (places.length === 0) return null
    const days = places.map(({ id, zone }) => ({ id, day: localDateOf(zone, now) }))
    const counts = await dayCounts(days)
    const list = (query: Record<string, string | number>) =>
      urlFor('patient-visits.visits.index', {}, query)
    return {
      list: list({}),
      places: places.map(({ id, name }) => {
        const { requests, ...day } = counts.get(id) ?? NONE
        return {
          name,
          today: { text: t('patient-visits.admin.today.day', day), href: list({ locationId: id }) },
          requests: {
            text: t('patient-visits.admin.requests', { count: requests }),
            href: list({ tab: 'requests', locationId: id }),
            waits: requests > 0,
          },
        }
      }),
    }
  },
})
