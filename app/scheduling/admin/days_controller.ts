import type { HttpContext } from '@adonisjs/core/http'
import { noSuchRecord, renderPanel, viewerOf } from '#core/admin'
import { clock } from '#core/platform'
import { dayFacts, locationsFor } from '#app/scheduling/admin/day_page'
import { presentDay } from '#app/scheduling/admin/present_day'
import { isLocalDate, type LocalDate } from '#app/scheduling/domain/local_date'
import { localDateOf } from '#app/scheduling/domain/local_time'

/** B11: one day at one location, a column for each place, kept up to date while it is open. */
export default class DaysController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const asked = ctx.request.qs()
    const locations = await locationsFor(viewer)
    const location = asked.location
      ? locations.find(({ id }) => String(id) === asked.location)
      : locations[0]
    if (!location && asked.location) throw noSuchRecord(viewer)
    if (!location) {
      return renderPanel(ctx, 'admin/scheduling/no_day', {
        title: viewer.t('scheduling.admin.day.title'),
      })
    }
    const page = presentDay(await dayFacts(location, dayIn(asked, location)), viewer, locations)
    return renderPanel(ctx, 'admin/scheduling/day', { title: page.title, page, now: viewer.now })
  }
}

/** A day that makes no sense is today. */
function dayIn({ date }: Record<string, unknown>, { zone }: { zone: string }): LocalDate {
  return typeof date === 'string' && isLocalDate(date) ? date : localDateOf(zone, clock.now())
}
