import { urlFor } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { addressOf, type ListState } from '#app/admin/domain/list_state'
import { MOST_CHOSEN, type Selection } from '#app/admin/domain/selection'
import { presentQuestion, type Entered } from '#app/admin/presenters/question'
import { actionPreview, type ActionPreview } from '#app/admin/queries/action_preview'
import type { RecordAction } from '#app/admin/queries/named_actions'
import { bulkText, titleOf } from '#app/admin/words'

export type Chosen = {
  /** Null: more than may be handled at once. */
  ids: number[] | null
  selection: Selection
  state: ListState
  back: string
}

type Asked = Chosen & Entered & { grown?: boolean; viewer: Viewer }

/** The list in which the records were chosen, as it was. */
export const backToList = ({ id, list }: AnyResource, state: ListState): string =>
  urlFor(`${id}.index`, {}, addressOf(state, list))

/** The question before an action on many records: what it would do, and what not and why. */
export async function presentBulk(named: RecordAction, asked: Asked) {
  const { name, resource, words, action } = named
  const { ids, selection, state, back, grown, ...entered } = asked
  const { viewer } = entered
  const preview = await actionPreview(resource, action, { ids: ids ?? [], viewer })
  const chosen = selection.all ? { all: 'yes' } : { ids: selection.ids.join(',') }
  const can = ids !== null && preview.applies + preview.notLookedAt > 0
  const address = { ...addressOf(state, resource.list), ...chosen }
  return presentQuestion(words, action, {
    ...entered,
    preview: {
      ...sentencesOf(named, { preview, viewer }),
      problem: problemOf({ ids, grown, viewer }),
    },
    to: can ? urlFor(`${name}.bulk_store`, {}, address) : null,
    hidden: { seen: String(ids?.length ?? 0) },
    back: { label: titleOf(resource, viewer), href: back },
  })
}

/** What keeps the person from going on, or must be read before. */
function problemOf({ ids, grown, viewer }: Pick<Asked, 'ids' | 'grown' | 'viewer'>): string | null {
  if (ids === null) return viewer.t('admin.actions.too_many', { most: MOST_CHOSEN })
  if (ids.length === 0) return viewer.t('admin.actions.none')
  return grown ? viewer.t('admin.actions.grown') : null
}

type Previewed = { preview: ActionPreview; viewer: Viewer }

function sentencesOf({ words, action }: RecordAction, { preview, viewer }: Previewed) {
  const { applies, refused, notLookedAt } = preview
  const some = applies + refused.size + notLookedAt > 0
  return {
    applies: some ? bulkText(words, action.id, { count: applies + notLookedAt, viewer }) : null,
    refused: [...refused].map(([reason, count]) => ({
      count: viewer.t('admin.actions.refused', { count }),
      reason: viewer.word(reason, reason),
    })),
    unsure: notLookedAt > 0 ? viewer.t('admin.actions.unsure') : null,
  }
}
