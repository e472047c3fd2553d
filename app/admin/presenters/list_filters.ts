import type { AnyResource, Filter, Option, Viewer } from '#app/admin/definition'
import { choicesOf, isRange, namesOf, type ListState } from '#app/admin/domain/list_state'
import { labelsOf, lookup, MOST_OPTIONS } from '#app/admin/queries/lookup'
import { choiceLabel, labelOf } from '#app/admin/words'

export type PresentedFilter = Awaited<ReturnType<typeof presentFilter>>

/** The controls that narrow a list. */
export const presentFilters = (resource: AnyResource, state: ListState, viewer: Viewer) =>
  Promise.all(
    resource.list.filters.map((filter) => presentFilter(resource, filter, { state, viewer }))
  )

type Seen = { state: ListState; viewer: Viewer }

async function presentFilter(resource: AnyResource, filter: Filter, { state, viewer }: Seen) {
  const names = namesOf(filter)
  const values = names.map((name) => state.filters[name] ?? '')
  const options = await filterOptions(resource, filter, { value: values[0], viewer })
  return {
    kind: filter.kind,
    label: labelOf(resource, filter.name, viewer),
    names,
    values,
    chosen: values[0].split(',').filter(Boolean),
    options: options.slice(0, MOST_OPTIONS),
    isRange: isRange(filter.kind),
    input: filter.kind === 'numbers' ? 'number' : 'date',
  }
}

async function filterOptions(
  resource: AnyResource,
  filter: Filter,
  { value, viewer }: { value: string; viewer: Viewer }
): Promise<Option[]> {
  switch (filter.kind) {
    case 'choice':
      return choicesOf(filter).map((choice) => ({
        value: choice,
        label: filter.label?.(choice, viewer) ?? choiceLabel(resource, filter.name, choice, viewer),
      }))
    case 'flag':
      return ['yes', 'no'].map((word) => ({ value: word, label: viewer.t(`admin.${word}`) }))
    case 'relation':
      return relationOptions(filter.to(), value, viewer)
    default:
      return []
  }
}

/** Of many records the one that is chosen comes first. */
async function relationOptions(target: AnyResource, value: string, viewer: Viewer) {
  const options = await lookup(target, viewer, {})
  if (value === '' || options.some((option) => option.value === value)) return options
  const labels = await labelsOf(target, viewer, [Number(value)])
  return [...[...labels].map(([id, label]) => ({ value: String(id), label })), ...options]
}
