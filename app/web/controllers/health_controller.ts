import type { HttpContext } from '@adonisjs/core/http'
import { healthReports } from '#app/web/health'

/** For load balancers and monitors: codes alone, since anybody may ask. */
export default class HealthController {
  /** The process runs and its event loop turns. */
  live({ response }: HttpContext) {
    return response.send({ ok: true })
  }

  /** This process can serve: database, disk, schema, guards, worker. */
  async ready({ response }: HttpContext) {
    const reports = await healthReports()
    const ok = reports.every((report) => report.ok || report.advisory)
    const checks = Object.fromEntries(reports.map((report) => [report.id, report.ok]))
    return response.status(ok ? 200 : 503).send({ ok, checks })
  }
}
