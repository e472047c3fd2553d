import type { Viewer } from '#core/admin'
import { eventsAbout, type AuditEntry } from '#core/audit'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { BookedTime } from '#plugins/booking/models/booked_time'

/** What happens to an appointment, by the action under which the trail has it. */
const EVENTS: Record<string, { event: string; icon: string }> = {
  'booking.booked': { event: 'booked', icon: 'calendar-plus' },
  'booking.confirmed': { event: 'confirmed', icon: 'calendar-check' },
  'booking.moved': { event: 'moved', icon: 'calendar-clock' },
  'booking.cancelled': { event: 'cancelled', icon: 'calendar-x' },
  'scheduling.arrived': { event: 'arrived', icon: 'user-check' },
  'scheduling.served': { event: 'served', icon: 'check' },
  'scheduling.no_show': { event: 'no_show', icon: 'user-x' },
  'scheduling.outcome_undone': { event: 'outcome_undone', icon: 'undo-2' },
}

/** Arrivals, moves and cancellations in the words of the desk, each with its number and time. */
export const appointmentEvents = eventsAbout({
  id: 'booking.events',
  permission: 'booking.view',
  objects: ['booking.appointment', 'scheduling.reservation'],
  find: (ids) =>
    BookedTime.query()
      .whereIn('id', ids)
      .where('owner', 'booking')
      .preload('service')
      .preload('location'),
  tell(entry, time, viewer) {
    const told = EVENTS[entry.action]
    if (!told) return null
    return {
      icon: told.icon,
      text: viewer.t(`booking.timeline.${told.event}`, { number: time.number ?? '' }).trim(),
      note: noteOf(entry, time, viewer),
      href: urlFor('booking.appointments.show', { id: time.id }),
    }
  },
})

/** A move tells both times, a cancellation its reason, anything else what it was about. */
function noteOf({ action, changes }: AuditEntry, time: BookedTime, viewer: Viewer): string {
  const { shortDateTime } = viewer.formats(time.location.zone)
  const [before, after] = changes.starts_at ?? []
  if (before && after) return `${shortDateTime(Number(before))} → ${shortDateTime(Number(after))}`
  const about = `${translated(time.service.name, viewer.locale)}, ${shortDateTime(time.startsAt)}`
  const reason = action === 'booking.cancelled' ? time.releaseReason : null
  return [about, reason].filter(Boolean).join(' · ')
}
