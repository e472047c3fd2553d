import vine from '@vinejs/vine'
import type { Action, Field, Option, Viewer } from '#core/admin'
import { currentOrganisation } from '#core/organisation'
import { AddHolidays } from '#plugins/helpdesk/actions/add_holidays'
import { holidayCountries, type HolidayPlace } from '#plugins/helpdesk/domain/public_holidays'
import type { Calendar } from '#plugins/helpdesk/models/calendar'

/** This year and those after it. */
const YEARS = 4

type Group = { label: string; options: Option[] }

/** Countries by name, those with regions as groups of their own. */
function placesFor(locale: string): { options: Option[]; groups: Group[] } {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const inOrder = new Intl.Collator(locale).compare
  const countries = holidayCountries(locale)
    .map(({ place, regions }) => ({ value: place, label: names.of(place) ?? place, regions }))
    .toSorted((one, other) => inOrder(one.label, other.label))
  const groups = countries.filter(({ regions }) => regions.length > 0)
  return {
    options: countries
      .filter(({ regions }) => regions.length === 0)
      .map(({ value, label }) => ({ value, label })),
    groups: groups.map(({ value, label, regions }) => ({
      label,
      options: [
        { value, label },
        ...regions.map(({ place, name }) => ({ value: place, label: name })),
      ],
    })),
  }
}

const known = (): HolidayPlace[] =>
  holidayCountries('en').flatMap(({ place, regions }) => [
    place,
    ...regions.map((one) => one.place),
  ])

const place: Field = {
  name: 'place',
  kind: 'custom',
  view: 'helpdesk::admin/holiday_place',
  required: true,
  hint: true,
  schema: () => vine.enum(known()),
  data: async ({ locale }) => placesFor(locale),
  words: async (_, value) => String(value ?? ''),
}

const years = ({ now }: Viewer): Option[] =>
  Array.from({ length: YEARS }, (_, nth) => String(new Date(now).getUTCFullYear() + nth)).map(
    (year) => ({ value: year, label: year })
  )

/** Copies public holidays into the calendar, where they are edited like any other day. */
export const addHolidays: Action<Calendar> = {
  id: 'add_holidays',
  permission: 'helpdesk.set_up',
  icon: 'calendar-plus',
  form: [place, { name: 'years', kind: 'choices', choices: years, numbers: true, required: true }],
  async run({ record, values, viewer }) {
    const { defaultLocale: language } = await currentOrganisation()
    const count = await new AddHolidays().handle({
      ...{ calendarId: record.id, place: String(values.place), years: values.years as number[] },
      ...{ language, by: viewer.actor },
    })
    return { ok: true, notice: 'helpdesk.admin.calendars.holidays_added', values: { count } }
  },
}
