import { isShown, placeOf } from './elements.ts'

/** So much of a letter may stick out, which nobody sees. */
const SLACK = 3

type Line = { element: Element; left: number; right: number; top: number; bottom: number }

/** Text that is cut off, or that lies over other text (WCAG 1.4.4, 1.4.10, 1.4.12). */
export function unreadableTexts(): string[] {
  const lines = textLines()
  return [...new Set([...lines.flatMap(cutOff), ...overlapping(lines)])]
}

/** Every line of text that is drawn, in the order of the page. */
function textLines(): Line[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || !isRead(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left > 1) lines.push({ element, left, right, top, bottom })
    }
  }
  return lines
}

/** Not what stands there for screen readers alone, nor what floats in a layer of its own. */
function isRead(element: Element): boolean {
  if (!isShown(element) || element.closest('script, style, noscript, option, svg')) return false
  if (element.closest('[popover], dialog, altcha-widget')) return false
  for (let box: Element | null = element; box; box = box.parentElement) {
    const { clipPath, position } = getComputedStyle(box)
    if (position === 'absolute' && clipPath.startsWith('inset(')) return false
  }
  return true
}

/** The nearest ancestors that hide what sticks out of them, up to one that scrolls instead. */
function cutOff({ element, left, right, top, bottom }: Line): string[] {
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(box)
    if (/auto|scroll/.test(overflowX + overflowY) || position === 'fixed') return []
    const inner = box.getBoundingClientRect()
    const isWide =
      overflowX !== 'visible' && (right > inner.right + SLACK || left < inner.left - SLACK)
    const isHigh =
      overflowY !== 'visible' && (bottom > inner.bottom + SLACK || top < inner.top - SLACK)
    if (isWide || isHigh) return [`text cut off by ${placeOf(box)}: ${placeOf(element)}`]
  }
  return []
}

function overlapping(lines: readonly Line[]): string[] {
  const flat = lines.filter(({ element }) => !isLifted(element))
  const sorted = flat.toSorted((one, other) => one.top - other.top)
  const faults: string[] = []
  for (const [at, line] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length && sorted[next].top < line.bottom; next++) {
      const other = sorted[next]
      if (other.element === line.element || !collide(line, other)) continue
      faults.push(`text over text: ${placeOf(line.element)} and ${placeOf(other.element)}`)
    }
  }
  return faults
}

/** Line boxes are higher than their letters: a third of the line is white. */
function collide(one: Line, other: Line): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const lower = Math.min(one.bottom - one.top, other.bottom - other.top)
  return wide > SLACK && high > lower / 2
}

/** Bars that float over the page on purpose; that they leave the focus free, focus.ts sees. */
function isLifted(element: Element): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(box).position)) return true
  }
  return false
}
