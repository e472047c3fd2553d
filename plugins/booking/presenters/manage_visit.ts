import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { setting } from '#core/settings'
import { throttle } from '#core/web'
import { changeRefusal, type ChangeRefusal } from '#plugins/booking/domain/change_deadline'
import { LINK_LIMIT } from '#plugins/booking/limits'
import { renderInvalidLink } from '#plugins/booking/presenters/draft_visit'
import {
  appointmentBehind,
  type ManagedAppointment,
} from '#plugins/booking/queries/appointment_behind'
import { changeUntilHours } from '#plugins/booking/settings'

/** The appointment in the address, or null after answering with the page that offers the way on. */
export async function managedAppointment(ctx: HttpContext): Promise<ManagedAppointment | null> {
  await throttle(ctx, LINK_LIMIT)
  const managed = await appointmentBehind(ctx.params.token, 'manage')
  if (!managed) await renderInvalidLink(ctx)
  return managed
}

/** Why the customer cannot move or cancel any more; null while they can. */
export async function refusalOf({
  appointment,
}: ManagedAppointment): Promise<ChangeRefusal | null> {
  return changeRefusal(appointment.reservation, clock.now(), await setting(changeUntilHours))
}
