import type { Action, AnyResource, PageAction, Viewer } from '#app/admin/definition'
import { CHUNK, recordsByIds } from '#app/admin/queries/selected_records'
import type { AnyRecord } from '#app/admin/queries/records'

/** Beyond so many each record is only looked at when its turn comes. */
const MOST_LOOKED_AT = 1000

export const GONE = 'admin.actions.reasons.gone'
const NOT_NOW = 'admin.actions.reasons.not_now'

/** What an action would do with the chosen records: how many allow it, and why others do not. */
export type ActionPreview = {
  applies: number
  /** Lang key of a reason → number of records. */
  refused: Map<string, number>
  notLookedAt: number
}

/** Why the action does not apply to a record, as a lang key; null when it does. */
export function refusalOf(action: Action, record: AnyRecord | undefined): string | null {
  if (!record) return GONE
  if (action.when?.(record) !== false) return null
  return action.whyNot?.(record) ?? NOT_NOW
}

/** The same of an action of a list or a page. */
export async function refusalOnPage({ when, whyNot }: PageAction): Promise<string | null> {
  const applies = when === undefined || (await when())
  return applies ? null : (whyNot ?? NOT_NOW)
}

/** Looks at the records as they are now; one statement (and one a relation) for a hundred. */
export async function actionPreview(
  resource: AnyResource,
  action: Action,
  { ids, viewer }: { ids: readonly number[]; viewer: Viewer }
): Promise<ActionPreview> {
  const looked = ids.slice(0, MOST_LOOKED_AT)
  const preview: ActionPreview = {
    applies: 0,
    refused: new Map(),
    notLookedAt: ids.length - looked.length,
  }
  for (let at = 0; at < looked.length; at += CHUNK) {
    const chunk = looked.slice(at, at + CHUNK)
    const records = await recordsByIds(resource, chunk, viewer)
    for (const id of chunk) {
      const reason = refusalOf(action, records.get(id))
      if (reason === null) preview.applies++
      else preview.refused.set(reason, (preview.refused.get(reason) ?? 0) + 1)
    }
  }
  return preview
}
