import type { HttpContext } from '@adonisjs/core/http'
import { presentText, type SiteText } from '#app/organisation/presenters/site_text'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

/** Legal notice, privacy notice, accessibility statement and help; the route's name tells which. */
export default class TextsController {
  async show({ route, view, i18n }: HttpContext) {
    const kind = route!.name!.split('.')[1] as SiteText
    const organisation = await currentOrganisation()
    const text = presentText(kind, organisation, i18n)
    return view.render('organisation/pages/text', { organisation, ...text })
  }
}
