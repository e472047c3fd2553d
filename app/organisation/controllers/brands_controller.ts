import type { HttpContext } from '@adonisjs/core/http'
import { brandStylesheet } from '#app/organisation/domain/accent'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

/** The organisation's colour as a style sheet: the content policy allows no inline styles. */
export default class BrandsController {
  async show({ request, response }: HttpContext) {
    const organisation = await currentOrganisation()
    const isCurrent = request.input('v') === String(organisation.version)
    response.header(
      'cache-control',
      isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
    )
    response.type('text/css; charset=utf-8')
    // Never an empty body: that would be a 204 without a type, which browsers refuse.
    return response.send(`${brandStylesheet(organisation.accent)}\n`)
  }
}
