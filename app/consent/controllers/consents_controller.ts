import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, renderAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { choose } from '#app/consent/choose'
import { presentConsents, presentRecorded } from '#app/consent/presenters/consents'
import { choicesOf, recordedConsents } from '#app/consent/queries/choices_of'

/** V5: what somebody agreed to, when and to which text; taken back with one press. */
export default class ConsentsController {
  async index(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    const [choices, recorded] = [await choicesOf(user), await recordedConsents(user)]
    return renderAccount(ctx, 'consent/pages/consents', {
      ...presentConsents(ctx.consent, choices, ctx),
      recorded: presentRecorded(recorded, ctx),
    })
  }

  async destroy(ctx: HttpContext) {
    signedInCustomer(ctx)
    await choose(ctx, [])
    const text = ctx.i18n.t('consent.consents.withdrawn')
    return leadToAccount(ctx, urlFor('consent.consents.index'), { tone: 'success', text })
  }
}
