import logger from '@adonisjs/core/services/logger'
import { User } from '#core/accounts'
import { publish } from '#core/live'
import { clock, errorRecord, rows, transaction, writeRows, type Trx } from '#core/platform'
import type { DocumentPart, Download, Viewer } from '#app/admin/definition'
import { ActionRun, type Refused } from '#app/admin/models/action_run'
import { RunFile } from '#app/admin/models/run_file'
import { GONE, refusalOf } from '#app/admin/queries/action_preview'
import type { RecordAction } from '#app/admin/queries/named_actions'
import type { AnyRecord } from '#app/admin/queries/records'
import { actionOfRun } from '#app/admin/queries/runs'
import { CHUNK, recordsByIds } from '#app/admin/queries/selected_records'
import { viewerFor } from '#app/admin/viewer'

/** Who watches need not hear of each record. */
const TELL_EVERY_MS = 400

type Work = RecordAction & { viewer: Viewer }

/**
 * Does what is left of a run. Every record is found through the person's scope as it is now and
 * asked whether it allows the action; progress is stored after each, so that another process can
 * go on where this one stopped.
 */
export async function workThrough(id: number): Promise<void> {
  let run = await ActionRun.findOrFail(id)
  while (!run.isOver && run.position < run.ids.length) {
    const mayGoOn = await workOn(run, run.ids.slice(run.position, run.position + CHUNK))
    if (!mayGoOn) return
    run = await run.refresh()
  }
  if (run.isOver) return
  await writeRows(
    `update admin_action_runs set state = 'done', finished_at = ? where id = ? returning id`,
    [clock.now(), id]
  )
  await publish(null, 'admin.run', { id: run.publicId })
}

/** False when another process has taken over. */
async function workOn(run: ActionRun, ids: readonly number[]): Promise<boolean> {
  const work = await workOf(run)
  const records = work ? await recordsByIds(work.resource, ids, work.viewer) : new Map()
  let toldAt = -TELL_EVERY_MS
  for (const id of ids) {
    const came = work ? await attempt(work, records.get(id), run) : FORBIDDEN
    if (!(await note(run, id, came))) return false
    if (performance.now() - toldAt < TELL_EVERY_MS) continue
    toldAt = performance.now()
    await publish(null, 'admin.run', { id: run.publicId })
  }
  return true
}

/** Null when the person may not do this any more, or its plugin rests. */
async function workOf(run: ActionRun): Promise<Work | null> {
  const user = await User.query().where('id', run.userId).whereNull('disabledAt').first()
  const viewer = user && (await viewerFor(user, run.locale))
  const work = viewer && actionOfRun(run, viewer)
  return work && { ...work, viewer }
}

/** What came of one record: a lang key of why nothing was done, or null and perhaps a file. */
type Came = { reason: string | null; file?: Download | DocumentPart }

const FORBIDDEN: Came = { reason: 'admin.actions.reasons.forbidden' }

/** One failure does not stop the others. */
async function attempt(
  { name, resource, action, viewer }: Work,
  record: AnyRecord | undefined,
  { input }: ActionRun
): Promise<Came> {
  const refusal = refusalOf(action, record)
  if (refusal !== null || !record) return { reason: refusal ?? GONE }
  try {
    const result = await action.run({ record, values: input, viewer })
    return result.ok ? { reason: null, file: result.download } : { reason: result.reason }
  } catch (error) {
    const failed = { error: errorRecord(error), resource: resource.id, action: name }
    logger.error(failed, 'An action failed on one of many records')
    return { reason: 'admin.actions.reasons.failed' }
  }
}

/** The file is kept with the progress, so that work that goes on elsewhere keeps no second one. */
async function note(run: ActionRun, id: number, { reason, file }: Came): Promise<boolean> {
  const refused: Refused[] = reason === null ? run.refused : [...run.refused, [id, reason]]
  const done = run.done + (reason === null ? 1 : 0)
  const isOurs = await transaction(async (trx) => {
    const stored = await rows(
      trx,
      `update admin_action_runs set position = ?, done = ?, refused = ?
         where id = ? and position = ? returning id`,
      [run.position + 1, done, JSON.stringify(refused), run.id, run.position]
    )
    if (stored.length === 1 && file) await keepFile(trx, file, { runId: run.id, recordId: id })
    return stored.length === 1
  })
  Object.assign(run, { position: run.position + 1, done, refused })
  return isOurs
}

/** The part of a document is kept as it is: it is drawn when somebody takes the document. */
function keepFile(
  trx: Trx,
  file: Download | DocumentPart,
  of: Pick<RunFile, 'runId' | 'recordId'>
) {
  const { name } = file
  const { type, content } =
    'part' in file ? { type: 'application/json', content: JSON.stringify(file.part) } : file
  return RunFile.create({ ...of, name, type, content: Buffer.from(content) }, { client: trx })
}
