import type { Panel } from '#core/admin'
import { urlFor } from '#core/platform'
import type { BookedTime } from '#plugins/booking/models/booked_time'
import { presentedAnswers } from '#plugins/booking/queries/presented_answers'

/** What the customer answered; files lead to where staff may read them. */
export const answers: Panel<BookedTime> = {
  id: 'answers',
  view: 'booking::admin/answers',
  data: async ({ id }, { locale }) => {
    const given = await presentedAnswers(id, locale)
    const items = given.map(({ file, ...answer }) => ({
      ...answer,
      href: file === undefined ? null : urlFor('files.show', { id: file }),
    }))
    return items.length > 0 ? { items } : null
  },
}
