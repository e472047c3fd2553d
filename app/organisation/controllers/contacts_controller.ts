import type { HttpContext } from '@adonisjs/core/http'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'
import { offeredLocations } from '#app/organisation/queries/locations'

/** H12: the organisation itself, then each of its places. */
export default class ContactsController {
  async show({ view, i18n }: HttpContext) {
    const organisation = await currentOrganisation()
    return view.render('organisation/pages/contact', {
      title: i18n.t('organisation.pages.contact.title'),
      organisation,
      places: [organisation, ...(await offeredLocations())].filter(({ name }) => name !== ''),
    })
  }
}
