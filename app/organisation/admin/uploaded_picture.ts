import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { readPicture, type Picture, type PictureRefusal } from '#core/files'

export const MOST_KILOBYTES = 512

/** Pixels of the shorter and the longer side. */
export const SIDES = { shortest: 16, longest: 4000 }

type Refusal = PictureRefusal | 'missing' | 'empty' | 'too_heavy'

/** The picture in a field of a form, judged by its content; its name and type are not believed. */
export async function uploadedPicture(
  { request }: HttpContext,
  field: string
): Promise<{ ok: true; picture: Picture } | { ok: false; reason: Refusal }> {
  const file = request.file(field)
  if (!file?.tmpPath) return { ok: false, reason: 'missing' }
  if (file.size === 0) return { ok: false, reason: file.clientName ? 'empty' : 'missing' }
  if (file.size > MOST_KILOBYTES * 1024) return { ok: false, reason: 'too_heavy' }
  return readPicture(await readFile(file.tmpPath), SIDES)
}
