import { columns, figures, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { dayNumber, localDate, weekdayOf, type LocalDate } from '#app/scheduling/domain/local_date'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { appointmentsByDay, resultsOf } from '#app/scheduling/queries/activity'

const DAYS_AHEAD = 7
const DAYS_BACK = 30

const plusDays = (day: LocalDate, days: number) => localDate(dayNumber(day) + days)
const todayOf = ({ zone, now }: Viewer) => localDateOf(zone, now)

/** How busy the next days are. */
export const nextDays = columns({
  id: 'scheduling.next_days',
  permission: 'scheduling.view',
  title: 'scheduling.admin.next_days.title',
  heads: ['scheduling.admin.next_days.day', 'scheduling.admin.next_days.appointments'],
  async rows(viewer) {
    const today = todayOf(viewer)
    const days = Array.from({ length: DAYS_AHEAD }, (_, index) => plusDays(today, index))
    const { locationIds } = viewer
    const counts = await appointmentsByDay({ locationIds, from: today, to: days.at(-1)! })
    const words = viewer.formats()
    return days.map((day) => ({
      label: `${words.weekdayShort(weekdayOf(dayNumber(day)))} ${Number(day.slice(8))}`,
      name: words.dayWeekdayDate(day),
      value: counts.get(day) ?? 0,
      current: day === today,
      href: urlFor('scheduling.day', {}, { date: day }),
    }))
  },
})

/** What became of the appointments of the last weeks, for those who plan the next. */
export const lastResults = figures({
  id: 'scheduling.last_results',
  permission: 'scheduling.manage',
  title: 'scheduling.admin.last_results.title',
  async rows(viewer) {
    const today = todayOf(viewer)
    const { locationIds } = viewer
    const days = { from: plusDays(today, -DAYS_BACK), to: plusDays(today, -1) }
    const { appointments, noShows, cancelled } = await resultsOf({ locationIds, ...days })
    if (appointments + cancelled === 0) return null
    const figure = (key: string, count: number, of: number) => ({
      label: viewer.t(`scheduling.admin.last_results.${key}`),
      value: viewer.formats().number(count),
      note: viewer.t('scheduling.admin.last_results.share', { share: of === 0 ? 0 : count / of }),
    })
    const { note: _, ...kept } = figure('appointments', appointments, 1)
    return [
      kept,
      figure('no_shows', noShows, appointments),
      figure('cancelled', cancelled, appointments + cancelled),
    ]
  },
})
