import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { FormOwner, Values, Viewer } from '#app/admin/definition'
import { languagesOf, NOTHING, wordsOf } from '#app/admin/presenters/cells'
import type { Field, FieldOf } from '#app/admin/fields'
import { fileNames } from '#app/admin/presenters/file_field'
import { lookup } from '#app/admin/queries/lookup'
import { labelOf, partOf } from '#app/admin/words'

type Worded = { value: unknown; viewer: Viewer; record?: LucidRow }

/** A whole value as people read it: names for ids, every language of a text. */
export async function fieldWords(
  resource: FormOwner,
  field: Field,
  { value, viewer, record }: Worded
): Promise<string> {
  if (field.kind === 'relation' || field.kind === 'relations') {
    const ids = [value ?? []].flat().map(Number)
    const found = await lookup(field.to(), viewer, { ids })
    return found.map(({ label }) => label).join(', ') || NOTHING
  }
  if (field.kind === 'translated') {
    const texts = languagesOf(value).map(({ language, text }) => `${language}: ${text}`)
    return texts.join('\n') || NOTHING
  }
  if (field.kind === 'file') return fileNames(value) || NOTHING
  if (field.kind === 'custom') return (await field.words(viewer, value)) || NOTHING
  if (field.kind === 'rows') return lineWords(resource, field, { value, viewer })
  return wordsOf(resource, { field, name: field.name, value, viewer, record })
}

/** "1. Label: …; Kind: …", a line each. */
async function lineWords(resource: FormOwner, field: FieldOf<'rows'>, { value, viewer }: Worded) {
  const part = partOf(resource, field.name)
  const lines = Array.isArray(value) ? (value as Values[]) : []
  const words = lines.map(async (line, index) => {
    const filled = field.fields.filter(({ name, kind }) => kind !== 'kept' && (line[name] ?? ''))
    const told = filled.map(async (one) => {
      const own = await fieldWords(part, one, { value: line[one.name], viewer })
      return `${labelOf(part, one.name, viewer)}: ${own.replaceAll('\n', ', ')}`
    })
    return `${index + 1}. ${(await Promise.all(told)).join('; ')}`
  })
  return (await Promise.all(words)).join('\n') || NOTHING
}
