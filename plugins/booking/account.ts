import type { AccountSection } from '#core/accounts'
import { translated } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import { ownAppointments } from '#plugins/booking/queries/own_appointments'

/** "My appointments" in the account of a customer. */
export const account: AccountSection[] = [
  {
    id: 'booking.appointments',
    route: 'booking.mine.index',
    title: 'booking.mine.title',
    summary: 'booking.mine.summary',
    icon: 'calendar-check',
    openMatters: async ({ id: userId }, { formats, locale }) => {
      const wanted = { userId, when: 'upcoming', now: clock.now(), page: 1 } as const
      const { appointments } = await ownAppointments(wanted)
      return appointments.map(({ publicId, number, startsAt, offer: { service, location } }) => ({
        text: [number, translated(service.name, locale), formats(location.zone).dateTime(startsAt)]
          .filter(Boolean)
          .join(', '),
        href: urlFor('booking.mine.manage.show', { id: publicId }),
      }))
    },
  },
]
