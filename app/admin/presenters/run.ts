import { urlFor } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'
import { labelsOf } from '#app/admin/queries/lookup'
import { recordActions } from '#app/admin/queries/named_actions'
import { sourceNamed } from '#app/admin/queries/part_sources'
import { countFiles } from '#app/admin/queries/runs'
import { actionLabel, titleOf } from '#app/admin/words'

/** More would only be scrolled past; the list itself shows the rest. */
const MOST_NAMED = 200

/** How an action on many records goes, and of each record that it left alone why. */
export async function presentRun(run: ActionRun, viewer: Viewer) {
  const { resource, words } = sourceNamed(run.sourceId)
  const title = actionLabel(words, run.actionId, viewer)
  const total = run.ids.length
  return {
    title,
    id: run.publicId,
    state: run.state,
    isOver: run.isOver,
    total,
    position: run.position,
    progress: progressOf(run, viewer),
    said: saidOf(run, viewer),
    left: run.isOver ? viewer.t('admin.actions.left', { count: run.refused.length }) : null,
    rest: viewer.t('admin.actions.rest', { count: Math.max(0, run.refused.length - MOST_NAMED) }),
    isLong: run.refused.length > MOST_NAMED,
    refused: await refusedOf(resource, run, viewer),
    file: run.isOver ? await fileOf(run, viewer) : null,
    back: { label: titleOf(resource, viewer), href: run.back },
  }
}

/** The way to what it made, in as many words as there are files. */
async function fileOf(run: ActionRun, viewer: Viewer) {
  const count = await countFiles(run)
  if (count === 0) return null
  const document = recordActions().find(({ name }) => name === run.action)?.action.document
  const label = document
    ? viewer.t('admin.actions.save_document', { count, kind: document.ending.toUpperCase() })
    : viewer.t('admin.actions.save_files', { count })
  return { label, href: runFilePath(run) }
}

export const runFilePath = ({ publicId: id }: ActionRun) => urlFor('admin.run_files.show', { id })

/** "12 of 60 entries" */
export const progressOf = ({ position, ids }: ActionRun, viewer: Viewer): string =>
  viewer.t('admin.actions.progress', { position, total: ids.length })

/** "Run again: done for 3 entries." */
export function saidOf(run: ActionRun, viewer: Viewer): string {
  const action = actionLabel(sourceNamed(run.sourceId).words, run.actionId, viewer)
  return viewer.t('admin.actions.done', { action, count: run.done })
}

/** Names are read now, within the scope: who may not see a record any more sees none. */
async function refusedOf(resource: AnyResource, { refused }: ActionRun, viewer: Viewer) {
  const named = refused.slice(0, MOST_NAMED)
  const labels = await labelsOf(
    resource,
    viewer,
    named.map(([id]) => id)
  )
  return named.map(([id, reason]) => ({
    cells: [
      labels.has(id)
        ? { text: labels.get(id), href: urlFor(`${resource.id}.show`, { id }) }
        : { text: String(id) },
      { text: viewer.word(reason, reason) },
    ],
  }))
}
