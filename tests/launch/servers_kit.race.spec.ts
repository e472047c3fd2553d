import { test } from '@japa/runner'
import { startServer } from '#tests/kit/servers'

test.group('kit | servers', () => {
  test('two server processes share data; a killed one is gone, the other serves on', async ({
    assert,
  }) => {
    const first = await startServer()
    const second = await startServer({ beside: first })
    assert.notEqual(first.port, second.port)
    assert.equal((await first.client().get('/health/live')).status, 200)
    assert.isAbove(first.process.cpuMicroseconds(), 0)

    await first.query(
      "insert into platform_plugins (id, version, enabled, changed_at) values ('a', '1', ?, 0)",
      [false]
    )
    const [row] = await second.query<{ id: string }>(
      'select id from platform_plugins where id = ?',
      ['a']
    )
    assert.equal(row.id, 'a')

    await second.kill9()
    assert.equal((await first.client().get('/health/live')).status, 200)
    assert.equal(await first.stop(), 0)
  })

  test('a server that cannot start fails the test with what it said', async ({ assert }) => {
    await assert.rejects(
      () => startServer({ env: { PORT: 'many' } }),
      /PORT="many" is not a whole number/
    )
  })
})
