import type { Filter } from '#app/admin/definition'

export const PAGE_SIZE = 50
/** Deeper pages would only be read by crawlers; the search finds the rest. */
const LAST_PAGE = 2000
const LONGEST = 200
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** What of a list is shown; exactly what its address says. */
export interface ListState {
  readonly search: string
  readonly sort: string
  readonly descending: boolean
  readonly page: number
  /** Only filters that the list declares, only values that they know. */
  readonly filters: Readonly<Record<string, string>>
}

export interface ListRules {
  readonly sorts: readonly string[]
  readonly defaultSort: string
  readonly filters: readonly Filter[]
}

type Address = Readonly<Record<string, unknown>>

/**
 * Reads the state of a list out of its address. Everything comes from allow-lists: what is not
 * declared, or not a value that a filter knows, counts as not there.
 */
export function readListState(address: Address, rules: ListRules): ListState {
  const sort = sortIn(address, rules)
  return {
    search: textIn(address, 'q'),
    sort: sort.replace(/^-/, ''),
    descending: sort.startsWith('-'),
    page: pageIn(address),
    filters: Object.fromEntries(rules.filters.flatMap((filter) => valuesIn(address, filter))),
  }
}

/** The names under which a filter stands in the address. */
export function namesOf({ name, kind }: Filter): string[] {
  return kind === 'days' || kind === 'dates' ? [`${name}_from`, `${name}_to`] : [name]
}

/** Address of a list in another state; what is as usual is left out. */
export function addressOf(state: Partial<ListState>, defaultSort: string): Record<string, string> {
  const sort = state.sort ? `${state.descending ? '-' : ''}${state.sort}` : defaultSort
  return {
    ...(state.search && { q: state.search }),
    ...state.filters,
    ...(sort !== defaultSort && { sort }),
    ...(state.page && state.page > 1 && { page: String(state.page) }),
  }
}

function textIn(address: Address, name: string): string {
  const value = address[name]
  // PostgreSQL refuses the character NUL in a text.
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : ''
}

function sortIn(address: Address, { sorts, defaultSort }: ListRules): string {
  const wanted = textIn(address, 'sort')
  return sorts.includes(wanted.replace(/^-/, '')) ? wanted : defaultSort
}

function pageIn(address: Address): number {
  const wanted = textIn(address, 'page')
  if (!/^\d{1,6}$/.test(wanted)) return 1
  return Math.min(Math.max(Number(wanted), 1), LAST_PAGE)
}

function valuesIn(address: Address, filter: Filter): [string, string][] {
  return namesOf(filter).flatMap((name): [string, string][] => {
    const value = textIn(address, name)
    return value !== '' && isKnown(filter, value) ? [[name, value]] : []
  })
}

function isKnown(filter: Filter, value: string): boolean {
  switch (filter.kind) {
    case 'choice':
      return filter.choices.includes(value)
    case 'flag':
      return value === 'yes' || value === 'no'
    case 'relation':
      return /^\d{1,9}$/.test(value)
    case 'days':
    case 'dates':
      return DAY.test(value)
    case 'text':
      return true
  }
}
