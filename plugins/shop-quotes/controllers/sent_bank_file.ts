import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { bankText } from '#plugins/shop-quotes/domain/bank_file'

/** Some thousand lines. */
const MOST_BYTES = 1_000_000

/** The text of a bank's file: what was sent, else what was looked at; null of one that is too large. */
export async function sentBankFile({ request }: HttpContext): Promise<string | null> {
  const file = request.file('file')
  if (file?.tmpPath && file.size > MOST_BYTES) return null
  if (file?.tmpPath && file.size > 0) return bankText(await readFile(file.tmpPath))
  const typed: unknown = request.input('text')
  return typeof typed === 'string' ? typed : ''
}
