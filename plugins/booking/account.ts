import type { AccountSection } from '#core/accounts'

/** "My appointments" in the account of a customer. */
export const account: AccountSection[] = [
  {
    id: 'booking.appointments',
    route: 'booking.mine.index',
    title: 'booking.mine.title',
    summary: 'booking.mine.summary',
    icon: 'calendar-check',
  },
]
