import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { audit } from '#core/audit'
import { clock, dialect, rows, SYSTEM, transaction } from '#core/platform'
import { healthReports } from '#core/web'
import { chainEntries } from '#app/audit/actions/chain_entries'
import { purgeEntries } from '#app/audit/actions/purge_entries'
import { guardNames } from '#app/audit/domain/guards'
import { verifiedChain } from '#app/audit/queries/verified_chain'
import { freshDatabase } from '#tests/kit/database'

const DAY = 86_400_000

const note = (objectId: number) =>
  transaction((trx) =>
    audit(trx, { actor: SYSTEM, action: 'a.b', object: 'testing.visit', objectId })
  )

async function notes(count: number): Promise<number[]> {
  for (let number = 1; number <= count; number++) await note(number)
  const found = await db.from('audit_entries').orderBy('id').select('id')
  return found.map(({ id }) => Number(id))
}

const verify = () => verifiedChain(db.connection())

/** What somebody with the rights of the database's owner can do. */
async function withoutGuards(...statements: string[]): Promise<void> {
  const client = db.connection()
  for (const name of guardNames(dialect(client))) {
    const [table] = name.split(/_no_/)
    await client.rawQuery(
      `drop trigger ${name}${dialect(client) === 'postgres' ? ` on ${table}` : ''}`
    )
  }
  for (const statement of statements) await client.rawQuery(statement)
}

const checkOf = async () => (await healthReports()).find(({ id }) => id === 'audit.chain')!

test.group('The chained trail', (group) => {
  group.each.setup(() => freshDatabase())

  test('every committed entry gets a link, and none twice', async ({ assert }) => {
    await notes(3)
    assert.equal(await chainEntries(), 3)
    assert.equal(await chainEntries(), 0)
    await note(4)
    assert.equal(await chainEntries(), 1)
    const { verified, head, broken } = await verify()
    assert.deepEqual(
      { verified, position: head.position, broken },
      {
        ...{ verified: 4, position: 4, broken: null },
      }
    )
  })

  test('an entry with a lower id that is committed later is not skipped', async ({ assert }) => {
    const [first] = await notes(1)
    await rows(db.connection(), copyOf(first, first + 2))
    await chainEntries()
    await rows(db.connection(), copyOf(first, first + 1))
    assert.equal(await chainEntries(), 1)
    const links = await db.from('audit_links').orderBy('position').select('entry_id')
    assert.deepEqual(
      links.map(({ entry_id: id }) => Number(id)),
      [first, first + 2, first + 1]
    )
    assert.equal((await verify()).verified, 3)
  })

  test('one that comes more than 10,000 ids late is found at night', async ({ assert }) => {
    const [first] = await notes(1)
    await rows(db.connection(), copyOf(first, first + 20_000))
    await chainEntries()
    await rows(db.connection(), copyOf(first, first + 1))
    assert.equal(await chainEntries(), 0)
    assert.equal(await chainEntries({ whole: true }), 1)
  })

  const tampered: [string, (ids: number[]) => string[], string, number][] = [
    [
      'an entry was rewritten',
      ([, second]) => [`update audit_entries set action = 'x.y' where id = ${second}`],
      'changed',
      2,
    ],
    [
      'an actor was exchanged',
      ([, , third]) => [`update audit_entries set actor_id = 9 where id = ${third}`],
      'changed',
      3,
    ],
    [
      'an entry was removed',
      ([, second]) => [`delete from audit_entries where id = ${second}`],
      'missing',
      2,
    ],
    [
      'an entry was removed with its link',
      ([, second]) => [
        `delete from audit_entries where id = ${second}`,
        `delete from audit_links where entry_id = ${second}`,
      ],
      'lost_links',
      3,
    ],
    [
      'the oldest were removed with their links, before their time',
      ([first, second]) => [
        `delete from audit_entries where id in (${first}, ${second})`,
        `delete from audit_links where entry_id in (${first}, ${second})`,
      ],
      'lost_links',
      3,
    ],
    [
      'a link in the middle was made to stand for another entry',
      ([first]) => [
        `update audit_links set entry_id = 999 where position = 1`,
        `update audit_links set entry_id = ${first} where position = 2`,
      ],
      'missing',
      1,
    ],
    [
      'two entries changed places',
      ([first, second]) => [
        `update audit_entries set id = -1 where id = ${first}`,
        `update audit_entries set id = ${first} where id = ${second}`,
        `update audit_entries set id = ${second} where id = -1`,
      ],
      'changed',
      1,
    ],
    [
      'two links changed places',
      () => [
        'update audit_links set position = -1 where position = 2',
        'update audit_links set position = 2 where position = 3',
        'update audit_links set position = 3 where position = -1',
      ],
      'not_following',
      2,
    ],
    [
      'an entry and its link were forged',
      ([, second]) => [
        `update audit_entries set action = 'x.y' where id = ${second}`,
        `update audit_links set hash = '${'f'.repeat(64)}' where entry_id = ${second}`,
      ],
      'changed',
      2,
    ],
  ]
  for (const [what, statements, reason, position] of tampered) {
    test(`it shows that ${what}`, async ({ assert }) => {
      const ids = await notes(4)
      await chainEntries()
      await withoutGuards(...statements(ids))
      const { broken, verified } = await verify()
      assert.deepEqual([broken?.reason, broken?.position], [reason, position])
      assert.isBelow(verified, 4)
    })
  }

  test('the database refuses to change or remove a link', async ({ assert }) => {
    await notes(2)
    await chainEntries()
    for (const statement of [
      "update audit_links set hash = 'x'",
      'delete from audit_links',
      'delete from audit_links where position = 1',
      ...(dialect(db.connection()) === 'postgres' ? ['truncate audit_entries, audit_links'] : []),
    ]) {
      const tamper = db.transaction((trx) => trx.rawQuery(statement))
      await assert.rejects(() => tamper, /audit_entries_append_only/)
    }
  })

  test('what had its time goes, and the rest stays verifiable, also when all of it goes', async ({
    assert,
    cleanup,
  }) => {
    cleanup(() => clock.restore())
    const today = Date.now()
    const onDay = async (daysAgo: number, count: number) => {
      clock.freeze(today - daysAgo * DAY)
      for (let number = 1; number <= count; number++) await note(daysAgo)
    }
    const purge = async () => {
      clock.freeze(today)
      await purgeEntries()
      await chainEntries()
      return verify()
    }
    await onDay(800, 3)
    await chainEntries()
    const all = await purge()
    assert.deepEqual([all.broken, all.verified, all.head.position], [null, 1, 4])
    await onDay(700, 2)
    await onDay(1, 2)
    assert.deepEqual([(await purge()).broken, (await purge()).verified], [null, 5])

    await withoutGuards('delete from audit_links where position = 4')
    assert.equal((await verify()).broken?.reason, 'lost_links')
  })

  test('`audit:verify` counts the rows, or prints the first broken one and fails', async ({
    assert,
    cleanup,
  }) => {
    ace.ui.switchMode('raw')
    cleanup(() => ace.ui.switchMode('normal'))
    const ids = await notes(3)
    const sound = await ace.exec('audit:verify', [])
    assert.equal(sound.exitCode, 0)
    const printed = () => ace.ui.logger.getLogs().map(({ message }) => message)
    assert.match(printed().join('\n'), /3 rows verified\nHead: 3 [0-9a-f]{64}/)
    assert.isTrue((await checkOf()).ok)

    await withoutGuards(`update audit_entries set action = 'x.y' where id = ${ids[1]}`)
    const broken = await ace.exec('audit:verify', [])
    assert.equal(broken.exitCode, 1)
    assert.include(printed().join('\n'), `Broken at link 2, entry ${ids[1]}: its entry was changed`)
    const { ok, advisory, detail } = await checkOf()
    assert.deepEqual([ok, advisory, detail], [false, true, `changed at link 2, entry ${ids[1]}`])
  })
})

const copyOf = (id: number, as: number) =>
  `insert into audit_entries (id, at, actor_kind, action, object, object_id, fields, changes)
   select ${as}, at, actor_kind, action, object, object_id, fields, changes
   from audit_entries where id = ${id}`
