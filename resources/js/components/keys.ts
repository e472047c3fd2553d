import { askIn } from './ask.js'

/** After the first key of two the second must follow soon. */
const PATIENCE_MS = 1500

let before = ''
let pressedAt = 0

/** Letters belong to whoever is typing, and to dialogs. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const field = target.closest('input, textarea, select, [contenteditable], dialog[open]')
  return field !== null && !(field instanceof HTMLInputElement && field.type === 'checkbox')
}

const rows = () => [...document.querySelectorAll<HTMLElement>('main .table tbody tr')]
const focusable = (row?: HTMLElement) =>
  row?.querySelector<HTMLElement>('a, input:not([type=hidden]), button')

/** To the next row of the list, or the one before. */
function step(by: 1 | -1): void {
  const all = rows()
  const at = all.findIndex((row) => row.contains(document.activeElement))
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)
  focusable(all[next])?.focus()
}

const tick = () =>
  rows()
    .find((row) => row.contains(document.activeElement))
    ?.querySelector<HTMLElement>('.table__select input')
    ?.click()

function searchField(): void {
  const fields = document.querySelectorAll<HTMLElement>('[data-search-key]')
  fields[fields.length - 1]?.focus()
}

const create = () =>
  document
    .querySelector<HTMLElement>('.desk__head a[href$="/create"], .desk__head a[href*="/create?"]')
    ?.click()

/**
 * What the page itself has on a key (`aria-keyshortcuts`): in a row with `data-keys-of`, what is
 * done with it while it has the focus; elsewhere what is done on the page.
 */
function own(key: string): HTMLElement | undefined {
  const named = `[aria-keyshortcuts="${CSS.escape(key)}"]`
  const row = document.activeElement?.closest('[data-keys-of]')
  const all = [...document.querySelectorAll<HTMLElement>(`main ${named}`)]
  return all.find((one) => one.closest('[data-keys-of]') === (row ?? null)) ?? inNoRow(all)
}

const inNoRow = (all: readonly HTMLElement[]) => all.find((one) => !one.closest('[data-keys-of]'))

/** Single keys of the panel; people who switched them off get pages without `#desk-keys`. */
function press(key: string, keys: HTMLElement): boolean {
  const both = performance.now() - pressedAt < PATIENCE_MS ? `${before} ${key}` : key
  before = key
  pressedAt = performance.now()
  const link = keys.querySelector<HTMLAnchorElement>(`[data-keys="${CSS.escape(both)}"]`)
  const deeds: Record<string, () => void> = {
    '?': () => void askIn(new URL(keys.dataset.sheet!, location.href)),
    '/': searchField,
    n: create,
    j: () => step(1),
    k: () => step(-1),
    x: tick,
  }
  if (link) {
    location.assign(link.href)
    return true
  }
  // After `g` a letter leads somewhere or does nothing.
  const button = both.startsWith('g ') ? undefined : own(key)
  // What opens below it is the next stop.
  if (button?.matches('summary')) button.focus()
  if (button) button.click()
  else deeds[key]?.()
  return button !== undefined || key in deeds
}

export default (): void => {
  document.addEventListener('keydown', (event) => {
    const keys = document.getElementById('desk-keys')
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    // A key that is held down would press again and again.
    if (event.repeat && own(event.key)) return event.preventDefault()
    if (press(event.key, keys)) event.preventDefault()
  })
}
