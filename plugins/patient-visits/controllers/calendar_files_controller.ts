import type { HttpContext } from '@adonisjs/core/http'
import { calendarFile } from '#core/messaging'
import { invite } from '#plugins/patient-visits/mails/invite'
import { shownOf } from '#plugins/patient-visits/mails/queue'
import { visitOf } from '#plugins/patient-visits/presenters/own_visit'

/** "Add to calendar", as discreet as the mails. */
export default class CalendarFilesController {
  async show(ctx: HttpContext) {
    const { visit, offer } = await visitOf(ctx)
    const { startsAt, endsAt, sequence, number, state } = visit.reservation
    const { name: location, address } = offer.location
    const words = {
      ...{ startsAt, endsAt, sequence, number, location, address },
      publicId: visit.publicId,
      hasAccount: true,
      shown: shownOf(offer, ctx.locale),
    }
    const t = (key: string) => ctx.i18n.t(key)
    const entry = invite(state === 'confirmed' ? 'REQUEST' : 'CANCEL', words, t)
    ctx.response.header('content-type', 'text/calendar; charset=utf-8')
    ctx.response.header('content-disposition', 'attachment; filename="calendar.ics"')
    return calendarFile(entry)
  }
}
