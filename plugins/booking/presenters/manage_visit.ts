import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { mailUrl } from '#core/messaging'
import { clock, PUBLIC, urlFor, type Actor } from '#core/platform'
import { setting } from '#core/settings'
import { throttle } from '#core/web'
import { changeRefusal, type ChangeRefusal } from '#plugins/booking/domain/change_deadline'
import { LINK_LIMIT } from '#plugins/booking/limits'
import type { Appointment } from '#plugins/booking/models/appointment'
import { carried } from '#plugins/booking/presenters/carried'
import { renderInvalidLink } from '#plugins/booking/presenters/draft_visit'
import { appointmentBehind } from '#plugins/booking/queries/appointment_behind'
import type { Offer } from '#plugins/booking/queries/offers'
import { ownAppointment } from '#plugins/booking/queries/own_appointments'
import { changeUntilHours } from '#plugins/booking/settings'

/** Pages about one appointment, as the mailed link and the account name them. */
type Page = `${'cancellations' | 'moves'}.${'create' | 'store'}` | `${string}.show`

/** An appointment on pages of its own: behind the mailed link, or in the account of its customer. */
export type Managed = {
  appointment: Appointment
  offer: Offer
  /** Who acts: nobody knows who opens a link. */
  by: Actor
  route: (page: Page) => { name: string; params: Record<string, string> }
  to: (page: Page) => string
  /** The same with the name of this site, for calendars, codes and prints. */
  url: string
  /** Where the pages lead back to, in the account. */
  list: string | null
}

/** The appointment in the address, or null after answering with the page that offers the way on. */
export async function managedAppointment(ctx: HttpContext): Promise<Managed | null> {
  return ctx.params.token === undefined ? ofAccount(ctx) : behindLink(ctx)
}

async function behindLink(ctx: HttpContext): Promise<Managed | null> {
  await throttle(ctx, LINK_LIMIT)
  const { token } = ctx.params
  const found = await appointmentBehind(token, 'manage')
  if (!found) {
    await renderInvalidLink(ctx)
    return null
  }
  const { appointment, offer } = found
  return {
    ...{ appointment, offer, by: PUBLIC, list: null },
    route: (page) => ({ name: `booking.${page}`, params: { token } }),
    to: (page) => urlFor(`booking.${page}`, { token }, carried(ctx)),
    url: mailUrl('booking.manage.show', { token }),
  }
}

/** Another person's appointment is as little there as one that nobody booked. */
async function ofAccount({ auth, params }: HttpContext): Promise<Managed> {
  const { id } = params
  const user = auth.use('web').getUserOrFail()
  const found = /^[\w-]{22}$/.test(id) ? await ownAppointment(user.id, id) : null
  if (!found) throw new Exception('No such appointment of this person', { status: 404 })
  return {
    ...found,
    by: { kind: user.kind, id: user.id },
    list: urlFor('booking.mine.index'),
    route: (page) => ({ name: `booking.mine.${page}`, params: { id } }),
    to: (page) => urlFor(`booking.mine.${page}`, { id }),
    url: mailUrl('booking.mine.manage.show', { id }),
  }
}

/** Why the customer cannot move or cancel any more; null while they can. */
export async function refusalOf({
  appointment,
}: Pick<Managed, 'appointment'>): Promise<ChangeRefusal | null> {
  return changeRefusal(appointment.reservation, clock.now(), await setting(changeUntilHours))
}
