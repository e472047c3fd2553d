import type { HttpContext } from '@adonisjs/core/http'
import { hoursInWords, localOf } from '#core/scheduling'
import { clock } from '#core/platform'
import type { Location } from '#core/organisation'
import type { WaitRange } from '#plugins/queue-caller/queries/expected_waits'
import type { Opening } from '#plugins/queue-caller/queries/open_lines'

type Words = Pick<HttpContext, 'i18n'>

/** "10 to 20 minutes" */
export const waitInWords = ({ i18n }: Words, { from, to }: WaitRange): string =>
  i18n.t(from === 0 ? 'queue-caller.ticket.wait_up_to' : 'queue-caller.ticket.wait_range', {
    from,
    to,
  })

/** "Closed. Opens tomorrow at 09:00" */
export function closedInWords({ i18n }: Words, { zone }: Location, next: Opening): string {
  const { day: today } = localOf(zone, clock.now())
  const closed = { week: [], special: [], now: { open: false, next } as const }
  return hoursInWords(closed, { i18n, zone, today }).now
}
