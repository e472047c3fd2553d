import type { Subject, TimelineSource, Viewer } from '#core/admin'
import { auditTrailAbout, type AuditEntry } from '#core/audit'
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

const KINDS = ['booking.appointment', 'scheduling.reservation']

/** Arrivals, moves and cancellations in the words of the desk, each with its number and time. */
export const appointmentEvents: TimelineSource = {
  id: 'booking.events',
  permission: 'booking.view',
  async entries(subjects, viewer, limit) {
    const own = subjects.filter(({ object }) => KINDS.includes(object))
    if (own.length === 0) return []
    const times = await timesOf(own)
    return (await auditTrailAbout(own, limit)).flatMap((entry) => {
      const time = times.get(Number(entry.objectId))
      return time && EVENTS[entry.action] ? [told(entry, time, viewer)] : []
    })
  },
}

async function timesOf(subjects: readonly Subject[]): Promise<Map<number, BookedTime>> {
  const ids = [...new Set(subjects.map(({ id }) => id))]
  const found = await BookedTime.query()
    .whereIn('id', ids)
    .where('owner', 'booking')
    .preload('service')
    .preload('location')
  return new Map(found.map((time) => [time.id, time]))
}

function told(entry: AuditEntry, time: BookedTime, viewer: Viewer) {
  const { event, icon } = EVENTS[entry.action]
  const number = time.number ?? ''
  return {
    ...{ at: entry.at, icon, trail: entry.id },
    by: { kind: entry.actorKind, id: entry.actorId },
    text: viewer.t(`booking.timeline.${event}`, { number }).trim(),
    note: noteOf(entry, time, viewer),
    href: urlFor('booking.appointments.show', { id: time.id }),
  }
}

/** A move tells both times, a cancellation its reason, anything else what it was about. */
function noteOf({ action, changes }: AuditEntry, time: BookedTime, viewer: Viewer): string {
  const { shortDateTime } = viewer.formats(time.location.zone)
  const [before, after] = changes.starts_at ?? []
  if (before && after) return `${shortDateTime(Number(before))} → ${shortDateTime(Number(after))}`
  const about = `${translated(time.service.name, viewer.locale)}, ${shortDateTime(time.startsAt)}`
  const reason = action === 'booking.cancelled' ? time.releaseReason : null
  return [about, reason].filter(Boolean).join(' · ')
}
