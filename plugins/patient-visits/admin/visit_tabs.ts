import type { Query, Viewer } from '#core/admin'
import { localDateOf } from '#core/scheduling'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

/** No reservation lasts longer (docs/domain/reservations.md): its start leads to it by the index. */
const LONGEST = 2 * 86_400_000

/** Requests whose time has not come; those of the past have lapsed, noted so or not. */
export function keepRequests(query: Query<BookedVisit>, { now }: Pick<Viewer, 'now'>): void {
  void query.where('state', 'pending').where('expiresAt', '>', now)
}

/** The day list first: who is expected, who is there, who has been. */
export const visitTabs = [
  {
    name: 'today',
    keep: (query: Query<BookedVisit>, { now, zone }: Viewer) =>
      void query.where('day', localDateOf(zone, now)).whereIn('state', ['pending', 'confirmed']),
  },
  { name: 'requests', keep: keepRequests },
  {
    name: 'upcoming',
    keep: (query: Query<BookedVisit>, { now }: Viewer) =>
      void query
        .where('endsAt', '>', now)
        .where('startsAt', '>', now - LONGEST)
        .whereIn('state', ['pending', 'confirmed']),
  },
  {
    name: 'past',
    keep: (query: Query<BookedVisit>, { now }: Viewer) =>
      void query.where('endsAt', '<=', now).where('startsAt', '<', now),
    sort: '-startsAt',
  },
  { name: 'all', keep: () => {}, sort: '-startsAt' },
]
