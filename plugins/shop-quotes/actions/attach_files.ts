import { setFiles, type FileRefusal } from '#core/files'
import type { Actor, Trx } from '#core/platform'
import { entryFiles } from '#plugins/shop-quotes/files'

type Attached = {
  entryId: number
  /** Public ids of files that came with the words. */
  files: readonly string[]
  by: Actor
}

/** Files that came with an entry; ones that cannot be kept take everything back. */
export async function attachFiles(trx: Trx, { entryId, files, by }: Attached): Promise<void> {
  if (files.length === 0) return
  const set = await setFiles(trx, { use: entryFiles, recordId: entryId, ids: files, actor: by })
  if (!set.ok) throw new FilesRefused(set)
}

/** Files that cannot be kept: what they came with is not kept either. */
export class FilesRefused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.reason)
  }
}

/** Runs a transaction that attaches files; refused ones are an answer. */
export async function refusingFiles<T>(work: () => Promise<T>): Promise<T | FileRefusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FilesRefused) return error.refusal
    throw error
  }
}
