import { allContributions, isActive } from '#core/platform'
import type { FileUse } from '#app/files/use'

type OwnedUse = { owner: string; use: FileUse }

/** Every declared use, those of disabled plugins too: their records and files remain. */
export function allFileUses(): OwnedUse[] {
  return allContributions('files').flatMap(({ owner, value }) =>
    value.map((use) => ({ owner, use }))
  )
}

/** The use of a stored file, as long as its owner serves. */
export async function activeUse(id: string): Promise<FileUse | null> {
  const found = allFileUses().find(({ use }) => use.id === id)
  return found && (await isActive(found.owner)) ? found.use : null
}
