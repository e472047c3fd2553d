import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { Result } from '#core/platform'
import { checkContainer } from '#app/files/checks/container'
import { contentOf, extensionsOf, type FileType } from '#app/files/domain/file_types'
import { readPicture, type PictureRefusal } from '#app/files/domain/picture'
import { isPlainText } from '#app/files/domain/plain_text'
import type { FileReason } from '#app/files/domain/refusals'

type Checked = Result<{ source: Uint8Array | { path: string } }, FileReason>

/** What a phone takes, and no more than a browser can unfold without harm. */
const PICTURE = { shortest: 1, longest: 16_384, area: 64_000_000 }

const PICTURE_REASONS: Record<PictureRefusal, FileReason> = {
  not_a_picture: 'not_what_it_says',
  damaged: 'damaged',
  too_small: 'damaged',
  too_big: 'too_many_pixels',
}

/**
 * Whether the content is what the name says; `source` is what may be kept of it. Its size has
 * been checked before, so it is read as a whole.
 */
export async function checkContent(path: string, type: FileType): Promise<Checked> {
  const bytes = await readFile(path)
  const whole = { ok: true, source: { path } } as const
  switch (contentOf(type)) {
    case 'picture':
      return onlyThePicture(bytes, type)
    case 'text':
      return isPlainText(bytes) && !(await detected(bytes)) ? whole : refuse('not_what_it_says')
    case 'container': {
      if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') {
        return refuse('not_what_it_says')
      }
      const refusal = await checkContainer(bytes)
      if (refusal) return refuse(refusal)
      return (await detected(bytes)) === type ? whole : refuse('not_what_it_says')
    }
    case 'magic':
      return extensionsOf(type).includes((await detected(bytes)) ?? '')
        ? whole
        : refuse('not_what_it_says')
  }
}

async function detected(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes))?.ext
}

function onlyThePicture(bytes: Buffer, type: FileType): Checked {
  const read = readPicture(bytes, PICTURE)
  if (!read.ok) return refuse(PICTURE_REASONS[read.reason])
  if (read.picture.format !== type) return refuse('not_what_it_says')
  return { ok: true, source: read.picture.bytes }
}

const refuse = (reason: FileReason): Checked => ({ ok: false, reason })
