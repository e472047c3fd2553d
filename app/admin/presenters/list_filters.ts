import { urlFor } from '#core/platform'
import type { AnyResource, Filter, Option, Viewer } from '#app/admin/definition'
import { choicesOf, findName, isRange, namesOf, type ListState } from '#app/admin/domain/list_state'
import { labelsOf, lookup, MOST_IN_FILTER } from '#app/admin/queries/lookup'
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
  const find = state.finds[filter.name] ?? ''
  const options = await filterOptions(resource, filter, { value: values[0], find, viewer })
  const isLong = filter.kind === 'relation' && (options.length > MOST_IN_FILTER || find !== '')
  return {
    kind: filter.kind,
    label: labelOf(resource, filter.name, viewer),
    names,
    values,
    chosen: values[0].split(',').filter(Boolean),
    options: filter.kind === 'relation' ? options.slice(0, MOST_IN_FILTER) : options,
    search: isLong ? searchOf(resource, filter, find) : null,
    isRange: isRange(filter.kind),
    input: filter.kind === 'numbers' ? 'number' : 'date',
  }
}

/** How one finds a record among many: as one types, or with the button of the filters. */
const searchOf = ({ id }: AnyResource, { name }: Filter, value: string) => ({
  name: findName(name),
  value,
  lookup: urlFor(`${id}.filter_lookup`, { field: name }),
})

async function filterOptions(
  resource: AnyResource,
  filter: Filter,
  { value, find, viewer }: { value: string; find: string; viewer: Viewer }
): Promise<Option[]> {
  switch (filter.kind) {
    case 'choice':
      return choicesOf(filter).map((choice) => ({
        value: choice,
        label: filter.label?.(choice, viewer) ?? choiceLabel(resource, filter.name, choice, viewer),
      }))
    case 'flag':
      return flagOptions(labelOf(resource, filter.name, viewer), viewer)
    case 'relation':
      return relationOptions(filter.to(), { value, find, viewer })
    default:
      return []
  }
}

/** What is chosen stands alone in its menu, so it says what it is about: "Offered is Yes". */
const flagOptions = (label: string, { t }: Viewer): Option[] =>
  ['yes', 'no'].map((value) => ({
    value,
    label: t('admin.lists.is', { label, value: t(`admin.${value}`) }),
  }))

/** Of many records the one that is chosen comes first. */
async function relationOptions(
  target: AnyResource,
  { value, find, viewer }: { value: string; find: string; viewer: Viewer }
) {
  const options = await lookup(target, viewer, { search: find, most: MOST_IN_FILTER })
  if (value === '' || options.some((option) => option.value === value)) return options
  const labels = await labelsOf(target, viewer, [Number(value)])
  return [...[...labels].map(([id, label]) => ({ value: String(id), label })), ...options]
}
