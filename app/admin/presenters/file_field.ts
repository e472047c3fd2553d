import { fileLimits, presentFileInput } from '#core/files'
import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import type { FieldOf } from '#app/admin/fields'
import { filesIn } from '#app/admin/file_fields'

/** What `ui.files` shows for a field of a record's form. */
export async function presentFileField(
  { name, use }: FieldOf<'file'>,
  value: unknown,
  { locale }: Viewer
) {
  const limits = await fileLimits(use)
  return { input: presentFileInput({ field: name, limits, held: filesIn(value).files }, locale) }
}

/** Stored files on the page of their record, each under its address. */
export const fileLinks = (value: unknown) =>
  filesIn(value).files.map(({ id, name }) => ({ text: name, href: urlFor('files.show', { id }) }))

/** Names of files where links have no place. */
export const fileNames = (value: unknown): string =>
  filesIn(value)
    .files.map(({ name }) => name)
    .join(', ')
