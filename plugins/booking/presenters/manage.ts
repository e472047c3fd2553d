import type { HttpContext } from '@adonisjs/core/http'
import { qrCode } from '#core/documents'
import { clock, urlFor } from '#core/platform'
import { reservationCode } from '#core/scheduling'
import type { ChangeRefusal } from '#plugins/booking/domain/change_deadline'
import { carried } from '#plugins/booking/presenters/carried'
import { presentTicket } from '#plugins/booking/presenters/ticket'
import type { Managed } from '#plugins/booking/presenters/manage_visit'

/** The page behind the manage link: no name, no address, only what the ticket says. */
export function presentManage(
  ctx: HttpContext,
  { appointment, offer, to, url, list }: Managed,
  refusal: ChangeRefusal | null
) {
  const { reservation } = appointment
  const isPast = reservation.state === 'confirmed' && reservation.endsAt <= clock.now()
  const state = isPast ? 'past' : reservation.state
  const isConfirmed = state === 'confirmed'
  const again = { location: offer.location.slug, service: offer.service.slug }
  return {
    title: ctx.i18n.t(`booking.manage.titles.${state}`),
    lead: ctx.i18n.t(`booking.manage.leads.${state}`),
    ticket: {
      ...presentTicket(ctx, offer, reservation),
      qr: isConfirmed ? presentQr(ctx, reservationCode(url, reservation)) : null,
    },
    back: list && { href: list, label: ctx.i18n.t('booking.mine.title') },
    isConfirmed,
    isOver: ['past', 'released', 'expired'].includes(state),
    refusal: refusal === 'too_late' && !isPast ? ctx.i18n.t('booking.manage.too_late') : null,
    phone: offer.location.phone,
    canChange: refusal === null,
    calendarHref: to('calendar_files.show'),
    pdfHref: to('ticket_files.show'),
    moveHref: to('moves.create'),
    cancelHref: to('cancellations.create'),
    againHref: urlFor('booking.calendars.show', again, carried(ctx)),
  }
}

/** For the way from the screen, or the print, to the phone. */
function presentQr({ i18n }: HttpContext, url: string) {
  return { ...qrCode(url), label: i18n.t('booking.manage.qr') }
}
