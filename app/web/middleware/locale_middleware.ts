import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { currentOrganisation, Organisation } from '#core/organisation'
import { errorRecord, PUBLIC } from '#core/platform'
import { chooseLanguage } from '#app/web/choose_language'
import { shareWithViews } from '#app/web/page_state'

/**
 * Gives every request its organisation and its language, unknown addresses included, since an
 * error page is a page too. The language of a profile follows in identify_middleware.
 */
export default class LocaleMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.actor = PUBLIC
    ctx.can = () => false
    ctx.notices = []
    ctx.organisation = await this.#organisation(ctx)
    chooseLanguage(ctx, null)
    shareWithViews(ctx)
    return next()
  }

  /** While the database does not answer, the page that says so still needs a language. */
  async #organisation(ctx: HttpContext): Promise<Organisation> {
    try {
      return await currentOrganisation()
    } catch (error) {
      ctx.logger.error({ error: errorRecord(error) }, 'The organisation could not be read')
      return Organisation.unsaved()
    }
  }
}
