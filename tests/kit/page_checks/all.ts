import { isShown, openDialog, placeOf } from './elements.ts'
import { focusFaults } from './focus.ts'
import { unfillableFields, summaryFaults } from './fields.ts'
import { frameFaults, structureFaults } from './structure.ts'
import { smallTargets } from './targets.ts'
import { unreadableTexts } from './texts.ts'

/** WCAG 1.4.12. In a sheet of its own, which no policy of the page refuses. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`

/** Sideways scrolling of the page, with the first thing that stands out of the window. */
function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const all = [...document.querySelectorAll('body *')].filter(isShown)
  const out = all.findLast((one) => one.getBoundingClientRect().right > clientWidth + 1)
  return [`needs sideways scrolling${out ? ` because of ${placeOf(out)}` : ''}`]
}

/** What is wrong with the page itself, whatever the size of the window. */
function ofPage(errorWords: readonly string[]): string[] {
  const { classList } = document.body
  const isFramed = document.documentElement.dataset.embed === 'yes'
  const hasFrame = (classList.contains('site') || classList.contains('desk')) && !isFramed
  return [
    ...structureFaults(),
    ...(hasFrame && !openDialog() ? frameFaults() : []),
    // At a kiosk or a desk nobody types about themself what this browser knows.
    ...(classList.contains('site') ? unfillableFields() : []),
    ...summaryFaults(errorWords),
  ]
}

/** What is wrong with the page in a window of this size. */
function inWindow(): string[] {
  return [...sideways(), ...unreadableTexts(), ...smallTargets(), ...focusFaults()]
}

/** What becomes unreadable when a person widens lines, words and letters. */
function underSpacing(): string[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(SPACING)
  const before = new Set(unreadableTexts())
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const found = unreadableTexts().filter((fault) => !before.has(fault))
  found.push(...sideways())
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  return found.map((fault) => `with wider spacing: ${fault}`)
}

export const checks = { ofPage, inWindow, underSpacing }
