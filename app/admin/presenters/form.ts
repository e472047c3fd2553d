import { currentOrganisation, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import type {
  AnyResource,
  AnyRow,
  FieldErrors,
  Option,
  Values,
  Viewer,
} from '#app/admin/definition'
import type { Field } from '#app/admin/fields'
import { presentTexts } from '#app/admin/presenters/texts'
import { lookup, MOST_OPTIONS } from '#app/admin/queries/lookup'
import { hintOf, labelOf, optionsOf, sectionTitle } from '#app/admin/words'

/** A search typed beside a relation, for people without JavaScript. */
export type FieldSearch = { field: string; text: string }

type Filled = {
  /** Null for a new record; unknown for the form of an action. */
  record?: AnyRow | null
  values: Values
  errors?: FieldErrors
  viewer: Viewer
  mode: 'create' | 'edit'
  search?: FieldSearch | null
}

/** The sections of a form, ready for the view; errors by id for the summary. */
export async function presentForm(resource: AnyResource, filled: Filled) {
  const errors = sentencesOf(filled.errors ?? {}, filled.viewer)
  const sections = []
  for (const { name, fields } of resource.form.sections) {
    const shown = fields.filter(({ only }) => only === undefined || only === filled.mode)
    sections.push({
      title: sectionTitle(resource, name, filled.viewer),
      fields: await presentFields(resource, shown, { ...filled, errors }),
    })
  }
  const { defaultLocale } = await currentOrganisation()
  const summary = summaryOf(errors, resource, defaultLocale)
  return { errors: summary, sections: sections.filter(hasFields) }
}

const hasFields = ({ fields }: { fields: unknown[] }) => fields.length > 0

function sentencesOf(errors: FieldErrors, viewer: Viewer): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, said]) => [name, viewer.word(said, said)])
  )
}

/** A text per language has no input under its own name: the summary leads to the default language. */
function summaryOf(errors: FieldErrors, { form }: AnyResource, locale: Locale): FieldErrors {
  const kinds = new Map(form.sections.flatMap((s) => s.fields).map((f) => [f.name, f.kind]))
  return Object.fromEntries(
    Object.entries(errors).map(([name, sentence]) => [
      kinds.get(name) === 'translated' ? `${name}-${locale}` : name,
      sentence,
    ])
  )
}

export async function presentFields(
  resource: AnyResource,
  fields: readonly Field[],
  filled: Filled & { errors: FieldErrors }
) {
  return Promise.all(fields.map((field) => presentField(resource, field, filled)))
}

async function presentField(
  resource: AnyResource,
  field: Field,
  { values, errors, viewer, search, record }: Filled & { errors: FieldErrors }
) {
  const value = values[field.name]
  const shared = {
    kind: field.kind,
    name: field.name,
    label: labelOf(resource, field.name, viewer),
    hint: field.hint ? hintOf(resource, field.name, viewer) : undefined,
    required: field.required ?? false,
    width: field.width,
    error: errors[field.name],
    value: typeof value === 'object' ? undefined : (value as string),
  }
  const own = await ownProps(resource, field, { value, viewer, search, record })
  return { ...shared, ...own }
}

type Own = { value: unknown; viewer: Viewer; search?: FieldSearch | null; record?: AnyRow | null }

async function ownProps(resource: AnyResource, field: Field, own: Own): Promise<object> {
  const { value, viewer } = own
  switch (field.kind) {
    case 'choice':
      return { options: optionsOf(resource, field, viewer) }
    case 'choices':
      return { options: ticked(optionsOf(resource, field, viewer), value) }
    case 'flag':
      return { checked: value === true || value === 'on' }
    case 'translated':
      return { long: field.long ?? false, ...(await presentTexts(value)) }
    case 'list':
      return { value: Array.isArray(value) ? value.join('\n') : (value ?? '') }
    case 'relation':
    case 'relations':
      return relationProps(resource, field.name, own)
    case 'custom':
      return {
        view: field.view,
        data: (await field.data?.(viewer, value, own.record)) ?? {},
        content: value,
      }
    default:
      return { rows: 'rows' in field ? field.rows : undefined }
  }
}

const ticked = (options: Option[], value: unknown) => {
  const chosen = [value ?? []].flat().map(String)
  return options.map((option) => ({ ...option, checked: chosen.includes(option.value) }))
}

/** The chosen record is always among the options, however many there are. */
async function relationProps(resource: AnyResource, name: string, own: Own) {
  const field = resource.form.sections.flatMap((s) => s.fields).find((f) => f.name === name)!
  if (field.kind !== 'relation' && field.kind !== 'relations') return {}
  const { value, viewer } = own
  const chosen = [value ?? []].flat().map(Number).filter(Number.isSafeInteger)
  const text = own.search?.field === name ? own.search.text : ''
  const found = await lookup(field.to(), viewer, { search: text })
  const isLong = found.length > MOST_OPTIONS || text !== ''
  const known = new Set(found.map(({ value: id }) => Number(id)))
  const missing = chosen.filter((id) => !known.has(id))
  const extra = await lookup(field.to(), viewer, { ids: missing })
  return {
    options: ticked([...extra, ...found.slice(0, MOST_OPTIONS)], value),
    value: chosen[0],
    lookup: isLong ? urlFor(`${resource.id}.lookup`, { field: name }) : null,
    searched: text,
    empty: 'empty' in field && field.empty,
  }
}
