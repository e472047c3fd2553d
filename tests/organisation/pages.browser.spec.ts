import { test } from '@japa/runner'
import { faultsOf } from '#tests/kit/accessibility'
import { openVisitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const PAGES = [
  '/legal-notice',
  '/privacy',
  '/accessibility',
  '/help',
  '/help/booking',
  '/help/queue',
  '/accessibility/feedback',
  '/accessibility/feedback/sent',
  '/contact',
  '/cookies',
  '/reading',
]

const SCREENS = [
  [320, 'light'],
  [1280, 'dark'],
] as const

test.group('Site texts in a browser', (group) => {
  let server: TestServer

  group.setup(async () => {
    server = await startServer({ env: { DEMO: '0', PLUGINS: 'booking,queue-caller' } })
    await server.query(
      `insert into organisation_locations
         (public_id, slug, name, address, zone, phone, email, created_at, updated_at)
       values ('aaaaaaaaaaaaaaaaaaaaaa', 'pisa', 'Sede di Pisa', 'Via Prova 1
56100 Pisa', 'Europe/Rome', '+39 050 123', 'pisa@prova.example', 0, 0)`
    )
    return async () => void (await server.stop())
  })

  test('V6 every page is accessible', async ({ assert, cleanup }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'de' })
    cleanup(() => visitor.close())
    for (const page of PAGES) {
      assert.equal(await visitor.open(page), 200)
      const name = `organisation${page.replaceAll('/', '-')}`
      assert.deepEqual(await faultsOf(visitor, name, SCREENS), [], page)
    }
  }).timeout(60_000)
})
