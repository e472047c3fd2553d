import { widget, type Viewer } from '#core/admin'
import { channelName } from '#core/live'
import { urlFor } from '#core/platform'
import { DAY_CHANNEL } from '#app/scheduling/actions/day_changed'
import { dayEntries, type DayEntry } from '#app/scheduling/admin/day_entries'
import { locationsFor } from '#app/scheduling/admin/day_page'
import { presentEntry } from '#app/scheduling/admin/present_entry'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { nextOutcomes } from '#app/scheduling/domain/outcomes'

/** Today's appointments of every location that the person works for, by location. */
export const todayWidget = widget({
  id: 'scheduling.today',
  permission: 'scheduling.view',
  view: 'admin/widgets/appointments',
  wide: true,
  async data(viewer) {
    const places = await placesOf(viewer)
    const days = [...new Set(places.map(({ day }) => day))]
    const entries = await dayEntries(
      places.map(({ id }) => id),
      days
    )
    return { places: places.map((place) => presentPlace(place, entries, viewer)) }
  },
})

type Place = { id: number; name: string; zone: string; day: string }

async function placesOf(viewer: Viewer): Promise<Place[]> {
  const found = await locationsFor(viewer)
  return found.map(({ id, name, zone }) => ({ id, name, zone, day: localDateOf(zone, viewer.now) }))
}

function presentPlace(place: Place, entries: readonly DayEntry[], viewer: Viewer) {
  const own = withoutDoubles(entries.filter(({ locationId }) => locationId === place.id))
  const shown = own.map((entry) => ({
    ...presentEntry(entry, viewer, place.zone),
    steps: stepsOf(entry, place, viewer),
  }))
  const count = (state: string) => shown.filter((entry) => entry.state === state).length
  return {
    id: place.id,
    name: place.name,
    channel: channelName(DAY_CHANNEL, { location: String(place.id), day: place.day }),
    href: urlFor('scheduling.day', {}, { date: place.day, location: place.id }),
    counts: ['confirmed', 'arrived', 'served', 'no_show']
      .map((state) => ({ state, count: count(state) }))
      .filter((line) => line.count > 0 || line.state === 'confirmed')
      .map((line) => viewer.t(`scheduling.admin.counts.${line.state}`, { count: line.count })),
    rows: shown.map((entry) => ({
      id: entry.number,
      href: entry.href,
      steps: entry.steps,
      cells: [
        entry.time,
        entry.number,
        { text: entry.customer, href: entry.href },
        entry.service,
        entry.resource,
        { text: entry.badge.label, badge: entry.badge },
      ],
    })),
  }
}

/** What the desk can say of it now with one button; the appointment's own page has the rest. */
function stepsOf(entry: DayEntry, { day }: Place, viewer: Viewer) {
  if (!viewer.can('scheduling.attend')) return []
  const next = nextOutcomes(entry, { now: viewer.now, today: day })
  // First whether they came, then that they were served.
  const offered = next.filter(
    (outcome) => outcome !== null && (outcome === 'served') === (entry.outcome !== null)
  )
  return offered.map((outcome) => ({
    outcome,
    action: urlFor('scheduling.outcomes.store', { id: entry.publicId }),
    label: viewer.t(`scheduling.admin.steps.${outcome}`),
    name: viewer.t('scheduling.admin.steps.of', {
      step: viewer.t(`scheduling.admin.steps.${outcome}`),
      number: entry.number ?? '',
    }),
  }))
}

/** An appointment that occupies two places is one line. */
function withoutDoubles(entries: readonly DayEntry[]): DayEntry[] {
  return [...Map.groupBy(entries, ({ id }) => id).values()].map((places) => ({
    ...places[0],
    resource: [...new Set(places.map(({ resource }) => resource))].join(', '),
  }))
}
