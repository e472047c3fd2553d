import i18nManager from '@adonisjs/i18n/services/main'
import { FORMAT_LOCALES, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import { heldPath, inputName } from '#app/files/domain/input_names'
import type { StoredFile } from '#app/files/models/stored_file'
import type { FileLimits } from '#app/files/queries/file_limits'
import type { HeldFile } from '#app/files/queries/stored_files'

/** A file as a page names it. */
export type PresentedFile = { name: string; size: string; href: string }

/** What `ui.files` needs besides label, hint and error. */
export type FileInput = {
  name: string
  accept: string
  multiple: boolean
  /** What may be chosen, in words. */
  limits: string
  /** Boxes of the files that the form holds, ticked until the person lets them go. */
  held: { input: string; value: string; name: string; size: string }[]
}

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

type Field = { field: string; limits: FileLimits; held: readonly HeldFile[] }

/** The input of a file field of this path, with what the form holds already. */
export function presentFileInput({ field, limits, held }: Field, locale: Locale): FileInput {
  const { most, types, megabytes, accept } = limits
  const words = most === 1 ? 'files.field.limits' : 'files.field.limits_many'
  return {
    name: inputName(field) + (most === 1 ? '' : '[]'),
    accept,
    multiple: most > 1,
    limits: i18nManager.locale(locale).t(words, { most, types, megabytes }),
    held: held.map(({ id, name, bytes }) => ({
      input: `${inputName(heldPath(field))}[]`,
      value: id,
      name,
      size: fileSize(bytes, locale),
    })),
  }
}
