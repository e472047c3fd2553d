import { isDrawnElsewhere, labelsOf, placeOf, tabStops } from './elements.ts'

/** WCAG 2.4.13 asks for 2 px; the house draws 3. */
const THINNEST = 2

type Look = { element: Element; outline: string; isOutlined: boolean; shadow: string }

/**
 * Faults of the focus (WCAG 2.4.7, 2.4.11): of every element that Tab reaches, whether one sees
 * that it has the focus, and whether something lies over it. A key must have been pressed before,
 * or the browser shows no focus at all.
 */
export function focusFaults(): string[] {
  const faults: string[] = []
  const before = document.activeElement
  const { scrollX, scrollY } = window
  for (const element of tabStops()) {
    if (element instanceof HTMLElement && document.activeElement === element) element.blur()
    const carriers = [element, ...neighbours(element)]
    const unfocused = carriers.map(lookOf)
    element.focus()
    if (document.activeElement !== element) {
      faults.push(`takes no focus: ${placeOf(element)}`)
      continue
    }
    if (!unfocused.some((look, at) => isMarked(look, lookOf(carriers[at])))) {
      faults.push(`focus not visible: ${placeOf(element)}`)
    }
    const over = covering(element)
    if (over) faults.push(`focus covered by ${placeOf(over)}: ${placeOf(element)}`)
  }
  if (before instanceof HTMLElement) before.focus()
  window.scrollTo(scrollX, scrollY)
  return faults
}

/** What may show the focus in place of the element: its labels, what stands beside, around it. */
function neighbours(element: Element): Element[] {
  const around = [element.parentElement, element.parentElement?.parentElement]
  return [...labelsOf(element), element.nextElementSibling, ...around].filter(
    (one) => one !== null && one !== undefined
  )
}

function lookOf(element: Element): Look {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
  const isSeen = outlineStyle !== 'none' && !/, 0\)$|\/ 0\)$|transparent/.test(outlineColor)
  const isOutlined = isSeen && Number.parseFloat(outlineWidth) >= THINNEST
  const outline = [outlineStyle, outlineWidth, outlineColor].join(' ')
  return { element, outline, isOutlined, shadow: boxShadow }
}

const isMarked = (unfocused: Look, focused: Look): boolean =>
  (focused.isOutlined && focused.outline !== unfocused.outline) ||
  (focused.shadow !== 'none' && focused.shadow !== unfocused.shadow)

/** How far into a box, from its start to its end, it is looked whether something lies over it. */
const DEPTHS = [0.1, 0.5, 0.9]

/** What lies over more than half of the focused element and belongs neither to it nor its label. */
function covering(element: Element): Element | null {
  const drawn = isDrawnElsewhere(element) ? (labelsOf(element)[0] ?? element) : element
  const box = [...drawn.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
  if (!box) return null
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth)]
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)]
  const own = [drawn, element, ...labelsOf(element)]
  const over = DEPTHS.flatMap((x) =>
    DEPTHS.flatMap((y) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
      const isOwn =
        hit && own.some((one) => one.contains(hit) || hit.closest('label')?.contains(one))
      return isOwn ? [] : [hit ?? document.documentElement]
    })
  )
  return over.length > DEPTHS.length ** 2 / 2 ? over[0] : null
}
