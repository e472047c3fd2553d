import { audit } from '#core/audit'
import { clock, transaction, type Actor } from '#core/platform'
import { calendarChanged } from '#plugins/helpdesk/actions/recompute_targets'
import { publicHolidays, type HolidayPlace } from '#plugins/helpdesk/domain/public_holidays'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'

type Holidays = {
  calendarId: number
  place: HolidayPlace
  years: readonly number[]
  /** Language in which the days are named. */
  language: string
  by: Actor
}

/** Writes the public holidays of a place into a calendar; days that it has already stay. */
export class AddHolidays {
  async handle({ calendarId, place, years, language, by }: Holidays): Promise<number> {
    const holidays = years.flatMap((year) => publicHolidays(place, year, language))
    return transaction(async (trx) => {
      const own = Calendar.query({ client: trx }).where('id', calendarId)
      const calendar = await own.forUpdate().preload('days').firstOrFail()
      const known = new Set(calendar.days.map(({ day }) => day))
      const added = holidays
        .filter(({ day }) => !known.has(day))
        .map(({ day, name }) => ({ calendarId, day, name: name.slice(0, 80), hours: [] }))
      if (added.length === 0) return 0
      await CalendarDay.createMany(added, { client: trx })
      // Whoever has the form open would take the new days away again.
      await calendar.merge({ version: calendar.version + 1, updatedAt: clock.now() }).save()
      const object = 'helpdesk.calendar'
      await audit(trx, {
        actor: by,
        action: 'helpdesk.holidays_added',
        object,
        objectId: calendarId,
      })
      await calendarChanged(trx, calendarId)
      return added.length
    })
  }
}
