import db from '@adonisjs/lucid/services/db'
import { setting } from '#core/settings'
import { quotaMegabytes } from '#app/files/settings'

/** Bytes that all files take, waiting ones too, and that they may take. */
export async function fileSpace(): Promise<{ used: number; quota: number }> {
  const [{ bytes }] = await db.from('files_usage').where('id', 1).select('bytes')
  return { used: Number(bytes), quota: (await setting(quotaMegabytes)) * 2 ** 20 }
}

export type UseSpace = { use: string; files: number; waiting: number; bytes: number }

/** What each use takes: all its files, and among them those whose form was not sent yet. */
export async function spaceByUse(): Promise<UseSpace[]> {
  const found = await db
    .from('files_files')
    .groupBy('use')
    .select('use')
    .count('* as files')
    .count('expires_at as waiting')
    .sum('bytes as bytes')
  return found.map(({ use, files, waiting, bytes }) => ({
    use,
    files: Number(files),
    waiting: Number(waiting),
    bytes: Number(bytes),
  }))
}
