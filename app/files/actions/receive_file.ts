import { stat } from 'node:fs/promises'
import { clock, randomId, rows, transaction } from '#core/platform'
import { setting } from '#core/settings'
import { checkContent } from '#app/files/checks/content'
import { scan } from '#app/files/checks/scanner'
import { cleanFileName } from '#app/files/domain/file_name'
import { mayDeclare, typeNamed, typeNames, type FileType } from '#app/files/domain/file_types'
import { refused, type FileRefusal } from '#app/files/domain/refusals'
import { StoredFile } from '#app/files/models/stored_file'
import { largestBytes } from '#app/files/queries/file_limits'
import type { HeldFile } from '#app/files/queries/stored_files'
import { quotaMegabytes } from '#app/files/settings'
import { putBytes, removeBytes } from '#app/files/store/disk'
import type { FileUse } from '#app/files/use'

const MEGABYTE = 2 ** 20
/** How long a file waits for the form it came with to be right. */
const WAITING_MS = 24 * 3_600_000

/** A file as it came: its bytes lie in a folder of the request, the rest is what somebody said. */
export type IncomingFile = { path: string; name: string; declaredType: string }

/**
 * Checks a file and keeps it for a day under an id that only its sender knows, so that a form
 * which must be sent again does not lose it. `setFiles` gives it to a record.
 */
export async function receiveFile(
  use: FileUse,
  incoming: IncomingFile
): Promise<{ ok: true; file: HeldFile } | FileRefusal> {
  const name = cleanFileName(incoming.name)
  const type = await typeOf(use, { ...incoming, name })
  if (typeof type !== 'string') return type
  const checked = await checkContent(incoming.path, type)
  if (!checked.ok) return refused(checked.reason, { types: typeNames(use.types) })
  const verdict = await scan(incoming.path)
  if (verdict !== 'clean') {
    return refused(verdict === 'infected' ? 'infected' : 'scanner_unavailable')
  }
  return store(use, { name, type, source: checked.source })
}

async function typeOf(use: FileUse, file: IncomingFile): Promise<FileType | FileRefusal> {
  // The parser counts on the way, and may tell too few of a small file that came at once.
  const { size } = await stat(file.path)
  if (size === 0) return refused('empty')
  const most = await largestBytes(use)
  if (size > most) return refused('too_large', { megabytes: most / MEGABYTE })
  const type = typeNamed(file.name, use.types)
  if (!type) return refused('type_not_allowed', { types: typeNames(use.types) })
  return mayDeclare(type, file.declaredType) ? type : refused('not_what_it_says')
}

type Checked = { name: string; type: FileType; source: Uint8Array | { path: string } }

async function store(use: FileUse, { name, type, source }: Checked) {
  const stored = await putBytes(source)
  const now = clock.now()
  const row = {
    ...stored,
    publicId: randomId(),
    use: use.id,
    recordId: null,
    name,
    type,
    createdAt: now,
    expiresAt: now + WAITING_MS,
  }
  try {
    if (await insertWithinQuota(row))
      return { ok: true, file: { id: row.publicId, name, bytes: row.bytes } } as const
  } catch (error) {
    await removeBytes(stored.storedAs)
    throw error
  }
  await removeBytes(stored.storedAs)
  return refused('quota_full')
}

/** The one row of `files_usage` is what everybody waits for, so the sum never passes the quota. */
async function insertWithinQuota(row: Partial<StoredFile> & { bytes: number }): Promise<boolean> {
  const quota = (await setting(quotaMegabytes)) * MEGABYTE
  return transaction(async (trx) => {
    const taken = await rows(
      trx,
      'update files_usage set bytes = bytes + ? where id = 1 and bytes + ? <= ? returning bytes',
      [row.bytes, row.bytes, quota]
    )
    if (taken.length > 0) await StoredFile.create(row, { client: trx })
    return taken.length > 0
  })
}
