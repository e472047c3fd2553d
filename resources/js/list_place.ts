const CONTROLS = 'a, button, summary, input:not([type=hidden])'

/** Where somebody is in a list: what has the focus, what is ticked, and which row they look at. */
type Place = {
  /** Of the row with the focus: its record, and how far down it was. */
  row: string | null
  at: number
  /** The control in that row, or elsewhere in the list; null without the focus in it. */
  control: string | null
  ticked: string[]
  /** A row in sight, and how far from the top of the window. */
  seen: { row: string; top: number } | null
  /** How far the table was scrolled to the side. */
  left: number
}

const rowsOf = (list: Element) => [...list.querySelectorAll<HTMLElement>('tbody tr')]
const controlsOf = (part: Element) => [...part.querySelectorAll<HTMLElement>(CONTROLS)]
const boxesOf = (list: Element) => [
  ...list.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
]

/** The record of a row, by the address of its page. */
const recordOf = (row?: Element) => row?.querySelector('a')?.getAttribute('href') ?? null

/** What a control is found by again. */
function key(control: Element): string {
  const address = control.getAttribute('href') ?? control.getAttribute('formaction')
  const { name = '', value = '' } = control as Partial<HTMLInputElement>
  return address ?? `${control.tagName} ${name}=${value}`
}

export function placeIn(list: Element): Place {
  const rows = rowsOf(list)
  const active = list.contains(document.activeElement) ? document.activeElement : null
  const at = rows.findIndex((row) => row.contains(active))
  return {
    at,
    row: recordOf(rows[at]),
    control: active && key(active),
    ticked: boxesOf(list).flatMap((box) => (box.checked ? [key(box)] : [])),
    seen: seenIn(rows, rows[at]),
    left: list.querySelector('.table-scroll')?.scrollLeft ?? 0,
  }
}

/** Nothing before one has scrolled: what is new at the top shall be seen. */
function seenIn(rows: HTMLElement[], focused?: HTMLElement): Place['seen'] {
  if (scrollY === 0) return null
  const topOf = (row: HTMLElement) => row.getBoundingClientRect().top
  const row = focused ?? rows.find((one) => topOf(one) >= 0)
  const record = recordOf(row)
  return row && record ? { row: record, top: topOf(row) } : null
}

/** The same in what has taken the list's place; of a row that is gone, the one that stands there. */
export function takePlace(list: Element, place: Place): void {
  const rows = rowsOf(list)
  const find = (record: string) => rows.find((one) => recordOf(one) === record)
  for (const box of boxesOf(list)) box.checked = place.ticked.includes(key(box))
  list.querySelector('.table-scroll')?.scrollTo({ left: place.left, behavior: 'instant' })
  if (place.seen) stay(find(place.seen.row), place.seen.top)
  if (place.control === null) return
  const row = place.row === null ? undefined : find(place.row)
  const instead = rows[Math.min(Math.max(place.at, 0), rows.length - 1)]
  const control = controlsOf(row ?? list).find((one) => key(one) === place.control)
  focusOn(control ?? instead?.querySelector('a'))
}

function stay(row: HTMLElement | undefined, top: number): void {
  if (row) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: 'instant' })
}

/** To the page where the list has become empty. */
const focusOn = (control: HTMLElement | null | undefined) =>
  (control ?? document.getElementById('content'))?.focus({ preventScroll: true })
