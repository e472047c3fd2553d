import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type Axe from 'axe-core'
import type { Browser, BrowserContext, Locator, Page, Request, Response } from 'playwright-core'
import { launchChromium } from '#tests/kit/chromium'
import { ROOT } from '#tests/kit/processes'

export type VisitorOptions = {
  /** Address of the server, e.g. `server.url`. */
  url: string
  /** Off: what a visitor without JavaScript gets. */
  javaScript?: boolean
  width?: number
  theme?: 'light' | 'dark'
  /** Language of the browser. */
  locale?: string
  /** Time zone of the browser; without it that of this machine. */
  zone?: string
  /** Address the server sees, through its trusted proxy. */
  address?: string
  /** Freezes the clock of the page (epoch milliseconds). */
  clock?: number
}

const HEIGHT = 900
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Mails in a frame are not looked at: nothing may run in it. */
const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  iframes: false,
  // No rule of these reads style sheets, and fetching them takes longer than all the rules.
  preload: { assets: ['media'] },
} satisfies Axe.RunOptions

declare const axe: typeof Axe

let browser: Promise<Browser> | null = null

/** One browser a test process; every visitor has a profile of its own inside it. */
async function sharedBrowser(): Promise<Browser> {
  browser ??= launchChromium()
  return browser
}

/** Ends the browser of this process; for the teardown of a suite. */
export async function closeBrowser(): Promise<void> {
  const open = await browser
  browser = null
  await open?.close()
}

/** Does what leads to another page, and waits until that page has loaded. */
export async function onward(page: Page, act: () => Promise<unknown>): Promise<void> {
  // One that is still loading would be taken for the next one.
  await page.waitForLoadState('load')
  const pending = new Set<string>()
  const asked = (request: Request) => void pending.add(`${request.method()} ${request.url()}`)
  const ended = (request: Request) => void pending.delete(`${request.method()} ${request.url()}`)
  page.on('request', asked).on('requestfinished', ended).on('requestfailed', ended)
  try {
    await Promise.all([page.waitForEvent('load'), act()])
  } catch (error) {
    const state = await page.evaluate(() => document.readyState).catch(String)
    const waits = [...pending].join(', ') || 'nothing'
    throw new Error(`No page came: ${page.url()} is ${state}, waits for ${waits}`, { cause: error })
  } finally {
    page.off('request', asked).off('requestfinished', ended).off('requestfailed', ended)
  }
}

/** How often Tab has to be pressed until this has the focus; 1 where that cannot be foreseen. */
function stopsUntil(target: Element): number {
  const { activeElement } = document
  if (target === activeElement) return 0
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a, button, input, select, summary, textarea, [tabindex]'
    ),
  ]
  const reached = stops.filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(':disabled, [inert] *') && stop.checkVisibility()
  )
  const from = reached.indexOf(activeElement as HTMLElement)
  // On a page without a focus Tab may begin anywhere, and of radio buttons it knows one.
  if (from < 0 || reached.some((stop) => stop.matches('[type=radio]'))) return 1
  return Math.max(1, reached.indexOf(target as HTMLElement) - from)
}

/** A person at a screen: one page, and everything that went wrong on it. */
export class Visitor {
  readonly #problems: string[] = []
  /** On which they sat down last. */
  #screen = ''

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    origin: string
  ) {
    page.on('pageerror', (error) => this.#problems.push(`script error: ${error.message}`))
    page.on('response', (response) => this.#noteResponse(response, origin))
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      // The browser reports the status of a page itself too; tests assert that on their own.
      if (/Failed to load resource/.test(message.text())) return
      this.#problems.push(`console ${message.type()}: ${message.text()}`)
    })
  }

  /**
   * Console errors, content security violations, script errors, missing files and requests to
   * other hosts since the start or the last call.
   */
  problems(): string[] {
    return this.#problems.splice(0)
  }

  async open(path: string): Promise<number> {
    const response = await this.page.goto(path)
    return response?.status() ?? 0
  }

  /** The same page on another screen, as when a window is resized. */
  async sitAt(width: number, theme: 'light' | 'dark'): Promise<void> {
    const screen = `${width} ${theme}`
    if (this.#screen === screen) return
    this.#screen = screen
    await this.page.setViewportSize({ width, height: HEIGHT })
    await this.page.emulateMedia({ colorScheme: theme })
    await this.page.evaluate(() => scrollTo(0, 0))
  }

  /** Violations of WCAG 2.2 AA and best practice on the page as it stands, one line each. */
  async axe(): Promise<string[]> {
    if (await this.page.evaluate(() => !('axe' in window))) await this.page.evaluate(AXE)
    const { violations } = await this.page.evaluate(
      (options) => axe.run(document, options),
      AXE_OPTIONS
    )
    return violations.map(({ id, help, nodes }) => {
      const places = nodes.map((node) => node.target.join(' ')).join(', ')
      return `${id}: ${help} (${places})`
    })
  }

  /** Saves the whole page below tmp/screenshots and returns the file. */
  async screenshot(name: string): Promise<string> {
    const folder = join(ROOT, 'tmp', 'screenshots')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${name}.png`)
    await this.page.screenshot({ path, fullPage: true })
    return path
  }

  /** Presses Tab until the element has the focus, as a keyboard user must be able to. */
  async tabTo(target: Locator, most = 200): Promise<void> {
    const { keyboard } = this.page
    let left = most
    for (;;) {
      const away = Math.min(await target.evaluate(stopsUntil), left)
      // All at once, as it is held down by whoever has far to go.
      await Promise.all(Array.from({ length: away }, () => keyboard.press('Tab')))
      left -= away
      if (away === 0) break
    }
    const isThere = await target.evaluate((element) => element === document.activeElement)
    if (!isThere) throw new Error(`${target} was not reached by ${most} times Tab`)
  }

  /** True when nothing needs sideways scrolling (WCAG 1.4.10). */
  async reflows(): Promise<boolean> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth
    )
  }

  async close(): Promise<void> {
    await this.context.close()
  }

  #noteResponse(response: Response, origin: string): void {
    const url = response.url()
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      this.#problems.push(`${response.status()} for ${url}`)
    }
    if (/^https?:/.test(url) && !url.startsWith(origin)) {
      this.#problems.push(`request to another host: ${url}`)
    }
  }
}

/** A new visitor with cookies, address, language, theme and width of their own. */
export async function openVisitor(options: VisitorOptions): Promise<Visitor> {
  const context = await (
    await sharedBrowser()
  ).newContext({
    baseURL: options.url,
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? 1280, height: HEIGHT },
    colorScheme: options.theme ?? 'light',
    locale: options.locale ?? 'en-GB',
    timezoneId: options.zone,
    reducedMotion: 'reduce',
    extraHTTPHeaders: options.address ? { 'X-Forwarded-For': options.address } : undefined,
  })
  const page = await context.newPage()
  if (options.clock !== undefined) await page.clock.setFixedTime(options.clock)
  return new Visitor(context, page, options.url)
}
