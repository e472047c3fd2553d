import { onward, type Visitor } from '#tests/kit/browser'

/** Sends the form of the page and waits for the answer. */
export async function send({ page }: Visitor) {
  await onward(page, () => page.locator('main form button[type=submit]').first().click())
}
