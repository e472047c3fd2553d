import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'

const PROCESSES = 4

const INSERT = `insert into audit_entries (at, actor_kind, action, object, object_id, fields, changes)
  values (?, 'system', 'a.b', 'testing.visit', ?, '[]', '{}')`

type Link = { position: number; entry_id: number; previous: string; hash: string }

test.group('Several processes that chain the trail at once', (group) => {
  let server: TestServer
  group.setup(async () => {
    server = await startServer()
    return async () => void (await server.stop())
  })

  const links = () => server.query<Link>('select * from audit_links order by position')
  const verify = () => server.ace('audit:verify')

  test('they make one chain over all entries that are written meanwhile', async ({ assert }) => {
    const total = repetitions('entries chained by four processes', { test: 300, proof: 3000 })
    const writing = async () => {
      for (let number = 1; number <= total; number++) {
        await server.query(INSERT, [Date.now(), String(number)])
        if (number % 20 === 0) await wait(100)
      }
    }
    const runs = Array.from({ length: PROCESSES }, verify)
    const [answers] = await Promise.all([Promise.all(runs), writing()])
    assert.deepEqual(
      answers.map(({ code, output }) => (code === 0 ? 'sound' : output)),
      Array.from({ length: PROCESSES }, () => 'sound')
    )
    const last = await verify()
    const [{ count }] = await server.query<{ count: number }>(
      'select count(*) as count from audit_entries'
    )
    const chain = await links()
    console.log(`    ${chain.length} links of ${count} entries; ${last.output.trim()}`)
    assert.equal(chain.length, Number(count))
    assert.isAtLeast(chain.length, total)
    assert.equal(new Set(chain.map(({ entry_id: id }) => id)).size, chain.length)
    chain.forEach(({ position, previous }, index) => {
      assert.equal(position, index + 1)
      assert.equal(previous, index === 0 ? '0'.repeat(64) : chain[index - 1].hash)
    })
    assert.include(last.output, `${count} rows verified`)
  }).timeout(600_000)

  test('an entry that was begun before and committed after others gets its link', async ({
    assert,
  }) => {
    const slow = await server.place.rows()
    await slow.query('begin')
    await slow.query(INSERT, [Date.now(), 'begun first'])
    const isPostgres = engineUnderTest() === 'postgres'
    if (isPostgres) await server.query(INSERT, [Date.now(), 'committed first'])
    const running = verify()
    // SQLite lets nobody write until this one ends: whoever chains waits for it.
    await (isPostgres ? running : wait(2500))
    await slow.query('commit')
    await slow.close()
    const before = await running
    const after = await verify()
    assert.deepEqual([before.code, after.code], [0, 0])
    const objects = await server.query<{ object_id: string }>(
      `select e.object_id from audit_links l join audit_entries e on e.id = l.entry_id
       order by l.position desc limit 2`
    )
    const expected = isPostgres ? ['begun first', 'committed first'] : ['begun first']
    assert.deepEqual(objects.map(({ object_id: id }) => id).slice(0, expected.length), expected)
  }).timeout(240_000)
})
