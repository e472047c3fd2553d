import type { HttpContext } from '@adonisjs/core/http'
import {
  presentKioskFrame,
  SHOWN_SECONDS,
  type KioskVisit,
} from '#plugins/queue-caller/presenters/kiosk_visit'
import { presentPhoneCode, presentTicket } from '#plugins/queue-caller/presenters/ticket'
import type { TicketPlace } from '#plugins/queue-caller/queries/ticket_place'

type Told = 'issued' | 'checked_in' | 'late' | 'already' | 'called'

/** The ticket on the kiosk, for the seconds in which it is printed and taken. */
export function presentKioskTicket(
  ctx: HttpContext,
  visit: KioskVisit,
  { place, told }: { place: TicketPlace; told: Told }
) {
  const { ticket, counter } = place
  const title = ctx.i18n.t(`queue-caller.kiosk.told.${told}`)
  // Whoever types somebody else's number must not get the way to give that place up.
  const hasCode = told !== 'already' && told !== 'called'
  // What was told just now is what is compared later; who asks again hears how things stand.
  const isNew = hasCode && ticket.calls === 0
  const wait =
    isNew && ticket.toldFrom !== null && ticket.toldTo !== null
      ? { from: ticket.toldFrom!, to: ticket.toldTo! }
      : place.wait
  return {
    frame: presentKioskFrame(ctx, visit, { title, page: 'ticket' }),
    lead: ctx.i18n.t(`queue-caller.kiosk.leads.${told}`, { counter: counter ?? '' }),
    ticket: {
      ...presentTicket(ctx, { ...place, wait }),
      badge: null,
      qr: hasCode ? presentPhoneCode(ctx, ticket) : null,
      note: hasCode ? ctx.i18n.t('queue-caller.ticket.qr_note') : null,
    },
    seconds: SHOWN_SECONDS,
    isPrinted: hasCode,
  }
}
