import {
  removal,
  resource,
  weekWords,
  type AnyResource,
  type Option,
  type Viewer,
} from '#core/admin'
import { ZONES } from '#core/organisation'
import { localDateOf } from '#core/scheduling'
import { calendarChanged } from '#plugins/helpdesk/actions/recompute_targets'
import { addHolidays } from '#plugins/helpdesk/admin/add_holidays'
import {
  dayErrors,
  daysField,
  daysInOrder,
  presentDays,
} from '#plugins/helpdesk/admin/calendar_days'
import { SET_UP } from '#plugins/helpdesk/admin/rights'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'

/** The zone of the house first, which a new calendar then begins with. */
const zones = ({ zone }: Viewer): Option[] =>
  [zone, ...ZONES.filter((one) => one !== zone)].map((one) => ({ value: one, label: one }))

/** When teams work: docs/domain/business-time.md. */
export const calendars: AnyResource = resource({
  id: 'helpdesk.calendars',
  model: Calendar,
  permission: SET_UP,
  icon: 'calendar-days',
  label: ({ name }) => name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'zone', sort: true },
      { name: 'nextDay', texts: nextDays },
    ],
    search: ['name'],
    defaultSort: 'name',
  },
  show: {
    columns: [
      { name: 'zone' },
      { name: 'hours', value: ({ hours }, viewer) => weekWords(hours, viewer) },
    ],
    panels: [{ id: 'days', view: 'helpdesk::admin/calendar_days', data: presentDays }],
  },
  form: {
    sections: [
      {
        name: 'week',
        fields: [
          { name: 'name', kind: 'text', max: 80, unique: true, required: true, width: 'm' },
          { name: 'zone', kind: 'choice', choices: zones, required: true },
          { name: 'hours', kind: 'weekly_hours', required: true },
        ],
      },
      { name: 'days', fields: [daysField] },
    ],
    read: daysInOrder,
    check: dayErrors,
    store: ({ id }, _, { trx }) => calendarChanged(trx, id),
  },
  actions: [addHolidays, removal('helpdesk.set_up', () => calendars)],
})

/** "Tue, 8 Dec 2026, Immacolata": of each calendar the first day to come that differs. */
async function nextDays(shown: Calendar[], viewer: Viewer): Promise<Map<number, string>> {
  const today = localDateOf(viewer.zone, viewer.now)
  const ids = shown.map(({ id }) => id)
  const coming = await CalendarDay.query()
    .whereIn('calendarId', ids)
    .where('day', '>=', today)
    .orderBy('day', 'desc')
  return new Map(
    coming.map(({ calendarId, day, name }) => [
      calendarId,
      `${viewer.formats().dayShortDate(day)}, ${name}`,
    ])
  )
}
