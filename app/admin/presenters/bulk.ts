import { randomId, urlFor } from '#core/platform'
import type { Action, AnyResource, FieldErrors, Values, Viewer } from '#app/admin/definition'
import { addressOf, type ListState } from '#app/admin/domain/list_state'
import { MOST_CHOSEN, type Selection } from '#app/admin/domain/selection'
import type { ActionRun } from '#app/admin/models/action_run'
import { presentFields } from '#app/admin/presenters/form_fields'
import { actionPreview, type ActionPreview } from '#app/admin/queries/action_preview'
import { actionLabel, actionText, bulkText, titleOf } from '#app/admin/words'

export type Chosen = {
  /** Null: more than may be handled at once. */
  ids: number[] | null
  selection: Selection
  state: ListState
  back: string
}

type Asked = Chosen & { values: Values; errors?: FieldErrors; grown?: boolean; viewer: Viewer }

/** The list in which the records were chosen, as it was. */
export const backToList = ({ id, list }: AnyResource, state: ListState): string =>
  urlFor(`${id}.index`, {}, addressOf(state, list))

/** The question before an action on many records: what it would do, and what not and why. */
export async function presentBulk(resource: AnyResource, action: Action, asked: Asked) {
  const { viewer, values, errors = {}, ids, selection, state, back } = asked
  const preview = await actionPreview(resource, action, { ids: ids ?? [], viewer })
  const filled = { values, errors, viewer, mode: 'edit' } as const
  const label = actionLabel(resource, action.id, viewer)
  const chosen = selection.all
    ? { all: 'yes', ...addressOf(state, resource.list) }
    : { ...addressOf(state, resource.list), ids: selection.ids.join(',') }
  const can = ids !== null && preview.applies + preview.notLookedAt > 0
  return {
    title: label,
    text: actionText(resource, action.id, viewer),
    label,
    danger: action.danger ?? false,
    errors,
    preview: { ...sentencesOf(resource, action, { preview, viewer }), ...problemOf(asked) },
    fields: can ? await presentFields(resource, action.form ?? [], filled) : [],
    action: can ? urlFor(`${resource.id}.${action.id}.bulk_store`, {}, chosen) : null,
    hidden: { key: randomId(), seen: String(ids?.length ?? 0) },
    back: { label: titleOf(resource, viewer), href: back },
  }
}

/** What keeps the person from going on, or must be read before. */
function problemOf({ ids, grown, viewer }: Asked) {
  if (ids === null) return { problem: viewer.t('admin.actions.too_many', { most: MOST_CHOSEN }) }
  if (ids.length === 0) return { problem: viewer.t('admin.actions.none') }
  return { problem: grown ? viewer.t('admin.actions.grown') : null }
}

type Previewed = { preview: ActionPreview; viewer: Viewer }

function sentencesOf(resource: AnyResource, action: Action, { preview, viewer }: Previewed) {
  const { applies, refused, notLookedAt } = preview
  const some = applies + refused.size + notLookedAt > 0
  return {
    applies: some ? bulkText(resource, action.id, { count: applies + notLookedAt, viewer }) : null,
    refused: [...refused].map(([reason, count]) => ({
      count: viewer.t('admin.actions.refused', { count }),
      reason: viewer.word(reason, reason),
    })),
    unsure: notLookedAt > 0 ? viewer.t('admin.actions.unsure') : null,
  }
}

type Finished = { run: ActionRun; viewer: Viewer }

export function noticeOf(resource: AnyResource, action: Action, { run, viewer }: Finished) {
  const label = actionLabel(resource, action.id, viewer)
  const text = viewer.t('admin.actions.done', { action: label, count: run.done })
  return { tone: 'success', text } as const
}
