import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepPage } from '#core/web'
import { WAYS } from '#plugins/helpdesk/home'

/** H7: the portal with its three ways; who is signed out signs in on any of them. */
export default class StartsController {
  async show(ctx: HttpContext) {
    keepPage(ctx)
    return ctx.view.render('helpdesk::pages/start', {
      title: ctx.i18n.t('helpdesk.portal.home.title'),
      isSignedIn: ctx.actor.kind === 'customer',
      ways: WAYS.map(({ route, title }) => ({ label: ctx.i18n.t(title), href: urlFor(route) })),
    })
  }
}
