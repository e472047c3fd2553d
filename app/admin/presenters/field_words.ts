import type { AnyResource, Viewer } from '#app/admin/definition'
import { languagesOf, NOTHING, wordsOf } from '#app/admin/presenters/cells'
import type { Field } from '#app/admin/fields'
import { lookup } from '#app/admin/queries/lookup'

/** A whole value as people read it: names for ids, every language of a text. */
export async function fieldWords(
  resource: AnyResource,
  field: Field,
  { value, viewer }: { value: unknown; viewer: Viewer }
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
  if (field.kind === 'custom') return (await field.words(viewer, value)) || NOTHING
  return wordsOf(resource, { field, name: field.name, value, viewer })
}
