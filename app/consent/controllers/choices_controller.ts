import type { HttpContext } from '@adonisjs/core/http'
import { isSafePath } from '#core/accounts'
import { currentOrganisation } from '#core/organisation'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { choose } from '#app/consent/choose'
import { PURPOSES } from '#app/consent/domain/choice'
import { CHOICE_LIMIT } from '#app/consent/limits'
import { presentChoices } from '#app/consent/presenters/choices'
import { usesOn } from '#app/consent/queries/question'
import { settingsAddressValidator, updateChoiceValidator } from '#app/consent/validators/choice'

/** V5: what visitors agree to, by purpose; all, nothing or some of it. */
export default class ChoicesController {
  async edit(ctx: HttpContext) {
    if (ctx.consent.question.purposes.length === 0) return toCookies(ctx)
    const [, asked] = await settingsAddressValidator.tryValidate(ctx.request.qs())
    const { name } = await currentOrganisation()
    return ctx.view.render('consent/pages/choices', {
      ...presentChoices(ctx.consent, await usesOn(), ctx),
      controller: name,
      isKept: asked?.kept === 'yes' && !ctx.consent.isAsked,
      from: isSafePath(asked?.from) ? asked.from : null,
    })
  }

  async update(ctx: HttpContext) {
    const form = await ctx.request.validateUsing(updateChoiceValidator)
    if (ctx.consent.question.purposes.length === 0) return toCookies(ctx)
    await throttle(ctx, CHOICE_LIMIT)
    await choose(ctx, { all: PURPOSES, none: [], some: form.purposes ?? [] }[form.choice])
    const from = isSafePath(form.from) ? form.from : null
    const settings = urlFor('consent.choices.edit', {}, { kept: 'yes', from })
    const to = isSafePath(form.next) ? form.next : settings
    return ctx.response.redirect().status(303).toPath(to)
  }
}

const toCookies = ({ response }: HttpContext) =>
  response.redirect().status(303).toPath(urlFor('consent.cookies.show'))
