import { rows, type Trx } from '#core/platform'
import type { StoredFile } from '#app/files/models/stored_file'
import { removeBytes } from '#app/files/store/disk'

/** Row and share of the quota now, bytes after the commit; the sweep takes what a crash leaves. */
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
