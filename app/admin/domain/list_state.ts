import type { Column, Filter } from '#app/admin/definition'

export const PAGE_SIZE = 50
/** Deeper pages would only be read by crawlers; the search finds the rest. */
const LAST_PAGE = 2000
const LONGEST = 200
const MOST_WORDS = 50
const NUMBER = /^-?\d{1,9}$/
/** Stands for an id in the address of a list that else opens with a view. */
export const NO_VIEW = 'none'
const VIEW = /^[\w-]{22}$|^none$/
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** What of a list is shown; exactly what its address says. */
export interface ListState {
  readonly search: string
  readonly sort: string
  readonly descending: boolean
  readonly page: number
  /** Only filters that the list declares, only values that they know; several choices by commas. */
  readonly filters: Readonly<Record<string, string>>
  /** The part of the list that is shown; empty where it has no parts. */
  readonly tab: string
  /** Names of the columns that are shown, in the order of the list. */
  readonly columns: readonly string[]
  /** Words typed to find records for a filter, by its name; they narrow no rows. */
  readonly finds: Readonly<Record<string, string>>
  /** The view under whose name it is shown; NO_VIEW says that it is none, also not the start. */
  readonly view: string
}

export interface ListRules {
  readonly sorts: readonly string[]
  readonly defaultSort: string
  readonly filters: readonly Filter[]
  readonly tabs: readonly { name: string; sort?: string }[]
  readonly columns: readonly Pick<Column, 'name' | 'strong' | 'hidden'>[]
}

type Address = Readonly<Record<string, unknown>>

/**
 * Reads the state of a list out of its address. Everything comes from allow-lists: what is not
 * declared, or not a value that a filter knows, counts as not there.
 */
export function readListState(address: Address, rules: ListRules): ListState {
  const tab = tabIn(address, rules)
  const sort = sortIn(address, rules, tab)
  return {
    search: textIn(address, 'q'),
    sort: sort.replace(/^-/, ''),
    descending: sort.startsWith('-'),
    page: pageIn(address),
    filters: Object.fromEntries(rules.filters.flatMap((filter) => valuesIn(address, filter))),
    tab,
    columns: columnsIn(address, rules),
    finds: findsIn(address, rules),
    view: viewIn(address),
  }
}

/** Something is searched or filtered. */
export const isNarrowed = ({ search, filters }: ListState): boolean =>
  search !== '' || Object.keys(filters).length > 0

/** The names under which a filter stands in the address. */
export function namesOf({ name, kind }: Filter): string[] {
  return isRange(kind) ? [`${name}_from`, `${name}_to`] : [name]
}

export const choicesOf = ({ choices }: Extract<Filter, { kind: 'choice' }>): readonly string[] =>
  typeof choices === 'function' ? choices() : choices

export const isRange = (kind: Filter['kind']): kind is 'days' | 'dates' | 'numbers' =>
  kind === 'days' || kind === 'dates' || kind === 'numbers'

/** Address of a list in another state; what is as usual is left out. */
export function addressOf(
  state: Partial<ListState>,
  rules: Pick<ListRules, 'defaultSort' | 'tabs' | 'columns'>
): Record<string, string> {
  const usual = usualSort(rules, state.tab)
  const sort = state.sort ? `${state.descending ? '-' : ''}${state.sort}` : usual
  const columns = (state.columns ?? usualColumns(rules)).join(',')
  return {
    ...(state.tab && state.tab !== rules.tabs[0].name && { tab: state.tab }),
    ...(state.search && { q: state.search }),
    ...state.filters,
    ...(sort !== usual && { sort }),
    ...(columns !== usualColumns(rules).join(',') && { columns }),
    ...(state.page && state.page > 1 && { page: String(state.page) }),
    ...(state.view && { view: state.view }),
  }
}

/** `locationId_find` */
export const findName = (filter: string) => `${filter}_find`

function findsIn(address: Address, { filters }: ListRules): Record<string, string> {
  const relations = filters.filter(({ kind }) => kind === 'relation')
  const typed = relations.map(({ name }) => [name, textIn(address, findName(name))])
  return Object.fromEntries(typed.filter(([, text]) => text !== ''))
}

function viewIn(address: Address): string {
  const view = textIn(address, 'view')
  return VIEW.test(view) ? view : ''
}

function textIn(address: Address, name: string): string {
  const value = address[name]
  // PostgreSQL refuses the character NUL in a text.
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : ''
}

/** Words of a list, written with commas or, by ticks of a form, one after the other. */
function wordsIn(address: Address, name: string): string[] {
  const value = address[name]
  const words = Array.isArray(value) ? value.slice(0, MOST_WORDS) : [value]
  return words.flatMap((word) =>
    typeof word === 'string' ? word.slice(0, LONGEST).split(',') : []
  )
}

const usualColumns = ({ columns }: Pick<ListRules, 'columns'>) =>
  columns.filter(({ hidden }) => !hidden).map(({ name }) => name)

function columnsIn(address: Address, rules: ListRules): string[] {
  const wanted = new Set(wordsIn(address, 'columns'))
  const chosen = rules.columns.filter(({ name }) => wanted.has(name))
  if (chosen.length === 0) return usualColumns(rules)
  return rules.columns
    .filter((column) => column.strong || chosen.includes(column))
    .map(({ name }) => name)
}

function tabIn(address: Address, { tabs }: ListRules): string {
  const wanted = textIn(address, 'tab')
  const tab = tabs.find(({ name }) => name === wanted) ?? tabs.at(0)
  return tab?.name ?? ''
}

function usualSort({ defaultSort, tabs }: Pick<ListRules, 'defaultSort' | 'tabs'>, tab?: string) {
  return tabs.find(({ name }) => name === tab)?.sort ?? defaultSort
}

function sortIn(address: Address, rules: ListRules, tab: string): string {
  const wanted = textIn(address, 'sort')
  return rules.sorts.includes(wanted.replace(/^-/, '')) ? wanted : usualSort(rules, tab)
}

function pageIn(address: Address): number {
  const wanted = textIn(address, 'page')
  if (!/^\d{1,6}$/.test(wanted)) return 1
  return Math.min(Math.max(Number(wanted), 1), LAST_PAGE)
}

function valuesIn(address: Address, filter: Filter): [string, string][] {
  if (filter.kind === 'choice') {
    const wanted = new Set(wordsIn(address, filter.name))
    const chosen = choicesOf(filter).filter((choice) => wanted.has(choice))
    return chosen.length > 0 ? [[filter.name, chosen.join(',')]] : []
  }
  return namesOf(filter).flatMap((name): [string, string][] => {
    const value = textIn(address, name)
    return value !== '' && isKnown(filter, value) ? [[name, value]] : []
  })
}

/** `2026-02-30` looks like a day and is none. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}

function isKnown(filter: Exclude<Filter, { kind: 'choice' }>, value: string): boolean {
  switch (filter.kind) {
    case 'flag':
      return value === 'yes' || value === 'no'
    case 'relation':
      return /^\d{1,9}$/.test(value)
    case 'days':
    case 'dates':
      return isDay(value)
    case 'numbers':
      return NUMBER.test(value)
    case 'text':
      return true
  }
}
