import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepReadingAids, readingAids } from '#app/reading/cookie'
import { NO_AIDS, SWITCHES, TEXT_SIZES } from '#app/reading/domain/aids'
import { keptValidator, updateAidsValidator } from '#app/reading/validators/aids'

/** V6: text size, contrast, links, spacing and motion, kept in the browser of who asks for it. */
export default class AidsController {
  async edit(ctx: HttpContext) {
    const [, asked] = await keptValidator.tryValidate(ctx.request.qs())
    const aids = readingAids(ctx)
    return ctx.view.render('reading/pages/aids', {
      title: ctx.i18n.t('reading.title'),
      isKept: asked?.kept === 'yes',
      text: aids.text,
      sizes: TEXT_SIZES.map((value) => ({ value, label: ctx.i18n.t(`reading.text.${value}`) })),
      switches: SWITCHES.map((id) => ({ id, isOn: aids.on.includes(id) })),
    })
  }

  async update(ctx: HttpContext) {
    const { text = 'normal', on = [], none } = await ctx.request.validateUsing(updateAidsValidator)
    keepReadingAids(ctx, none ? NO_AIDS : { text, on })
    const to = urlFor('reading.aids.edit', {}, { kept: 'yes' })
    return ctx.response.redirect().status(303).toPath(to)
  }
}
