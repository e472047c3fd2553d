import string from '@adonisjs/core/helpers/string'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { allContributions } from '#core/platform'
import type {
  AnyResource,
  Column,
  Query,
  ResourceOptions,
  Section,
  Viewer,
} from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import { attributesOf, kindOf } from '#app/admin/attributes'

/**
 * A kind of record in the panel. With the model alone it lists, shows, creates and edits; every
 * page is denied to people who lack its permission, and to rows outside its scope.
 *
 *     resource({ id: 'library.books', model: Book })
 */
export function resource<M extends LucidModel>(options: ResourceOptions<M>): AnyResource {
  const [owner, name] = options.id.split('.')
  return {
    id: options.id,
    owner,
    name,
    object: options.object ?? `${owner}.${string.singular(name)}`,
    alsoKnownAs: options.alsoKnownAs ?? [],
    model: options.model,
    permission: options.permission ?? {
      view: `${options.id}.view`,
      manage: `${options.id}.manage`,
    },
    icon: options.icon ?? 'list',
    label: options.label ?? defaultLabel(options.model),
    list: listOf(options),
    show: { columns: [], panels: [], links: [], related: [], ...options.show },
    form: { ...options.form, sections: sectionsOf(options) },
    actions: options.actions ?? [],
    palette: options.palette ?? null,
    key: options.key ?? null,
    count: options.count ?? null,
    scope: options.scope ?? (() => {}),
    isScoped: options.scope !== undefined,
    zone: options.zone ?? (() => undefined),
    preload: options.preload ?? [],
    single: options.single ?? null,
    fresh: freshOf(options),
    sensitive: options.sensitive ?? false,
    live: options.live ?? false,
    menu: options.menu ?? true,
  } as AnyResource
}

type Guards = Pick<ResourceOptions<LucidModel>, 'fresh' | 'personal'>

const freshOf = ({ fresh = false, personal = false }: Guards) => ({
  changes: fresh,
  export: fresh || personal,
})

/** A resource of any module or plugin by its id, so that fields may refer to it without importing it. */
export function resourceNamed(id: string): AnyResource {
  const found = findResource(id)
  if (!found) throw new Error(`No admin resource ${id}`)
  return found
}

export const findResource = (id: string): AnyResource | undefined =>
  allContributions('admin')
    .flatMap(({ value }) => value.resources ?? [])
    .find((candidate) => candidate.id === id)

/** Scope for records of locations: staff see those of the locations that they work for. */
export function withinLocations(attribute = 'locationId') {
  return (query: Query, { locationIds }: Viewer): void => {
    if (locationIds) query.whereIn(attribute, locationIds)
  }
}

const listOf = <M extends LucidModel>({ model, list }: ResourceOptions<M>) => ({
  columns: list?.columns ?? defaultColumns(model),
  search: list?.search ?? textAttributes(model).slice(0, 3),
  filters: list?.filters ?? [],
  defaultSort: list?.defaultSort ?? `-${model.primaryKey}`,
  tabs: list?.tabs ?? [],
  shapes: list?.shapes,
  matches: list?.matches,
  add: list?.add,
  actions: list?.actions ?? [],
})

function sectionsOf({ model, form }: ResourceOptions<LucidModel>): Section[] {
  if (form?.sections) return form.sections
  return [{ name: 'main', fields: form?.fields ?? editableAttributes(model).map(defaultField) }]
}

/** What the platform keeps itself is never offered in a form. */
const KEPT = new Set(['id', 'publicId', 'version', 'createdAt', 'updatedAt'])

const editableAttributes = (model: LucidModel) =>
  attributesOf(model)
    .filter((name) => !KEPT.has(name))
    .map((name) => ({ name, kind: kindOf(model, name) }))

const textAttributes = (model: LucidModel) =>
  editableAttributes(model).flatMap(({ name, kind }) => (kind === 'text' ? [name] : []))

function defaultColumns(model: LucidModel): Column[] {
  return editableAttributes(model)
    .filter(({ kind }) => kind !== 'json')
    .slice(0, 6)
    .map(({ name }, index) => ({ name, sort: true, strong: index === 0 }))
}

function defaultField({ name, kind }: { name: string; kind: string }): Field {
  if (kind === 'flag') return { name, kind: 'flag' }
  if (kind === 'number') return { name, kind: 'number' }
  return { name, kind: 'text' }
}

function defaultLabel(model: LucidModel): AnyResource['label'] {
  const texts = textAttributes(model)
  const name = ['name', 'title'].find((candidate) => texts.includes(candidate)) ?? texts[0]
  return (record) => String((name && record[name]) ?? record.$primaryKeyValue ?? '')
}
