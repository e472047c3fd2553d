import db from '@adonisjs/lucid/services/db'
import { clock, tableNames, transaction } from '#core/platform'
import { deleteFile } from '#app/files/actions/delete_file'
import { StoredFile } from '#app/files/models/stored_file'
import { allFileUses } from '#app/files/queries/uses'
import { removeBytes, storedNames } from '#app/files/store/disk'
import type { FileUse } from '#app/files/use'

/** Bytes without a row may belong to a request that is about to write it. */
const YOUNG_MS = 3_600_000
const BATCH = 500

/**
 * Removes what nobody will ask for again: files whose form was never finished, files of records
 * that are gone, and bytes that a crash left without a row.
 */
export async function sweepFiles(): Promise<void> {
  await removeRows(await StoredFile.query().where('expiresAt', '<=', clock.now()).limit(BATCH))
  // A plugin that was never enabled has no tables yet, and no files.
  const tables = new Set(await tableNames())
  for (const { use } of allFileUses()) {
    if (tables.has(use.table)) await removeRows(await ownerless(use))
  }
  for await (const name of storedNames(clock.now() - YOUNG_MS)) {
    const row = await StoredFile.query().where('storedAs', name).select('id').first()
    if (!row) await removeBytes(name)
  }
}

function ownerless({ id, table }: FileUse): Promise<StoredFile[]> {
  return StoredFile.query()
    .where('use', id)
    .whereNotNull('recordId')
    .whereNotIn('recordId', db.from(table).select('id'))
    .limit(BATCH)
}

async function removeRows(files: readonly StoredFile[]): Promise<void> {
  for (const file of files) await transaction((trx) => deleteFile(trx, file))
}
