import { FORMAT_LOCALES, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import { keptName, listInput, waitingName } from '#app/files/domain/input_names'
import type { StoredFile } from '#app/files/models/stored_file'

/** A file as a page names it. */
export type PresentedFile = { name: string; size: string; href: string }

/** A file that a form still holds: a box that is ticked until the person lets it go. */
export type HeldFile = { input: string; value: string; name: string; size: string }

const KILOBYTE = 1024
const MEGABYTE = 2 ** 20

/** `840 kB`, `1,5 Mo` as the language writes them. */
export function fileSize(bytes: number, locale: Locale): string {
  const unit = bytes >= MEGABYTE ? 'megabyte' : 'kilobyte'
  const amount = bytes >= MEGABYTE ? bytes / MEGABYTE : Math.ceil(bytes / KILOBYTE)
  const words = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(FORMAT_LOCALES[locale], words).format(amount)
}

/** Files of a record with the address under which those who may read them get them. */
export function presentFiles(files: readonly StoredFile[], locale: Locale): PresentedFile[] {
  return files.map(({ publicId, name, bytes }) => ({
    name,
    size: fileSize(bytes, locale),
    href: urlFor('files.show', { id: publicId }),
  }))
}

type Held = {
  stored?: readonly Pick<StoredFile, 'publicId' | 'name' | 'bytes'>[]
  waiting?: readonly { token: string; name: string; bytes: number }[]
}

/** What `ui.files` shows above its input, for a field of this path. */
export function heldFiles(
  field: string,
  { stored = [], waiting = [] }: Held,
  locale: Locale
): HeldFile[] {
  const held = (path: string, value: string, file: { name: string; bytes: number }): HeldFile => ({
    input: listInput(path),
    value,
    name: file.name,
    size: fileSize(file.bytes, locale),
  })
  return [
    ...stored.map((file) => held(keptName(field), file.publicId, file)),
    ...waiting.map((file) => held(waitingName(field), file.token, file)),
  ]
}
