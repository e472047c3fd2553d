import { test } from '@japa/runner'
import { allContributions, routeTable } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import type { HttpClient } from '#tests/kit/http'
import { freshDatabase } from '#tests/kit/database'
import { unescapeHtml } from '#tests/kit/forms'
import { visitor } from '#tests/web/visitor'

const PLAIN = routeTable().filter(
  ({ method, pattern }) => method === 'GET' && !pattern.includes(':')
)

/** The pages that open at their own address, by title. */
async function titles(client: HttpClient, area: string): Promise<Record<string, string[]>> {
  const pages: Record<string, string[]> = {}
  for (const { pattern } of PLAIN.filter((route) => route.area === area)) {
    const { status, headers, text } = await client.get(pattern)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    const title = unescapeHtml(/<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '')
    ;(pages[title] ??= []).push(pattern)
  }
  return pages
}

/** Both say that a mail is on its way, and nothing of what it is about. */
const ALIKE = ['/password/sent', '/register/sent']

test.group('Titles of pages', (group) => {
  group.each.setup(() => freshDatabase())

  test('V6 no two pages of an area have the same', async ({ assert }) => {
    for (const { value } of allContributions('demo')) await value()
    const visits = [
      { area: 'site', client: visitor(), least: 10 },
      { area: 'account', client: await signedIn(await someCustomer()), least: 5 },
      { area: 'staff', client: await signedIn(await someStaff({ role: 'owner' })), least: 40 },
    ]
    for (const { area, client, least } of visits) {
      const pages = await titles(client, area)
      assert.isAbove(Object.keys(pages).length, least)
      const shared = Object.values(pages).filter(({ length }) => length > 1)
      assert.deepEqual(shared, area === 'site' ? [ALIKE] : [], area)
      assert.isUndefined(pages[''])
    }
  }).timeout(120_000)
})
