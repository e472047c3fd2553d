import { audit } from '#core/audit'
import { rows, type Actor, type Trx } from '#core/platform'
import type { StoredFile } from '#app/files/models/stored_file'
import { filesOf } from '#app/files/queries/stored_files'
import { removeBytes } from '#app/files/store/disk'
import type { FileUse } from '#app/files/use'

type Remove = {
  use: FileUse
  recordId: number
  /** Public ids of the files that stay; without them all go. */
  except?: readonly string[]
  actor: Actor
}

/** Removes files of a record; their bytes go when the transaction commits. */
export async function removeFiles(
  trx: Trx,
  { use, recordId, except = [], actor }: Remove
): Promise<void> {
  const files = await filesOf(use, recordId, trx)
  for (const file of files.filter(({ publicId }) => !except.includes(publicId))) {
    await audit(trx, {
      actor,
      action: 'files.removed',
      object: 'files.file',
      objectId: file.id,
      changes: { use: [use.id, null], recordId: [recordId, null], name: [file.name, null] },
    })
    await deleteFile(trx, file)
  }
}

/** Row and share of the quota now, bytes after the commit; a crash in between leaves them to the sweep. */
export async function deleteFile(
  trx: Trx,
  { id, storedAs }: Pick<StoredFile, 'id' | 'storedAs'>
): Promise<void> {
  const gone = await rows<{ bytes: number | string }>(
    trx,
    'delete from files_files where id = ? returning bytes',
    [id]
  )
  if (gone.length === 0) return
  await rows(trx, 'update files_usage set bytes = bytes - ? where id = 1', [Number(gone[0].bytes)])
  trx.after('commit', () => removeBytes(storedAs))
}
