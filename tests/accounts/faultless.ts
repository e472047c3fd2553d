import { onward, type Visitor } from '#tests/kit/browser'

export const FAULTLESS = { axe: [], problems: [], reflows: true }

/** What a check of the page finds now. */
export async function state(visitor: Visitor) {
  const [axe, reflows] = [await visitor.axe(), await visitor.reflows()]
  return { axe, problems: visitor.problems(), reflows }
}

/** Sends the form of the page and waits for the answer. */
export async function send({ page }: Visitor) {
  await onward(page, () => page.locator('main form button[type=submit]').first().click())
}
