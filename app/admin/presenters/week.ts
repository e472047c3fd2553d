import type { FieldErrors, Viewer } from '#app/admin/definition'
import {
  sameDays,
  weekProblems,
  WEEKDAYS,
  type TypedWeek,
  type Week,
} from '#app/admin/domain/week_hours'
import type { RowsPath } from '#app/admin/presenters/form_rows'

/** So many hours fit one day. */
export const MOST_HOURS = 6

type Own = { value: unknown; errors: FieldErrors; path: RowsPath; focus?: string; viewer: Viewer }

/** A week to fill in, a day a line. */
export function presentWeek({ value, errors, path, focus, viewer }: Own) {
  const week = (value ?? {}) as TypedWeek
  const key = path.join('.')
  return {
    value: undefined,
    focusCopy: focus === `${key}.copy`,
    days: WEEKDAYS.map((day) => ({
      key: `${key}.${day}`,
      name: `${path[0]}[${day}]`,
      label: viewer.formats().weekday(day),
      isFull: (week[day] ?? []).length >= MOST_HOURS,
      focusAdd: focus === `${key}.${day}.add`,
      lines: (week[day] ?? []).map(({ opens, closes }, index) => ({
        index,
        id: [...path, day, index].join('-'),
        key: `${key}.${day}.${index}`,
        opens: text(opens),
        closes: text(closes),
        focus: focus === `${key}.${day}.${index}.add`,
        wrong: ['opens', 'closes'].find((end) => errors[`${key}.${day}.${index}.${end}`]),
        error:
          errors[`${key}.${day}.${index}.opens`] ?? errors[`${key}.${day}.${index}.closes`] ?? null,
      })),
    })),
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What is wrong with a week, each sentence with its day; keys lead to the time they are about. */
export function weekErrors(name: string, week: TypedWeek, viewer: Viewer): FieldErrors {
  const errors: FieldErrors = {}
  for (const { day, index, end, reason } of weekProblems(week)) {
    const words = { day: viewer.formats().weekday(day), ...week[day][index] }
    errors[`${name}.${day}.${index}.${end}`] = viewer.t(`admin.forms.week.errors.${reason}`, words)
  }
  for (const day of WEEKDAYS) {
    if ((week[day] ?? []).length > MOST_HOURS) errors[name] = viewer.t('admin.errors.invalid')
  }
  return errors
}

/** "Mon–Fri 09:00–13:00, 15:00–18:00", a line for each group of days. */
export function weekWords(week: Week, viewer: Viewer): string {
  const short = (day: number) => viewer.formats().weekdayShort(day)
  return sameDays(week)
    .map(({ days, hours }) => {
      const name = days.length > 1 ? `${short(days[0])}–${short(days.at(-1)!)}` : short(days[0])
      return `${name} ${hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')}`
    })
    .join('\n')
}
