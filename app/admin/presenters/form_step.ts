import type { AnyResource, Values, Viewer } from '#app/admin/definition'
import { searchedField } from '#app/admin/domain/form_input'
import { rowStep, takeStep, type TakenStep } from '#app/admin/domain/form_steps'
import type { FormPage, StepNews } from '#app/admin/presenters/form_page'
import { kindOfRecord, partOf } from '#app/admin/words'

/**
 * What a button inside the form asks for instead of saving: a search, a step among lines, or only
 * to look again at what the conditions show. Nothing typed is lost, nothing is stored.
 */
export function otherThanSaving(
  resource: AnyResource,
  body: Readonly<Record<string, unknown>>,
  values: Values,
  viewer: Viewer
): Partial<FormPage> | null {
  const search = searchedField(body)
  if (search) return { search, step: { said: '', focus: `${search.field}.found` } }
  if (body._again !== undefined)
    return { step: { said: '', focus: `${String(body._again)}.again` } }
  if (body._step === undefined) return null
  const step = rowStep(body)
  const taken = step && takeStep(values, step)
  if (!taken) return {}
  return { values: taken.values, step: presentStep(resource, taken, viewer) }
}

function presentStep(resource: AnyResource, taken: TakenStep, viewer: Viewer): StepNews {
  const { path, deed, index, count } = taken
  const key = path.join('.')
  if (deed === 'copy') return { said: viewer.t('admin.forms.week.copied'), focus: `${key}.copy` }
  const names = path.filter((part) => typeof part === 'string')
  const part = names.reduce<AnyResource>((above, name) => partOf(above, String(name)), resource)
  const values = { one: kindOfRecord(part, viewer), number: index + 1, count }
  return {
    said: viewer.t(`admin.forms.rows.said.${deed}`, values),
    focus: deed === 'remove' ? nextTo(key, index, count) : `${key}.${index}.${deed}`,
  }
}

/** The line that took the place of a removed one; after the last one, where a new one is added. */
const nextTo = (key: string, index: number, count: number): string =>
  count === 0 ? `${key}.add` : `${key}.${Math.min(index, count - 1)}.add`
