type Place = { left: number; top: number; focused: string | null; open: string[] }

/** What a control is found by again: where it leads, its id, or what its button says. */
function key(one: Element | null): string | null {
  if (!one) return null
  const said = one instanceof HTMLButtonElement && one.name ? `${one.name}=${one.value}` : null
  return one.getAttribute('href') ?? (one.id ? `#${one.id}` : said)
}

/**
 * Keeps the reader's place when news replaces a part of the page that they look at: how far a
 * region with `data-keeps-place` was scrolled, which control in it had the focus, and which of its
 * menus were open.
 */
export default (): void => {
  const places = new Map<string, Place>()
  const regionsIn = (target: EventTarget | null) =>
    target instanceof Element ? target.querySelectorAll<HTMLElement>('[data-keeps-place][id]') : []

  window.addEventListener('ajax:merge', ({ target }) => {
    for (const region of regionsIn(target)) {
      const { scrollLeft: left, scrollTop: top, id } = region
      const active = document.activeElement
      const focused = region.contains(active) ? (key(active) ?? `#${id}`) : null
      const open = [...region.querySelectorAll('details[open][id]')].map((one) => one.id)
      places.set(id, { left, top, focused, open })
    }
  })

  window.addEventListener('ajax:merged', ({ target }) => {
    for (const region of regionsIn(target)) {
      const place = places.get(region.id)
      if (!place) continue
      for (const id of place.open)
        region.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '')
      if (place.focused) focusAgain(region, place.focused)
      region.scrollTo({ left: place.left, top: place.top, behavior: 'instant' })
    }
  })
}

function focusAgain(region: HTMLElement, focused: string): void {
  const all = [...region.querySelectorAll<HTMLElement>('a, button, summary')]
  const control = all.find((candidate) => key(candidate) === focused)
  ;(control ?? region).focus({ preventScroll: true })
}
