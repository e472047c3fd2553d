import { setting } from '#core/settings'
import { acceptOf, typeNames } from '#app/files/domain/file_types'
import { largestMegabytes } from '#app/files/settings'
import type { FileUse } from '#app/files/use'

const MEGABYTE = 2 ** 20

/** Bytes that one file of this use may have. */
export async function largestBytes({ megabytes }: FileUse): Promise<number> {
  const largest = await setting(largestMegabytes)
  return Math.min(megabytes ?? largest, largest) * MEGABYTE
}

export type FileLimits = { most: number; megabytes: number; types: string; accept: string }

/** What a form says about the files it takes, and its `accept` attribute. */
export async function fileLimits(use: FileUse, most = use.most): Promise<FileLimits> {
  const megabytes = (await largestBytes(use)) / MEGABYTE
  return { most, megabytes, types: typeNames(use.types), accept: acceptOf(use.types) }
}
