import type { Viewer } from '#app/admin/definition'
import type { ListState } from '#app/admin/domain/list_state'
import type { PresentedFilter } from '#app/admin/presenters/list_filters'

type Narrowed = { state: ListState; filters: readonly PresentedFilter[]; viewer: Viewer }
type To = (state: Partial<ListState>) => string

/** What narrows the list now, in words; each chip leads to the list without it. */
export function chipsOf({ state, filters, viewer }: Narrowed, to: To) {
  const chip = (label: string, without: Partial<ListState>) => ({
    label,
    active: true,
    href: to({ ...state, ...without, page: 1 }),
  })
  const words = { label: viewer.t('admin.list.search'), value: state.search }
  const searched = state.search ? [chip(viewer.t('admin.lists.is', words), { search: '' })] : []
  return [
    ...searched,
    ...filters.flatMap((filter) =>
      filter.names.flatMap((name, index) => {
        const { [name]: value, ...others } = state.filters
        return value === undefined
          ? []
          : chip(sentenceOf(filter, index, viewer), { filters: others })
      })
    ),
  ]
}

/** "State is Confirmed or Pending", "Start from Tue 24 Nov 2026". */
function sentenceOf(filter: PresentedFilter, index: number, viewer: Viewer): string {
  const { kind, label, values, chosen, options } = filter
  const words = viewer.formats()
  if (filter.isRange) {
    const value =
      filter.input === 'date'
        ? words.dayShortDate(values[index])
        : words.number(Number(values[index]))
    return viewer.t(index === 0 ? 'admin.lists.from' : 'admin.lists.until', { label, value })
  }
  const named = (value: string) => options.find((option) => option.value === value)?.label ?? value
  if (kind === 'flag') return named(values[0])
  const all = kind === 'text' ? [values[0]] : chosen.map(named)
  return viewer.t('admin.lists.is', { label, value: words.either(all) })
}
