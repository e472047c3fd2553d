import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import { useMailTransport } from '#core/messaging'
import { captcha } from '#core/web'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { declareProbes } from '#tests/web/probes'
import { raw } from '#tests/web/visitor'

const FORM = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}

test.group('Whose name a request brings', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })

  test('a stranger’s host is refused, however it is told')
    .with([
      { host: 'evil.example' },
      { host: 'localhost.evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '10.1.2.3' },
      { host: 'localhost@evil.example' },
    ])
    .run(async ({ assert }, headers) => {
      const answer = await raw({ path: '/password', headers })
      assert.equal(answer.status, 400)
      assert.notInclude(answer.text, 'evil.example')
    })

  test('H8 the mailed link leads to APP_URL whatever else the request names', async ({
    assert,
    cleanup,
  }) => {
    const { email } = await someCustomer()
    const mails: string[] = []
    const restore = useMailTransport({
      send: async ({ text, html }) => void mails.push(`${text}${html}`),
    })
    cleanup(restore)
    const headers = {
      ...FORM,
      host: '127.0.0.1',
      'x-original-url': 'http://evil.example/',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'https',
      referer: 'http://evil.example/',
      origin: 'http://evil.example',
    }
    const body = new URLSearchParams({ email, altcha: 'solved:hosts' }).toString()
    const answer = await raw({ method: 'POST', path: '/password', headers, body })
    assert.equal(answer.headers.location, '/password/sent')
    await runDueJobs()
    assert.lengthOf(mails, 1)
    assert.include(mails[0], 'http://localhost:3333/password/')
    assert.notInclude(mails[0], 'evil.example')
    assert.notInclude(mails[0], '127.0.0.1')
  })

  test('a refused form never leads back to where a stranger says it came from', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    const { _csrf } = (await client.get('/account')).forms()[0].fields
    for (const referer of ['https://evil.example/x', '//evil.example', 'javascript:alert(1)']) {
      const answer = await client.post('/probe/checked', { _csrf }, { referer })
      assert.include([302, 303, 400, 422], answer.status)
      assert.notInclude(answer.headers.get('location') ?? '', 'evil.example')
      assert.notInclude(answer.headers.get('location') ?? '', 'javascript')
    }
  })
})
