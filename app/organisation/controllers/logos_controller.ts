import { basename } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { dataPath } from '#core/platform'
import { currentOrganisation } from '#app/organisation/queries/current_organisation'

export default class LogosController {
  async show({ request, response }: HttpContext) {
    const { logo, version } = await currentOrganisation()
    if (!logo) return response.notFound()
    const isCurrent = request.input('v') === String(version)
    response.header(
      'cache-control',
      isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
    )
    return response.download(dataPath('organisation', basename(logo)))
  }
}
