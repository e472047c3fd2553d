import type { HttpContext } from '@adonisjs/core/http'
import { keepPage } from '#core/web'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'
import { offeredLocations } from '#app/organisation/queries/locations'

type Place = { address: string | null; phone: string | null; email: string | null }

const canBeReached = ({ address, phone, email }: Place) => Boolean(address || phone || email)

/** H12: the organisation itself, then each of its places. */
export default class ContactsController {
  async show(ctx: HttpContext) {
    const organisation = await currentOrganisation()
    keepPage(ctx)
    return ctx.view.render('organisation/pages/contact', {
      title: ctx.i18n.t('organisation.pages.contact.title'),
      places: [organisation, ...(await offeredLocations())].filter(canBeReached),
    })
  }
}
