import type { HttpContext } from '@adonisjs/core/http'
import { locationHours } from '#core/scheduling'
import { keepPage } from '#core/web'
import { presentPlace } from '#app/organisation/presenters/place'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'
import { offeredLocations } from '#app/organisation/queries/locations'

/** H12: the organisation itself, then each of its places with its opening hours. */
export default class ContactsController {
  async show(ctx: HttpContext) {
    const { name, address, phone, email } = await currentOrganisation()
    const locations = await offeredLocations()
    const hours = await locationHours(locations)
    keepPage(ctx)
    return ctx.view.render('organisation/pages/contact', {
      title: ctx.i18n.t('organisation.pages.contact.title'),
      house: address || phone || email ? { name, address, phone, email } : null,
      places: await Promise.all(
        locations.map((location) => presentPlace(location, hours.get(location.id), ctx.i18n))
      ),
    })
  }
}
