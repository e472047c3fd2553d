import { isDrawnElsewhere, isShown, labelsOf, placeOf, tabStops } from './elements.ts'

const SMALLEST = 24
/** Boxes are laid out in fractions of a pixel. */
const ROUNDING = 0.5

/**
 * Targets smaller than 24 × 24 px (WCAG 2.5.8), those of menus that are closed too. Links in a
 * sentence may be as high as their line.
 */
export function smallTargets(): string[] {
  const faults = new Set<string>()
  const note = () => {
    for (const element of tabStops()) {
      if (isTooSmall(element)) faults.add(`target under 24 px: ${placeOf(element)}`)
    }
  }
  note()
  for (const details of document.querySelectorAll('details')) {
    if (details.open || !isShown(details)) continue
    details.open = true
    note()
    details.open = false
  }
  return [...faults]
}

function isTooSmall(element: HTMLElement): boolean {
  // A skip link is there to be seen once the focus is on it.
  if (element.matches('.visually-hidden')) {
    element.focus()
  }
  // While it works the captcha shows a wheel in place of its box, which nobody can press.
  if (element.closest('[data-state=verifying]')) return false
  const boxes = [element, ...labelsOf(element)].filter((one) => !isDrawnElsewhere(one))
  if (boxes.some((one) => isLargeEnough(one.getBoundingClientRect()))) return false
  return !isInSentence(element) && !isReachedAround(element)
}

const isLargeEnough = ({ width, height }: DOMRect): boolean =>
  width >= SMALLEST - ROUNDING && height >= SMALLEST - ROUNDING

/** An inline link whose block says more than the link does. */
function isInSentence(element: Element): boolean {
  if (!getComputedStyle(element).display.startsWith('inline')) return false
  const block = element.closest('p, li, dd, dt, td, th, figcaption, label, blockquote, h1, h2, h3')
  const words = (one: Element) => (one.textContent ?? '').replaceAll(/\s+/g, '').length
  return block !== null && words(block) > words(element)
}

/** A link may be widened by a box that it draws around itself; then the points around it hit it. */
function isReachedAround(element: Element): boolean {
  element.scrollIntoView({ block: 'center', inline: 'center' })
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const reach = SMALLEST / 2 - ROUNDING
  const around = [
    [x - reach, y],
    [x + reach, y],
    [x, y - reach],
    [x, y + reach],
  ]
  return around.every(([pointX, pointY]) => {
    const hit = document.elementFromPoint(pointX, pointY)
    return hit !== null && element.contains(hit)
  })
}
