import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'

/** A menu of hundreds of places in eight languages. */
const MOST_BYTES = 1_000_000

/** The text of a menu: the file that was sent, else what was typed; null of one that is too large. */
export async function sentIntake({ request }: HttpContext): Promise<string | null> {
  const file = request.file('file')
  if (file?.tmpPath && file.size > MOST_BYTES) return null
  if (file?.tmpPath && file.size > 0) return readFile(file.tmpPath, 'utf8')
  const typed: unknown = request.input('text')
  return typeof typed === 'string' ? typed : ''
}
