import type { AccountSection } from '#core/accounts'
import { clock } from '#core/platform'
import { addressOf } from '#plugins/patient-visits/presenters/own_visit'
import { ownVisits } from '#plugins/patient-visits/queries/own_visits'

/** V1: "My visits" in the account of a patient. */
export const account: AccountSection[] = [
  {
    id: 'patient-visits.visits',
    route: 'patient-visits.mine.index',
    title: 'patient-visits.mine.title',
    summary: 'patient-visits.mine.summary',
    icon: 'stethoscope',
    openMatters: async ({ id: userId }, { formats, i18n }) => {
      const now = clock.now()
      const { visits } = await ownVisits({ userId, when: 'upcoming', now, page: 1 })
      return visits.map(({ visit, offer: { location } }) => ({
        text: [
          i18n.t('patient-visits.visit'),
          formats(location.zone).dateTime(visit.reservation.startsAt),
        ].join(', '),
        href: addressOf({ visit }),
      }))
    },
  },
]
