import { audit, hasEntrySince } from '#core/audit'
import { clock, transaction } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import type { AnyRecord } from '#app/admin/queries/records'

/** So long one person's looking at one record counts as one view. */
export const ONE_VIEW_MS = 10 * 60_000

/** Notes in the trail that somebody opened a sensitive record; once in ten minutes is enough. */
export async function noteView(
  { object, sensitive }: AnyResource,
  record: AnyRecord,
  { actor }: Viewer
): Promise<void> {
  if (!sensitive) return
  const view = { actor, action: `${object}_viewed`, object, objectId: Number(record.id) }
  if (await hasEntrySince(view, clock.now() - ONE_VIEW_MS)) return
  await transaction((trx) => audit(trx, view))
}
