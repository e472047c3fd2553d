import type { HttpContext } from '@adonisjs/core/http'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'

type Keyed = Pick<LucidRow, '$primaryKeyValue'>

/** Whether the address names a record that was joined into this one. */
export const wasJoined = ({ params }: HttpContext, record: Keyed): boolean =>
  params.id !== undefined && Number(params.id) !== Number(record.$primaryKeyValue)

/** Goes on to the same page of the record that stands. */
export function toStanding({ route, params, request, response }: HttpContext, record: Keyed) {
  const id = Number(record.$primaryKeyValue)
  response.redirect().toPath(urlFor(route!.name!, { ...params, id }, request.qs()))
}

/** What was opened before the join is asked about again: nobody changes a record unseen. */
export function joinedNotice({ t }: Viewer, then = t('admin.joined.again')) {
  return { tone: 'warning', text: `${t('admin.joined.into')} ${then}` } as const
}
