import { audit } from '#core/audit'
import { clock, type Actor, type Trx } from '#core/platform'
import { deleteFile } from '#app/files/actions/delete_file'
import { refused, type FileRefusal } from '#app/files/domain/refusals'
import { StoredFile } from '#app/files/models/stored_file'
import { filesOf } from '#app/files/queries/stored_files'
import type { FileUse } from '#app/files/use'

type SetFiles = {
  use: FileUse
  recordId: number
  /** All files that the record has from now on; those that are left out go. */
  ids: readonly string[]
  actor: Actor
}

/**
 * Gives a record exactly these files, inside the transaction that writes it: waiting ones become
 * its own, others of it are removed, their bytes after the commit. The caller has locked the
 * record, or has just made it. A file of another record, or one whose day is over, is refused.
 */
export async function setFiles(
  trx: Trx,
  { use, recordId, ids, actor }: SetFiles
): Promise<{ ok: true; files: StoredFile[] } | FileRefusal> {
  const present = await filesOf(use, recordId, trx)
  const staying = present.filter(({ publicId }) => ids.includes(publicId))
  const fresh = await waiting(trx, use, ids)
  if (staying.length + fresh.length < new Set(ids).size) return refused('expired')
  if (staying.length + fresh.length > use.most) return refused('too_many', { most: use.most })
  for (const file of present.filter((one) => !staying.includes(one))) {
    await deleteFile(trx, file)
    await trail(trx, { file, use, recordId, actor, action: 'removed' })
  }
  for (const file of fresh) {
    await file.merge({ recordId, expiresAt: null }).save()
    await trail(trx, { file, use, recordId, actor, action: 'attached' })
  }
  return { ok: true, files: [...staying, ...fresh] }
}

/** Removes all files of a record that goes. */
export async function removeFiles(trx: Trx, record: Omit<SetFiles, 'ids'>): Promise<void> {
  await setFiles(trx, { ...record, ids: [] })
}

async function waiting(trx: Trx, use: FileUse, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  return StoredFile.query({ client: trx })
    .where('use', use.id)
    .whereIn('publicId', [...ids])
    .whereNull('recordId')
    .where('expiresAt', '>', clock.now())
    .orderBy('id')
    .forUpdate()
}

type Line = Omit<SetFiles, 'ids'> & { file: StoredFile; action: 'attached' | 'removed' }

async function trail(trx: Trx, { file, use, recordId, actor, action }: Line): Promise<void> {
  const change = (value: unknown) =>
    action === 'attached' ? ([null, value] as const) : ([value, null] as const)
  await audit(trx, {
    actor,
    action: `files.${action}`,
    object: 'files.file',
    objectId: file.id,
    changes: {
      use: change(use.id),
      recordId: change(recordId),
      name: change(file.name),
    },
  })
}
