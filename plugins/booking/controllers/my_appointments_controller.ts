import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount } from '#core/accounts'
import { clock } from '#core/platform'
import { askedPage } from '#core/web'
import { presentOwnAppointments } from '#plugins/booking/presenters/own_appointments'
import { ownAppointments } from '#plugins/booking/queries/own_appointments'

/** A signed-in customer's appointments: those to come, and on their own tab those that are over. */
export default class MyAppointmentsController {
  async index(ctx: HttpContext) {
    const { auth, request } = ctx
    const asked: Record<string, unknown> = request.qs()
    const when = asked.when === 'past' ? 'past' : 'upcoming'
    const page = askedPage(ctx)
    const { id: userId } = auth.use('web').getUserOrFail()
    const found = await ownAppointments({ userId, when, now: clock.now(), page })
    const shown = presentOwnAppointments(ctx, { ...found, when, page })
    return renderAccount(ctx, 'booking::pages/my_appointments', shown)
  }
}
