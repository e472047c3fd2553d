import { isLocale, LOCALE_NAMES } from '#core/organisation'
import type { AnyResource, Filter, Viewer } from '#app/admin/definition'
import { fieldNamed, NOTHING, wordsOf } from '#app/admin/presenters/cells'
import { fieldWords } from '#app/admin/presenters/field_words'
import { choiceLabel, tabLabel } from '#app/admin/words'

type Of = { object: string; column: string; resource: AnyResource | undefined }
type Value = { value: unknown; viewer: Viewer }

/** A word that a program chose; what people typed is no key of a text. */
const WORD = /^[a-z][a-z0-9_]{0,39}$/

export const attributeOf = (column: string) =>
  column.replaceAll(/_(.)/g, (_, letter) => letter.toUpperCase())

/** A value of the trail as people read it. */
export async function changedValue({ object, column, resource }: Of, worded: Value) {
  const name = attributeOf(column)
  if (isLocale(worded.value) && /locale$/i.test(name)) return LOCALE_NAMES[worded.value]
  if (!resource) return plainly({ object, column }, worded)
  const filter = resource.list.filters.find((one) => one.name === name)
  const field = fieldNamed(resource, name)
  if (!field && filter?.kind === 'relation') {
    return fieldWords(resource, { name, kind: 'relation', to: filter.to }, worded)
  }
  const chosen = chosenWords(resource, { name, filter }, worded)
  if (chosen !== null) return chosen
  return field ? fieldWords(resource, field, worded) : wordsOf(resource, { field, name, ...worded })
}

type Chosen = { name: string; filter: Filter | undefined }

/** Choices of the list, several of them where an export was filtered so, or a part of it. */
function chosenWords(resource: AnyResource, { name, filter }: Chosen, { value, viewer }: Value) {
  if (typeof value !== 'string' || value === '') return null
  const { yes, no } = { yes: viewer.t('admin.yes'), no: viewer.t('admin.no') }
  if (filter?.kind === 'flag') return value === 'yes' ? yes : value === 'no' ? no : null
  if (resource.list.tabs.some((tab) => name === 'tab' && tab.name === value)) {
    return tabLabel(resource, value, viewer)
  }
  if (filter?.kind !== 'choice') {
    return !fieldNamed(resource, name) && WORD.test(value)
      ? choiceLabel(resource, name, value, viewer)
      : null
  }
  const label = filter.label ?? ((choice) => choiceLabel(resource, name, choice, viewer))
  return viewer.formats().list(value.split(',').map((choice) => label(choice, viewer)))
}

/** What has no form in the panel: its owner words it as `<owner>.audit.choices.<object>.<column>.…`. */
function plainly({ object, column }: Omit<Of, 'resource'>, { value, viewer }: Value): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return viewer.t(value ? 'admin.yes' : 'admin.no')
  if (typeof value !== 'string') return JSON.stringify(value)
  if (!WORD.test(value)) return value
  const [owner, name] = object.split('.')
  return viewer.word(`${owner}.audit.choices.${name}.${column}.${value}`, value)
}
