import type { HttpContext } from '@adonisjs/core/http'
import { TICKET_LETTERS } from '#core/numbering'
import type { Location } from '#core/organisation'
import type { Reservation } from '#core/scheduling'
import { presentKioskFrame, type KioskVisit } from '#plugins/queue-caller/presenters/kiosk_visit'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const

/** The page on which an appointment's number is typed; with what was typed, and why it failed. */
export function presentCheckIn(
  ctx: HttpContext,
  visit: KioskVisit,
  { code = '', error = null }: { code?: string; error?: string | null } = {}
) {
  const title = ctx.i18n.t('queue-caller.kiosk.check_in.title')
  return {
    frame: presentKioskFrame(ctx, visit, { title }),
    action: visit.to('check_ins.store'),
    back: visit.to('kiosk_pages.show'),
    code,
    error,
    letters: TICKET_LETTERS,
    digits: DIGITS,
  }
}

type Refused = { reason: string; reservation?: Reservation }

/** Why a number did not help, and what does. */
export function checkInProblem(
  { i18n, formats }: HttpContext,
  { reason, reservation }: Refused,
  location: Location
): string {
  const values = reservation && {
    day: formats(reservation.location.zone).dayWeekdayDate(reservation.day),
    place: reservation.location.name,
  }
  return i18n.t(`queue-caller.kiosk.check_in.problems.${reason}`, {
    here: location.name,
    ...values,
  })
}
