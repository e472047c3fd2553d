import { existsSync } from 'node:fs'
import { errors, type HttpContext } from '@adonisjs/core/http'
import { dataPath } from '#core/platform'
import { isLogoFile } from '#app/organisation/domain/profile_rules'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

export default class LogosController {
  async show({ request, response }: HttpContext) {
    const { logo, version } = await currentOrganisation()
    const file = logo && isLogoFile(logo) ? dataPath('organisation', logo) : null
    if (!file || !existsSync(file)) {
      throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    }
    const isCurrent = request.input('v') === String(version)
    response.header(
      'cache-control',
      isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
    )
    return response.download(file)
  }
}
