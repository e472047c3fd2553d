import type { Locator } from 'playwright-core'
import type { Visitor } from '#tests/kit/browser'

/** How somebody acts on a page. */
export type Acts = {
  press: (target: Locator) => Promise<unknown>
  choose: (target: Locator) => Promise<unknown>
  type: (target: Locator, text: string) => Promise<unknown>
}

export const withMouse: Acts = {
  press: (target) => target.click(),
  choose: (target) => target.check(),
  type: (target, text) => target.fill(text),
}

/** By keyboard alone: everything is reached by Tab, and of radio buttons by the arrows. */
export const withKeys = (visitor: Visitor): Acts => ({
  press: async (target) => {
    await visitor.tabTo(target)
    await visitor.page.keyboard.press('Enter')
  },
  choose: async (target) => {
    const group = await target.getAttribute('name')
    await visitor.tabTo(visitor.page.locator(`[name="${group}"]`).first())
    await visitor.page.keyboard.press('Space')
    while (!(await target.isChecked())) await visitor.page.keyboard.press('ArrowDown')
  },
  type: async (target, text) => {
    await visitor.tabTo(target)
    await visitor.page.keyboard.press('ControlOrMeta+A')
    await visitor.page.keyboard.type(text)
  },
})
