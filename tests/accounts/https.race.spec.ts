import { test } from '@japa/runner'
import { startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'owner@prova.example'
/** What the proxy in front of a site with HTTPS says. */
const PROXIED = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example.org' }

test
  .group('A site with HTTPS', (group) => {
    let server: TestServer
    let password = ''

    group.setup(async () => {
      server = await startServer({ env: { APP_URL: 'https://desk.example.org' } })
      const created = await server.ace('user:create', `--email=${EMAIL}`)
      password = /Password: (\S+)/.exec(created.output)?.[1] ?? ''
      return async () => void (await server.stop())
    })

    test('its cookies are bound to it and never sent in the open', async ({ assert }) => {
      const client = server.client()
      const answer = await client.post('/sign-in', { email: EMAIL, password }, PROXIED)
      assert.equal(answer.status, 303)
      const cookies = answer.headers.getSetCookie()
      const waiting = await server.client().post('/device/pairings', {}, PROXIED)
      for (const [name, own] of [
        ['__Host-sportello', cookies],
        ['__Host-sportello_device', waiting.headers.getSetCookie()],
      ] as const) {
        const cookie = own.find((line) => line.startsWith(`${name}=`))!
        for (const flag of [/; Path=\/(;|$)/i, /; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i])
          assert.match(cookie, flag)
        assert.notMatch(cookie, /Domain=/i)
      }
      const language = (await client.get('/?lang=de', PROXIED)).headers.getSetCookie()
      for (const line of [...cookies, ...language]) assert.match(line, /; Secure/i)
      assert.isNotEmpty(language)
    })

    test('browsers are told to stay with HTTPS on every answer', async ({ assert }) => {
      for (const path of ['/', '/sign-in', '/health/live', '/no-such-page', '/brand.css']) {
        const { headers } = await server.client().get(path, PROXIED)
        assert.equal(
          headers.get('strict-transport-security'),
          'max-age=31536000; includeSubDomains',
          path
        )
      }
    })
  })
  .tap((one) => one.timeout(60_000))
