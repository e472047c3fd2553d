import { isShown, placeOf, tabStops } from './elements.ts'

const LANGUAGE = /^(es|pt|en|fr|it|ca|de|pl)$/

const shown = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter(isShown)

/** Faults of what screen readers go by: title, language, landmarks, headings, skip link. */
export function structureFaults(): string[] {
  return [
    ...(document.title.trim() ? [] : ['no title']),
    ...(LANGUAGE.test(document.documentElement.lang) ? [] : ['no language of the page']),
    ...headingFaults(),
    ...landmarkFaults(),
    ...unnoticedNotices(),
  ]
}

function headingFaults(): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) =>
    heading.checkVisibility()
  )
  // A dialog counts for itself.
  const levels = headings
    .filter((heading) => !heading.closest('dialog'))
    .map((heading) => ({ heading, level: Number(heading.tagName[1]) }))
  const firsts = levels.filter(({ level }) => level === 1).length
  const jumps = levels.filter(({ level }, at) => at > 0 && level > levels[at - 1].level + 1)
  return [
    ...(firsts === 1 ? [] : [`${firsts} headings of the first level`]),
    ...(levels.length === 0 || levels[0].level === 1
      ? []
      : [`begins with ${placeOf(levels[0].heading)}`]),
    ...jumps.map(({ heading }) => `a level is left out before ${placeOf(heading)}`),
  ]
}

/** What a landmark is called: the words it names itself with, or those of its heading. */
const nameOf = (landmark: Element): string =>
  (
    landmark.getAttribute('aria-label') ??
    document.getElementById(landmark.getAttribute('aria-labelledby') ?? '')?.textContent ??
    ''
  ).trim()

function landmarkFaults(): string[] {
  const mains = shown('main').length
  const navigations = shown('nav')
  const names = navigations.map(nameOf)
  return [
    ...(mains === 1 ? [] : [`${mains} main landmarks`]),
    ...names.flatMap((name, at) => (name ? [] : [`unnamed ${placeOf(navigations[at])}`])),
    ...(new Set(names).size === names.length ? [] : ['two navigations of one name']),
  ]
}

/** Messages about what has happened (WCAG 4.1.3). */
const unnoticedNotices = (): string[] =>
  shown('.notice, .error-summary')
    .filter((message) => !message.closest('[role=status], [role=alert]'))
    .map((message) => `no live region: ${placeOf(message)}`)

/** The frame of pages for everybody and of the panel; kiosks and screens have none to skip. */
export function frameFaults(): string[] {
  const first = tabStops()[0]
  const to = first?.getAttribute('href')
  const isSkip = to?.startsWith('#') && document.querySelector(`main${to}[tabindex="-1"]`) !== null
  const isSite = document.body.classList.contains('site')
  return [
    ...(isSkip ? [] : [`the first stop is no skip link: ${first ? placeOf(first) : 'none'}`]),
    ...(shown('body > header').length === 1 ? [] : ['no header, or several']),
    ...(!isSite || shown('body > footer').length === 1 ? [] : ['no footer, or several']),
    ...(!isSite || isHelpInPlace() ? [] : ['the way to help is not where it always is']),
  ]
}

/** WCAG 3.2.6: the way to help is the third tool of the header on every page. */
const HELP_AT = 2

function isHelpInPlace(): boolean {
  const tools = document.querySelectorAll('.site-header__tools > *')
  return tools[HELP_AT]?.getAttribute('href')?.startsWith('/help') ?? false
}
