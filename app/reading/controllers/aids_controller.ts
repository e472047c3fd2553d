import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepReadingAids, readingAids, written } from '#app/reading/cookie'
import { NO_AIDS, SWITCHES, TEXT_SIZES } from '#app/reading/domain/aids'
import { keptValidator, updateAidsValidator } from '#app/reading/validators/aids'

/** In the address, of who keeps nothing. */
const NONE = 'none'

/** V6: text size, contrast, links, spacing and motion, kept in the browser of who asks for it. */
export default class AidsController {
  async edit(ctx: HttpContext) {
    const [, asked] = await keptValidator.tryValidate(ctx.request.qs())
    const aids = readingAids(ctx)
    return ctx.view.render('reading/pages/aids', {
      title: ctx.i18n.t('reading.title'),
      // A browser that refuses cookies has not kept it, and is not told so.
      isKept: asked?.kept === (written(aids) || NONE),
      text: aids.text,
      sizes: TEXT_SIZES.map((value) => ({ value, label: ctx.i18n.t(`reading.text.${value}`) })),
      switches: SWITCHES.map((id) => ({ id, isOn: aids.on.includes(id) })),
    })
  }

  async update(ctx: HttpContext) {
    const { text = 'normal', on = [], none } = await ctx.request.validateUsing(updateAidsValidator)
    const aids = none ? NO_AIDS : { text, on }
    keepReadingAids(ctx, aids)
    const to = urlFor('reading.aids.edit', {}, { kept: written(aids) || NONE })
    return ctx.response.redirect().status(303).toPath(to)
  }
}
