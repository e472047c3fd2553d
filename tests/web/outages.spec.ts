import { test } from '@japa/runner'
import { freshDatabase } from '#tests/kit/database'
import { declareProbes } from '#tests/web/probes'
import { raw, visitor } from '#tests/web/visitor'

test.group('When something fails', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('a database that is away or busy is a moment to wait')
    .with(['SQLITE_BUSY', 'SQLITE_FULL', '57P01', 'ECONNREFUSED', '40001'])
    .run(async ({ assert }, code) => {
      const page = await visitor({ language: 'fr' }).get(`/probe/broken/${code}`)
      assert.equal(page.status, 503)
      assert.equal(page.headers.get('retry-after'), '5')
      assert.include(page.text, 'Un instant, s’il vous plaît')
    })

  test('what fails after the way on was chosen is a page all the same', async ({ assert }) => {
    const page = await visitor().get('/probe/broken/SQLITE_BUSY?after=redirect')
    assert.equal(page.status, 503)
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
    assert.isNull(page.location)
    assert.include(page.text, '<h1')
  })

  test('our own error shows a number to ask about, and nothing else', async ({ assert }) => {
    const page = await visitor().get('/probe/broken/E_ANY')
    assert.equal(page.status, 500)
    assert.include(page.text, page.headers.get('x-request-id')!)
    assert.notInclude(page.text, 'canary')
    assert.notInclude(page.text, 'probes.ts')
  })

  test('programs get a code without a word of the error', async ({ assert }) => {
    const answer = await raw({
      path: '/probe/broken/E_ANY',
      headers: { accept: 'application/json' },
    })
    const { requestId, ...rest } = JSON.parse(answer.text)
    assert.deepEqual(rest, { error: 500 })
    assert.equal(requestId, answer.headers['x-request-id'])
  })

  test('health says that the process lives and whether it can serve', async ({ assert }) => {
    assert.equal((await visitor().get('/health/live')).status, 200)
    const ready = await visitor().get('/health/ready')
    const { checks } = JSON.parse(ready.text)
    assert.isTrue(checks['web.database'])
    assert.isTrue(checks['web.disk'])
  })
})
