import { test } from '@japa/runner'
import { Organisation } from '#core/organisation'
import { routeTable } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { declareProbes } from '#tests/web/probes'
import { raw, visitor, type RawAnswer, type RawRequest } from '#tests/web/visitor'

/** A mail styles itself inline; in its frame it may run, load and send nothing. */
const FRAMED_MAIL = {
  'content-security-policy':
    /^default-src 'none'; (?!.*script-src).*form-action 'none'; .*frame-ancestors 'self'; sandbox /,
}
const ALWAYS = {
  'content-security-policy': /^default-src 'none'; .*frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cache-control': /./,
}
const NEVER = ['server', 'x-powered-by', 'strict-transport-security']

function faultsOf(headers: RawAnswer['headers'], expected = ALWAYS): string[] {
  const wrong = Object.entries(expected).filter(
    ([name, value]) => !value.test(`${headers[name] ?? ''}`)
  )
  return [...wrong.map(([name]) => name), ...NEVER.filter((name) => headers[name])]
}

/** A path for a pattern: `/a/:token/b` → `/a/x/b`. */
const pathOf = (pattern: string) => pattern.replaceAll(/:[a-z_]+\??/gi, 'x')

test.group('Security headers', (group) => {
  group.each.setup(() => freshDatabase())

  test('every route carries them, and no visitor gets a cookie', async ({ assert }) => {
    const faults: string[] = []
    for (const { method, pattern, name } of routeTable()) {
      const path = pathOf(pattern)
      const { headers } = await raw({ method, path })
      const isMail = name === 'web.dev_ui.mail_sample'
      const expected = isMail ? { ...ALWAYS, ...FRAMED_MAIL } : ALWAYS
      const faulty = faultsOf(headers, expected).concat(headers['set-cookie'] ? 'set-cookie' : [])
      if (faulty.length > 0) faults.push(`${method} ${path}: ${faulty.join(', ')}`)
    }
    assert.isAbove(routeTable().length, 3)
    assert.deepEqual(faults, [])
  }).timeout(120_000)

  test('no route answers a stranger’s junk with an error of ours', async ({ assert }) => {
    const faults: string[] = []
    for (const { method, pattern, name } of routeTable()) {
      if (name === 'web.health.ready') continue
      const junk = { a: 'x', b: ['1', '2'], starts_at: '-1', _csrf: 'x' }
      const path = `${pathOf(pattern)}?location=%00&service=x&date=2026-02-30&page=-1`
      const { status } =
        method === 'GET' ? await visitor().get(path) : await visitor().post(path, junk)
      if (status >= 500) faults.push(`${method} ${path}: ${status}`)
    }
    assert.deepEqual(faults, [])
  }).timeout(120_000)

  test('what is no request id is replaced', async ({ assert }) => {
    const given = await raw({ path: '/', headers: { 'x-request-id': 'trace-1234567' } })
    assert.equal(given.headers['x-request-id'], 'trace-1234567')
    const junk = await raw({ path: '/', headers: { 'x-request-id': '<b>'.repeat(1000) } })
    assert.match(`${junk.headers['x-request-id']}`, /^[\da-f-]{36}$/)
  })

  test('errors and refusals carry them as well')
    .with<Array<RawRequest & { status: number }>>([
      { path: '/no-such-page', status: 404 },
      { path: '/%E0%A4%A', status: 400 },
      { path: '/assets/no-such-file.js', status: 404 },
      { path: '/../../etc/passwd', status: 404 },
      { path: '//admin', status: 404 },
      { path: '/admin;x', status: 404 },
      { path: '/', method: 'POST', status: 405 },
      { path: '/', method: 'DELETE', status: 405 },
      { path: '/', headers: { host: 'evil.example' }, status: 400 },
      { path: '/', method: 'TRACE', status: 405 },
    ])
    .run(async ({ assert }, { status, ...request }) => {
      const answer = await raw(request)
      assert.equal(answer.status, status)
      assert.deepEqual(faultsOf(answer.headers), [])
    })
})

test.group('Headers of declared pages', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('B1 a page for frames may be shown by the operator’s hosts alone', async ({ assert }) => {
    const before = await visitor().get('/probe/page')
    assert.include(before.headers.get('content-security-policy')!, "frame-ancestors 'none'")
    assert.equal(before.headers.get('x-frame-options'), 'DENY')

    const organisation = await Organisation.findOrFail(1)
    await organisation.merge({ name: 'Ufficio', allowedEmbedHosts: ['www.example.org'] }).save()
    const after = await visitor().get('/probe/page')
    assert.match(
      after.headers.get('content-security-policy')!,
      /frame-ancestors https:\/\/www\.example\.org http:\/\/www\.example\.org$/
    )
    assert.isNull(after.headers.get('x-frame-options'))
    const other = await visitor().get('/probe/secret/abc')
    assert.include(other.headers.get('content-security-policy')!, "frame-ancestors 'none'")
  })

  test('a page with a secret in its address tells nobody', async ({ assert }) => {
    const { headers } = await visitor().get('/probe/secret/abc')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow')
    assert.equal(headers.get('cache-control'), 'no-store')
  })
})
