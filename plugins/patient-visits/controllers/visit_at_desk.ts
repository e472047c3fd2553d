import type { HttpContext } from '@adonisjs/core/http'
import { noteView, recordOf, resourceNamed, viewerOf } from '#core/admin'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

/** The visit in the address, of those that this person sees; that they look at it is noted. */
export async function visitAtDesk(ctx: HttpContext): Promise<BookedVisit> {
  const viewer = await viewerOf(ctx)
  const visits = resourceNamed('patient-visits.visits')
  const record = await recordOf(visits, ctx.params.id, { viewer })
  await noteView(visits, record, viewer)
  return record as BookedVisit
}
