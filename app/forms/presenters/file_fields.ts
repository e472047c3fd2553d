import { fileLimits, heldFiles, presentFileInput, type FileUse } from '#core/files'
import type { Locale } from '#core/organisation'
import { answeredFiles } from '#app/forms/domain/file_answers'
import type { Answers } from '#app/forms/domain/fields'
import type { PresentedField } from '#app/forms/presenters/fields'

type Shown = {
  use: FileUse
  answers: Answers
  locale: Locale
  /** The record whose answers are edited; none for a new one. */
  recordId?: number | null
}

/** Fills in what the questions for a file need: what may be chosen, and what is held already. */
export async function presentFileFields(
  fields: readonly PresentedField[],
  { use, answers, locale, recordId = null }: Shown
): Promise<PresentedField[]> {
  if (!fields.some(({ kind }) => kind === 'file')) return [...fields]
  const held = await heldFiles(use, { ids: answeredFiles(answers), recordId })
  const limits = await fileLimits(use, 1)
  return fields.map((field) => {
    if (field.kind !== 'file') return field
    const [own] = answeredFiles({ own: answers[field.key] ?? null })
    const files = held.filter(({ id }) => id === own)
    const input = { field: `answers.${field.key}`, limits, held: files }
    return { ...field, file: presentFileInput(input, locale) }
  })
}
