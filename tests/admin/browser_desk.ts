import { setTimeout as wait } from 'node:timers/promises'
import type { Locator } from 'playwright-core'
import { onward, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import { demoDesk } from '#tests/admin/demo_desk'

/** A server with the demo's records, and its owner at the forms of the panel. */
export async function demoForms(clock: number) {
  const { server, owner } = await demoDesk(clock)
  return {
    server,
    owner: async (options: Partial<VisitorOptions>) =>
      new FormVisitor(await owner(options), options.javaScript ?? true),
  }
}

const TALL = 3000

/** Somebody who fills in a form of the panel with the keyboard alone, with or without scripts. */
export class FormVisitor {
  constructor(
    readonly visitor: Visitor,
    readonly hasScripts: boolean
  ) {}

  get page() {
    return this.visitor.page
  }

  named(name: string): Locator {
    return this.page.locator(`main form [name="${name}"]`)
  }

  step(value: string): Locator {
    return this.page.locator(`main form button[name=_step][value="${value}"]`)
  }

  /** Reaches the field with Tab, and types in place of what stands there. */
  async type(name: string, text: string): Promise<void> {
    await this.visitor.tabTo(this.named(name))
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.type(text)
  }

  async toggle(name: string): Promise<void> {
    await this.visitor.tabTo(this.named(name))
    await this.page.keyboard.press('Space')
  }

  /** Reaches a button that changes lines, and waits until the answer is on the page. */
  async take(value: string): Promise<void> {
    await this.visitor.tabTo(this.step(value))
    if (!this.hasScripts) return this.#onward()
    const answered = this.page.waitForResponse((answer) => answer.request().method() === 'POST')
    await this.page.keyboard.press('Enter')
    await answered
    await this.page.waitForFunction(() => !document.querySelector('fieldset:disabled'))
  }

  /** The button that shows what a choice asks for, to people without scripts. */
  again(key: string): Locator {
    return this.page.locator(`main form button[name=_again][value="${key}"]`)
  }

  async lookAgain(key: string): Promise<void> {
    await this.visitor.tabTo(this.again(key))
    await this.#onward()
  }

  /** The browser moves the focus only some time after the page has loaded. */
  async #onward(): Promise<void> {
    await onward(this.page, () => this.page.keyboard.press('Enter'))
    const isNowhere = () => document.activeElement === document.body
    for (let tries = 0; tries < 40 && (await this.page.evaluate(isNowhere)); tries++) await wait(50)
  }

  async isFocused(target: Locator): Promise<boolean> {
    return target.evaluate((one) => one === document.activeElement)
  }

  /** Whether nothing that sticks to the window covers what has the focus (WCAG 2.4.11). */
  async isUncovered(): Promise<boolean> {
    return this.page.evaluate(() => {
      const { activeElement: one } = document
      const box = one!.getBoundingClientRect()
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === one
    })
  }

  async save(): Promise<void> {
    await this.visitor.tabTo(this.page.locator('.admin-save button'))
    await this.#onward()
  }

  /** What was said to people who do not see the page. */
  async news(): Promise<string> {
    return (await this.page.locator('[data-news]').textContent()) ?? ''
  }

  /** Name or words of what has the focus now. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('aria-label') ?? one?.getAttribute('name') ?? one?.id ?? ''
    })
  }

  /** Faults of the page as it stands now, on a wide screen and on a phone; none is `[]`. */
  async faults(picture: string): Promise<string[]> {
    const found: string[] = []
    for (const width of [390, 1280]) {
      // The whole page at once: the bar that saves would cover a part of whatever it is above.
      await this.page.setViewportSize({ width, height: TALL })
      if (process.env.SCREENSHOTS) await this.visitor.screenshot(`${picture}-${this.way}-${width}`)
      // Axe itself is a script; the markup is the same.
      if (this.hasScripts) found.push(...(await this.visitor.axe()))
      if (!(await this.visitor.reflows())) found.push(`scrolls sideways at ${width} px`)
      await this.page.setViewportSize({ width, height: 900 })
    }
    return [...found, ...this.visitor.problems()]
  }

  get way(): string {
    return this.hasScripts ? 'scripts' : 'plain'
  }
}

/** The ways in which each form must be usable. */
export const WAYS = [
  { words: 'by keyboard', javaScript: true, theme: 'light', address: '10.9.1.1' },
  { words: 'by keyboard, without scripts', javaScript: false, theme: 'dark', address: '10.9.1.2' },
] as const
