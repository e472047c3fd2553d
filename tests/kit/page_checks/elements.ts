const TABBABLE = 'a[href], area[href], button, input, select, textarea, summary, [tabindex]'

/** As a person would find it again: the tag, what names it, and its words. */
export function placeOf(element: Element): string {
  const { id, classList, tagName } = element
  const name = id ? `#${id}` : classList.length > 0 ? `.${classList[0]}` : ''
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
  const text = words.replaceAll(/\s+/g, ' ').slice(0, 30)
  return `${tagName.toLowerCase()}${name}${text ? ` "${text}"` : ''}`
}

export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  element.getClientRects().length > 0

/** Around a dialog that waits for an answer nothing can be reached. */
export const openDialog = (): Element | null => document.querySelector('dialog:modal')

/** Everything that Tab reaches; of the radio buttons of a question the one that it stops at. */
export function tabStops(): HTMLElement[] {
  const candidates = [...(openDialog() ?? document).querySelectorAll<HTMLElement>(TABBABLE)]
  return candidates.filter((element) => {
    if (element.tabIndex < 0 || !isShown(element)) return false
    if (element.matches(':disabled, [inert] *')) return false
    if (element instanceof HTMLInputElement) {
      return element.type !== 'hidden' && (element.type !== 'radio' || isStopOfGroup(element))
    }
    return true
  })
}

function isStopOfGroup(radio: HTMLInputElement): boolean {
  const selector = `input[type=radio][name="${CSS.escape(radio.name)}"]`
  const group = [...(radio.form ?? document).querySelectorAll<HTMLInputElement>(selector)]
  return (group.find(({ checked }) => checked) ?? group[0]) === radio
}

/** A control that is drawn by its label: the box itself is there for the keyboard alone. */
export const isDrawnElsewhere = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return width <= 2 || height <= 2 || getComputedStyle(element).opacity === '0'
}

export const labelsOf = (element: Element): HTMLLabelElement[] =>
  element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
