type Place = { left: number; top: number; focused: string | null }

const key = (link: Element | null) => link?.getAttribute('href') ?? null

/**
 * Keeps the reader's place when news replaces a part of the page that they look at: how far a
 * region with `data-keeps-place` was scrolled, and which link in it had the focus.
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
      places.set(id, { left, top, focused })
    }
  })

  window.addEventListener('ajax:merged', ({ target }) => {
    for (const region of regionsIn(target)) {
      const place = places.get(region.id)
      if (!place) continue
      if (place.focused) focusAgain(region, place.focused)
      region.scrollTo({ left: place.left, top: place.top, behavior: 'instant' })
    }
  })
}

function focusAgain(region: HTMLElement, focused: string): void {
  const link = [...region.querySelectorAll('a')].find((candidate) => key(candidate) === focused)
  ;(link ?? region).focus({ preventScroll: true })
}
