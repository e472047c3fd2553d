const PATIENCE_MS = 10_000

export type FetchedPart = {
  part: HTMLElement
  /** The whole page that came. */
  page: Document
  /** Where it came from, after redirects. */
  address: string
}

/**
 * One part of a page of ours, fetched. Fails when nothing answers in time; null for a page that
 * does not have it.
 */
export async function fetchPart(
  address: string,
  id: string,
  options: RequestInit = {}
): Promise<FetchedPart | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch(address, { ...options, signal })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const part = page.getElementById(id)
  // Parsed without scripts, what is meant for those who have none would come to life here.
  for (const without of part?.querySelectorAll('noscript') ?? []) without.remove()
  return part && { part: document.importNode(part, true), page, address: answer.url }
}

/** Puts the part in the place of the one that is shown, with the focus where it was. */
export function exchange(part: HTMLElement): void {
  const shown = document.getElementById(part.id)!
  const focused = shown.contains(document.activeElement) ? wayOf(document.activeElement!) : null
  shown.replaceWith(part)
  if (focused) part.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true })
}

function wayOf(element: Element): string | null {
  if (element instanceof HTMLAnchorElement) {
    return `a[href="${CSS.escape(element.getAttribute('href')!)}"]`
  }
  if (element instanceof HTMLButtonElement && element.name) {
    return `button[name="${element.name}"][value="${CSS.escape(element.value)}"]`
  }
  return null
}
