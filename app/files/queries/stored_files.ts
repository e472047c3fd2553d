import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#core/platform'
import { StoredFile } from '#app/files/models/stored_file'
import type { FileUse } from '#app/files/use'

/** A file that a form holds: waiting, or already the record's. The id is as good as a secret. */
export type HeldFile = { id: string; name: string; bytes: number }

export const heldFile = ({ publicId, name, bytes }: StoredFile): HeldFile => ({
  id: publicId,
  name,
  bytes,
})

/** The files of a record, oldest first. */
export function filesOf(
  use: FileUse,
  recordId: number,
  client: QueryClientContract = db.connection()
): Promise<StoredFile[]> {
  return StoredFile.query({ client }).where({ use: use.id, recordId }).orderBy('id')
}

type Holder = {
  ids: readonly string[]
  recordId: number | null
  client?: QueryClientContract
}

/** Of these ids the files that wait for a record of this use, or belong to this one. */
export async function heldFiles(
  use: FileUse,
  { ids, recordId, client = db.connection() }: Holder
): Promise<HeldFile[]> {
  if (ids.length === 0) return []
  const files = await StoredFile.query({ client })
    .where('use', use.id)
    .whereIn('publicId', [...ids])
    .where((held) => {
      held.where((waiting) => waiting.whereNull('recordId').where('expiresAt', '>', clock.now()))
      if (recordId !== null) held.orWhere('recordId', recordId)
    })
    .orderBy('id')
  return files.map(heldFile)
}

/** A kept file by the id in its address. */
export function fileBehind(publicId: string): Promise<StoredFile | null> {
  return StoredFile.query().where({ publicId }).whereNotNull('recordId').first()
}
