import string from '@adonisjs/core/helpers/string'
import type { Action, AnyResource, Option, Viewer } from '#app/admin/definition'
import type { Choices } from '#app/admin/fields'

type Of = Pick<AnyResource, 'owner' | 'name'>

const keyOf = ({ owner, name }: Of, rest: string) => `${owner}.admin.${name}.${rest}`
const humanisedWords = new Map<string, string>()

/** Lines of a form are named by their own word: `things.parts` is "Parts". */
function humanised(word: string): string {
  const known = humanisedWords.get(word)
  if (known !== undefined) return known
  const text = string.sentenceCase(word.split('.').at(-1)!)
  humanisedWords.set(word, text)
  return text
}

/** "Services" */
export const titleOf = (resource: Of, viewer: Viewer): string =>
  viewer.word(keyOf(resource, 'title'), humanised(resource.name))

/** "Service": what a single record is. */
export const kindOfRecord = (resource: Of, viewer: Viewer): string =>
  viewer.word(keyOf(resource, 'one'), humanised(string.singular(resource.name)))

/** "Add: service", or the resource's own words for it. */
export const createLabel = (resource: Of, viewer: Viewer, shared = 'admin.list.create'): string =>
  viewer.word(keyOf(resource, 'create'), viewer.t(shared, { one: kindOfRecord(resource, viewer) }))

/** The words of the resource come first, then those that all share, then the name itself. */
export const labelOf = (resource: Of, name: string, viewer: Viewer): string =>
  viewer.word(
    keyOf(resource, `fields.${name}`),
    viewer.word(`admin.fields.${name}`, humanised(name))
  )

export const hintOf = (resource: Of, name: string, viewer: Viewer): string =>
  viewer.t(keyOf(resource, `hints.${name}`))

export const sectionTitle = (resource: Of, name: string, viewer: Viewer): string =>
  viewer.word(keyOf(resource, `sections.${name}`), viewer.word(`admin.sections.${name}`, ''))

/** A sentence or two under the title of a section. */
export const sectionHelp = (resource: Of, name: string, viewer: Viewer): string =>
  viewer.word(keyOf(resource, `help.${name}`), '')

export const choiceLabel = (resource: Of, name: string, value: string, viewer: Viewer): string =>
  viewer.word(keyOf(resource, `choices.${name}.${value}`), value)

export const tabLabel = (resource: Of, name: string, viewer: Viewer): string =>
  viewer.word(keyOf(resource, `tabs.${name}`), humanised(name))

export const actionLabel = (resource: Of, id: string, viewer: Viewer): string =>
  viewer.word(keyOf(resource, `actions.${id}.label`), humanised(id))

export const actionText = (resource: Of, id: string, viewer: Viewer): string =>
  viewer.word(keyOf(resource, `actions.${id}.confirm`), '')

/** "12 appointments will be cancelled": what an action on many records would do. */
export function bulkText(
  resource: Of,
  id: string,
  { count, viewer }: { count: number; viewer: Viewer }
): string {
  const own = keyOf(resource, `actions.${id}.bulk`)
  return viewer.t(viewer.has(own) ? own : 'admin.actions.applies', { count })
}

/** "Tickets": what the document of an action is called. */
export const documentTitle = ({ words, resource, action }: Documented, viewer: Viewer): string =>
  viewer.word(keyOf(words, `actions.${action.id}.document`), titleOf(resource, viewer))

type Documented = { words: Of; resource: Of; action: Pick<Action, 'id'> }

/** The options of a choice with their labels. */
export function optionsOf(
  resource: Of,
  field: { name: string; choices: Choices },
  viewer: Viewer
): Option[] {
  const { name, choices } = field
  if (typeof choices === 'function') return choices(viewer)
  return choices.map((value) => ({ value, label: choiceLabel(resource, name, value, viewer) }))
}

/** The words of lines inside a form: `<owner>.admin.<resource>.<field>.…`. */
export const partOf = <Owner extends Of>(owner: Owner, field: string): Owner => ({
  ...owner,
  name: `${owner.name}.${field}`,
})
