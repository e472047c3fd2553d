import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import type { Page } from 'playwright-core'
import type { checks } from '#tests/kit/page_checks/all'
import { LOCALES } from '#app/organisation/domain/locales'
import { wordsOf } from '#tests/ui/render'
import { isProof } from '#tests/kit/repetitions'
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

const inWindow = (page: Page) => page.evaluate(() => window.pageChecks!.checks.inWindow())

const looked = new Set<string>()

/**
 * What axe cannot see of the page as it stands (V6): one line a fault. Titles, landmarks and
 * headings; error summaries; fields that browsers fill in; the focus, targets and texts in this
 * window, under wider spacing, and at 400 % zoom.
 *
 * @param state names what is looked at: once in `npm test`, on every screen in the proof
 */
export async function beyondAxe(page: Page, state: string): Promise<string[]> {
  if (looked.has(state) && !isProof()) return []
  looked.add(state)
  await page.evaluate(await (script ??= bundle()))
  const found = await page.evaluate(
    (words) => window.pageChecks!.checks.ofPage(words),
    errorWords()
  )
  const focused = await page.evaluateHandle(() => document.activeElement as HTMLElement | null)
  // Before the first key the browser shows no focus.
  await page.keyboard.press('Tab')
  found.push(...(await inWindow(page)))
  found.push(...(await page.evaluate(() => window.pageChecks!.checks.underSpacing())))
  const size = page.viewportSize()!
  await page.setViewportSize(ZOOMED)
  found.push(...(await inWindow(page)).map((fault) => `at 400 %: ${fault}`))
  await page.setViewportSize(size)
  await focused.evaluate((element) => element?.focus())
  return found
}
