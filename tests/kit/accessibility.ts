import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import type { Page } from 'playwright-core'
import type { Visitor } from '#tests/kit/browser'
import type { checks } from '#tests/kit/page_checks/all'
import { LOCALES } from '#app/organisation/domain/locales'
import { wordsOf } from '#tests/ui/render'
import { ROOT } from '#tests/kit/processes'

declare global {
  interface Window {
    pageChecks?: { checks: typeof checks }
  }
}

/** 400 % zoom of a window of 1280 × 1024 (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 }

let script: Promise<string> | null = null

/** The checks run in the page, where the layout is: one script out of `page_checks/`. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'tests/kit/page_checks/all.ts'),
        formats: ['iife'],
        name: 'pageChecks',
      },
    },
  })
  const [output] = [result].flat() as Rollup.RollupOutput[]
  return output.output[0].code
}

/** How the title of a refused form begins, in every language. */
const errorWords = (): string[] =>
  LOCALES.map((locale) => wordsOf(locale)('ui.error_title', { title: '' }).trim())

/** Width of a window in CSS pixels, and what its person prefers. */
export type Screen = readonly [width: number, theme: 'light' | 'dark']

/** Three on end have every width and both themes. */
const SCREENS: readonly Screen[] = [
  [320, 'dark'],
  [1280, 'light'],
  [390, 'dark'],
  [320, 'light'],
  [1280, 'dark'],
  [390, 'light'],
]

/**
 * The screens on which the page of this number is looked at. Where it is one, some pages on end
 * share it: what costs most is the change.
 *
 * @param count 1 to 3
 */
export function screensOf(page: number, count: number): readonly Screen[] {
  const first = Math.floor(page / (count === 1 ? 5 : 1))
  return SCREENS.map((_, at) => SCREENS[(first + at) % SCREENS.length]).slice(0, count)
}

/**
 * What is wrong with the page as it stands (V6), one line a fault: what axe finds, what axe cannot
 * see, and what the browser complained of. It meets each of the screens in turn, as a window does
 * that is resized.
 *
 * @param name of the state, for its pictures (SCREENSHOTS=1)
 * @param screens without any, the window stays as it is
 */
export async function faultsOf(
  visitor: Visitor,
  name: string,
  screens: readonly Screen[] = []
): Promise<string[]> {
  const faults = visitor.problems()
  const [first, ...others] = screens
  if (first) await visitor.sitAt(...first)
  faults.push(...on(first, [...(await visitor.axe()), ...(await beyondAxe(visitor.page))]))
  await picture(visitor, name, first)
  for (const screen of others) {
    await visitor.sitAt(...screen)
    faults.push(...on(screen, [...(await visitor.axe()), ...(await inWindow(visitor.page))]))
    await picture(visitor, name, screen)
  }
  return [...faults, ...visitor.problems()]
}

const on = (screen: Screen | undefined, faults: string[]): string[] =>
  screen ? faults.map((fault) => `at ${screen.join(' px, ')}: ${fault}`) : faults

async function picture(visitor: Visitor, name: string, screen: Screen | undefined): Promise<void> {
  if (process.env.SCREENSHOTS) await visitor.screenshot([name, ...(screen ?? [])].join('-'))
}

/** What is wrong in a window of this size, under wider spacing too. */
async function inWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { checks } = window.pageChecks!
    return [...checks.inWindow(), ...checks.underSpacing()]
  })
}

/**
 * What axe cannot see of the page as it stands, one line a fault. Titles, landmarks and headings;
 * error summaries; fields that browsers fill in; the focus, targets and texts in this window, under
 * wider spacing, and at 400 % zoom.
 */
export async function beyondAxe(page: Page): Promise<string[]> {
  await page.evaluate(await (script ??= bundle()))
  const found = await page.evaluate(
    (words) => window.pageChecks!.checks.ofPage(words),
    errorWords()
  )
  const focused = await page.evaluateHandle(() => document.activeElement as HTMLElement | null)
  // Before the first key the browser shows no focus.
  await page.keyboard.press('Tab')
  found.push(...(await inWindow(page)))
  const size = page.viewportSize()!
  await page.setViewportSize(ZOOMED)
  const zoomed = await page.evaluate(() => window.pageChecks!.checks.inWindow())
  found.push(...zoomed.map((fault) => `at 400 %: ${fault}`))
  await page.setViewportSize(size)
  await focused.evaluate((element) => element?.focus())
  return found
}
