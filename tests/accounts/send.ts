import { beyondAxe } from '#tests/kit/accessibility'
import { onward, type Visitor } from '#tests/kit/browser'

export const FAULTLESS = { axe: [], problems: [], unseen: [] }

/** What a check of the page finds now. @param name of the state, which no other page has */
export async function state(visitor: Visitor, name: string) {
  const [axe, unseen] = [await visitor.axe(), await beyondAxe(visitor.page, name)]
  return { axe, problems: visitor.problems(), unseen }
}

/** Sends the form of the page and waits for the answer. */
export async function send({ page }: Visitor) {
  await onward(page, () => page.locator('main form button[type=submit]').first().click())
}
