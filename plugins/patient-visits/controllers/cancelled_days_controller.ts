import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { CancelDay } from '#plugins/patient-visits/actions/cancel_day'
import { askedDay, renderCancelledDay } from '#plugins/patient-visits/controllers/cancelled_day'
import { storeCancelledDayValidator } from '#plugins/patient-visits/validators/desk'

/** V4: a doctor’s day falls out: whom it concerns, then the mails with other dates. */
export default class CancelledDaysController {
  async create(ctx: HttpContext) {
    return renderCancelledDay(ctx, await askedDay(ctx))
  }

  async store(ctx: HttpContext) {
    const asked = await askedDay(ctx)
    if (!asked) return renderCancelledDay(ctx, null)
    const { form_key: formKey } = await ctx.request.validateUsing(storeCancelledDayValidator)
    const { doctor, location, day } = asked
    const wish = { formKey, doctorId: doctor.id, location, day, by: ctx.actor }
    const { ended } = await new CancelDay().handle(wish)
    const text = ctx.i18n.t('patient-visits.admin.cancel_day.done', { count: ended })
    const to = urlFor('patient-visits.cancelled_days.create', {}, { doctor: doctor.id, day })
    redirectWith(ctx, to, { tone: 'success', text })
  }
}
