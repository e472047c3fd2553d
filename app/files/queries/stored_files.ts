import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock, hashToken } from '#core/platform'
import { StoredFile } from '#app/files/models/stored_file'
import type { FileUse } from '#app/files/use'

/** The files of a record, oldest first. */
export function filesOf(
  use: FileUse,
  recordId: number,
  client: QueryClientContract = db.connection()
): Promise<StoredFile[]> {
  return StoredFile.query({ client }).where({ use: use.id, recordId }).orderBy('id')
}

/** The file that waits under a token of this use; null once its day is over. */
export async function waitingFile(
  use: FileUse,
  token: string,
  client: QueryClientContract = db.connection()
): Promise<StoredFile | null> {
  return StoredFile.query({ client })
    .where({ use: use.id, tokenHash: hashToken(token) })
    .where('expiresAt', '>', clock.now())
    .first()
}

/** A kept file by the id in its address. */
export function fileBehind(publicId: string): Promise<StoredFile | null> {
  return StoredFile.query().where({ publicId }).whereNotNull('recordId').first()
}
