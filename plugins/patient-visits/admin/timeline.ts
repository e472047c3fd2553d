import type { Viewer } from '#core/admin'
import { eventsAbout, type AuditEntry } from '#core/audit'
import { translated } from '#core/organisation'
import { readRecords, urlFor } from '#core/platform'
import { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

/** What happens to a visit, by the action under which the trail has it. */
const EVENTS: Record<string, { event: string; icon: string }> = {
  'patient-visits.booked': { event: 'booked', icon: 'calendar-plus' },
  'patient-visits.requested': { event: 'requested', icon: 'hourglass' },
  'patient-visits.confirmed': { event: 'confirmed', icon: 'calendar-check' },
  'patient-visits.moved': { event: 'moved', icon: 'calendar-clock' },
  'patient-visits.cancelled': { event: 'cancelled', icon: 'calendar-x' },
  'patient-visits.refused': { event: 'refused', icon: 'calendar-x' },
  'patient-visits.cancelled_by_unit': { event: 'cancelled_by_unit', icon: 'calendar-x' },
  'patient-visits.in_room': { event: 'in_room', icon: 'stethoscope' },
  'patient-visits.in_room_undone': { event: 'in_room_undone', icon: 'undo-2' },
  'patient-visits.documents_added': { event: 'documents_added', icon: 'paperclip' },
  'scheduling.arrived': { event: 'arrived', icon: 'user-check' },
  'scheduling.served': { event: 'done', icon: 'check' },
  'scheduling.no_show': { event: 'missed', icon: 'user-x' },
  'scheduling.outcome_undone': { event: 'undone', icon: 'undo-2' },
}

/** Arrivals, moves and cancellations in the words of the unit, each with its number and time. */
export const visitEvents = eventsAbout({
  id: 'patient-visits.events',
  permission: 'patient-visits.view',
  objects: ['patient-visits.visit', 'scheduling.reservation'],
  find: (ids) =>
    readRecords(BookedVisit.query().whereIn('id', ids).where('owner', 'patient-visits'), [
      'service',
      'location',
    ]),
  tell(entry, visit, viewer) {
    const told = EVENTS[entry.action]
    if (!told) return null
    return {
      icon: told.icon,
      text: viewer
        .t(`patient-visits.timeline.${told.event}`, { number: visit.number ?? '' })
        .trim(),
      note: noteOf(entry, visit, viewer),
      href: urlFor('patient-visits.visits.show', { id: visit.id }),
    }
  },
})

/** A move tells both times, anything else what it was about; never why a patient cancelled. */
function noteOf({ changes }: AuditEntry, visit: BookedVisit, viewer: Viewer): string {
  const { shortDateTime } = viewer.formats(visit.location.zone)
  const [before, after] = changes.starts_at ?? []
  if (before && after) return `${shortDateTime(Number(before))} → ${shortDateTime(Number(after))}`
  return `${translated(visit.service.name, viewer.locale)}, ${shortDateTime(visit.startsAt)}`
}
