import type { BadgeState, Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { routeTable, urlFor } from '#core/platform'
import type { DayEntry } from '#app/scheduling/admin/day_entries'

const BADGES: Record<string, BadgeState> = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'info',
  arrived: 'called',
  served: 'done',
  no_show: 'problem',
}

/** A reservation as staff read it; the person only for those who may see customers. */
export function presentEntry(entry: DayEntry, viewer: Viewer, zone: string) {
  const state = entry.outcome ?? entry.state
  return {
    time: viewer.formats(zone).time(entry.startsAt),
    until: viewer.formats(zone).time(entry.endsAt),
    number: entry.number ?? '',
    service: translated(entry.service, viewer.locale),
    customer: viewer.can('customers.view') ? (entry.customer ?? '') : '',
    resource: entry.resource,
    state,
    badge: { state: BADGES[state], label: viewer.t(`scheduling.admin.states.${state}`) },
    href: pageOf(entry),
  }
}

/** What owners call the list of what they booked. */
const LISTS = ['appointments', 'visits']

/**
 * The owner's page of the appointment, where it has one: its staff route `<owner>.appointments.show`,
 * or `.visits.show`, takes the reservation as its only parameter: its `:id`, else its public id.
 */
function pageOf({ owner, id, publicId }: DayEntry): string | null {
  const names = LISTS.map((list) => `${owner}.${list}.show`)
  const route = routeTable().find(({ area, name }) => area === 'staff' && names.includes(name))
  const parameter = route && /:(\w+)/.exec(route.pattern)?.[1]
  return parameter ? urlFor(route.name, { [parameter]: parameter === 'id' ? id : publicId }) : null
}
