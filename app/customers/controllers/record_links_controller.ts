import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, renderAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { takeRecord, type RecordRefusal } from '#app/customers/actions/take_record'
import { recordOfLink } from '#app/customers/queries/record_of_link'

/** The page behind the link of a record; opening it changes nothing. */
export default class RecordLinksController {
  async edit(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    const record = await recordOfLink(ctx.params.token)
    if (!record) return this.#refuse(ctx, 'link_invalid')
    if (record.userId !== null && record.userId !== user.id) {
      return this.#refuse(ctx, 'someone_elses')
    }
    return renderAccount(ctx, 'customers/pages/record_link', {
      title: ctx.i18n.t('customers.record_link.title'),
      token: String(ctx.params.token),
      name: record.name,
      email: user.email,
    })
  }

  async update(ctx: HttpContext) {
    const taken = await takeRecord(signedInCustomer(ctx).id, ctx.params.token)
    if (!taken.ok) return this.#refuse(ctx, taken.reason)
    const text = ctx.i18n.t('customers.record_link.taken')
    return leadToAccount(ctx, urlFor('accounts.account.show'), { tone: 'success', text })
  }

  async #refuse(ctx: HttpContext, reason: RecordRefusal) {
    ctx.response.status(404)
    return renderAccount(ctx, 'customers/pages/record_link_refused', {
      title: ctx.i18n.t(`customers.record_link.${reason}.title`),
      text: ctx.i18n.t(`customers.record_link.${reason}.text`),
    })
  }
}
