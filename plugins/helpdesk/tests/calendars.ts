import { instantsOf } from '#core/scheduling'
import { businessCalendar } from '#plugins/helpdesk/models/calendar_days'

/** `2026-12-07 10:00` on the wall in Rome; of two, the first. */
export const rome = (text: string): number =>
  instantsOf('Europe/Rome', text.slice(0, 10), text.slice(11))[0]

const DAY = [
  { opens: '09:00', closes: '13:00' },
  { opens: '15:00', closes: '18:00' },
]

/** Both calendars of docs/domain/business-time.md. */
export const OFFICE = businessCalendar({
  zone: 'Europe/Rome',
  hours: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
  days: [
    { day: '2026-12-08', name: 'Immacolata', hours: [] },
    { day: '2026-12-24', name: 'Christmas Eve', hours: [{ opens: '09:00', closes: '12:00' }] },
  ],
})

const NIGHT = [{ opens: '00:00', closes: '06:00' }]

export const NIGHTS = businessCalendar({
  zone: 'Europe/Rome',
  hours: { 1: NIGHT, 2: NIGHT, 3: NIGHT, 4: NIGHT, 5: NIGHT, 6: NIGHT, 7: NIGHT },
  days: [],
})
