import type { HttpContext } from '@adonisjs/core/http'
import { offeredLocations } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import { hoursInWords, localOf, locationHours } from '#core/scheduling'
import { homeEntries } from '#app/web/home'
import { keepPage } from '#app/web/page_cache'

/** What this front desk offers: one entry for each enabled plugin; and where it is, and whether open. */
export default class HomeController {
  async index(ctx: HttpContext) {
    const entries = await homeEntries(ctx.i18n)
    const places = await placesToday(ctx)
    keepPage(ctx)
    return ctx.view.render('web/pages/home', { entries, places })
  }
}

async function placesToday({ i18n }: HttpContext) {
  const locations = await offeredLocations()
  const hours = await locationHours(locations)
  return locations.map(({ id, slug, name, address, zone }) => {
    const own = hours.get(id)
    const today = localOf(zone, clock.now()).day
    const words = own ? hoursInWords(own, { i18n, zone, today }) : null
    const href = `${urlFor('organisation.contact.show')}#${slug}`
    return { name, href, address: address?.replaceAll(/\s*\n\s*/g, ', ') ?? null, words }
  })
}
