import vine from '@vinejs/vine'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Field, FieldErrors, Hours, Values, Viewer } from '#core/admin'
import type { LocalDate } from '#core/scheduling'
import { areInOrder, typedHours } from '#plugins/helpdesk/domain/day_hours'
import type { Calendar } from '#plugins/helpdesk/models/calendar'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'

/** Morning and afternoon. */
const OFFERED = 2
const MOST = 6
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

const time = () => vine.string().regex(TIME)

const hoursOfDay: Field = {
  name: 'hours',
  kind: 'custom',
  view: 'helpdesk::admin/day_hours',
  hint: true,
  schema: () =>
    vine
      .array(vine.object({ opens: time(), closes: time() }))
      .parse(typedHours)
      .maxLength(MOST),
  data: async (_, value) => ({ lines: offered(value) }),
  words: async ({ t }, value) => hoursWords(typedHours(value) as Hours[], t),
}

/** What is stored or was typed, and empty lines up to a morning and an afternoon. */
function offered(value: unknown) {
  const lines = typedHours(value)
  const empty = Array.from({ length: Math.max(0, OFFERED - lines.length) }, () => ({}))
  return [...lines, ...empty]
}

/** "09:00–12:00, 15:00–18:00" */
const hoursWords = (hours: readonly Hours[], t: Viewer['t']): string =>
  hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') ||
  t('helpdesk.admin.calendars.closed')

/** Holidays, and other days that are not like their weekday. */
export const daysField: Field = {
  name: 'days',
  kind: 'rows',
  most: 200,
  of: { model: CalendarDay, by: 'calendarId', object: 'helpdesk.calendar_day' },
  fields: [
    { name: 'day', kind: 'date', required: true },
    { name: 'name', kind: 'text', max: 80, required: true, width: 'm' },
    hoursOfDay,
  ],
}

type Line = { id: number; day: LocalDate; name: string; hours: Hours[] }

/** In the order of the year, whoever wrote them down when. */
export async function daysInOrder({ id }: Calendar, client: QueryClientContract): Promise<Values> {
  const days = await CalendarDay.query({ client }).where('calendarId', id).orderBy('day')
  return {
    days: days.map((row): Line => ({ id: row.id, day: row.day, name: row.name, hours: row.hours })),
  }
}

/** The same on the page of the calendar; nothing where no day differs. */
export async function presentDays({ id }: Calendar, { t, formats }: Viewer) {
  const days = await CalendarDay.query().where('calendarId', id).orderBy('day')
  const rows = days.map(({ day, name, hours }) => ({
    cells: [formats().dayDate(day), name, hoursWords(hours, t)],
  }))
  return rows.length > 0 ? { rows } : null
}

const ownWord = (word: string) => `helpdesk.admin.calendars.errors.${word}`

export async function dayErrors({ values }: { values: Values }): Promise<FieldErrors> {
  const errors: FieldErrors = {}
  const seen = new Set<string>()
  for (const [index, { day, hours }] of ((values.days ?? []) as Line[]).entries()) {
    if (seen.has(day)) errors[`days.${index}.day`] = ownWord('day_twice')
    if (!areInOrder(hours)) errors[`days.${index}.hours`] = ownWord('hours')
    seen.add(day)
  }
  return errors
}
