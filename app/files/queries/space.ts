import db from '@adonisjs/lucid/services/db'
import { setting } from '#core/settings'
import { quotaMegabytes } from '#app/files/settings'

/** Bytes that all files take, waiting ones too, and that they may take. */
export async function fileSpace(): Promise<{ used: number; quota: number }> {
  const [{ bytes }] = await db.from('files_usage').where('id', 1).select('bytes')
  return { used: Number(bytes), quota: (await setting(quotaMegabytes)) * 2 ** 20 }
}
