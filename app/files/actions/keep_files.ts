import { audit } from '#core/audit'
import { clock, hashToken, type Actor, type Trx } from '#core/platform'
import { refused, type FileRefusal } from '#app/files/domain/refusals'
import { StoredFile } from '#app/files/models/stored_file'
import { filesOf } from '#app/files/queries/stored_files'
import type { FileUse } from '#app/files/use'

type Keep = { use: FileUse; recordId: number; tokens: readonly string[]; actor: Actor }

/**
 * Makes waiting files those of a record, inside the transaction that writes it: either both are
 * there or neither. The caller has locked the record, or has just made it.
 */
export async function keepFiles(
  trx: Trx,
  { use, recordId, tokens, actor }: Keep
): Promise<{ ok: true; files: StoredFile[] } | FileRefusal> {
  const files = await waiting(trx, use, tokens)
  if (files.length < new Set(tokens).size) return refused('expired')
  const present = await filesOf(use, recordId, trx)
  if (present.length + files.length > use.most) return refused('too_many', { most: use.most })
  for (const file of files) {
    await file.merge({ recordId, tokenHash: null, expiresAt: null }).save()
    await audit(trx, {
      actor,
      action: 'files.attached',
      object: 'files.file',
      objectId: file.id,
      changes: { use: [null, use.id], recordId: [null, recordId], name: [null, file.name] },
    })
  }
  return { ok: true, files }
}

async function waiting(trx: Trx, use: FileUse, tokens: readonly string[]): Promise<StoredFile[]> {
  if (tokens.length === 0) return []
  return StoredFile.query({ client: trx })
    .where('use', use.id)
    .whereIn('tokenHash', tokens.map(hashToken))
    .where('expiresAt', '>', clock.now())
    .orderBy('id')
    .forUpdate()
}
