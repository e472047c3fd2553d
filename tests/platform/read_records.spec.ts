import type { LucidModel } from '@adonisjs/lucid/types/model'
import { test } from '@japa/runner'
import { StaffRole } from '#app/accounts/models/staff_role'
import { Customer } from '#core/customers'
import { Job } from '#core/jobs'
import { randomId, readAtOnce, readRecords } from '#core/platform'
import { someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'

test.group('Records that are only read', (group) => {
  group.each.setup(() => freshDatabase())

  test('have the attributes and getters of their model, each as it is stored', async ({
    assert,
  }) => {
    const names = { firstName: 'Zora', lastName: 'Lindqvist', email: 'zora@example.org' }
    const stored = await Customer.create({ ...names, locale: 'it' })
    const [read] = await readRecords(Customer.query().where('id', stored.id))
    assert.instanceOf(read, Customer)
    assert.equal(read.name, 'Zora Lindqvist')
    assert.equal(read.$primaryKeyValue, stored.id)
    const fresh = await Customer.findOrFail(stored.id)
    for (const name of Customer.$columnsDefinitions.keys()) {
      assert.deepEqual(read[name as keyof Customer], fresh[name as keyof Customer], name)
    }
  })

  test('cannot be changed', async ({ assert }) => {
    await Customer.create({ firstName: 'Zora', lastName: 'Lindqvist', locale: 'it' })
    const [read] = await readRecords(Customer.query())
    assert.throws(() => (read.firstName = 'Ada'), TypeError)
  })

  test('bring what belongs to them, each its own', async ({ assert }) => {
    const people = [await someStaff({ role: 'desk' }), await someStaff({ role: 'desk' })]
    const [desk] = await readRecords(StaffRole.query().where('key', 'desk'), ['people'])
    assert.sameMembers(
      desk.people.map(({ id }) => id),
      people.map(({ id }) => id)
    )
    const [manager] = await readRecords(StaffRole.query().where('key', 'manager'), ['people'])
    assert.deepEqual(manager.people, [])
  })

  test('read all their relations with one statement', async ({ assert }) => {
    const sent = await statementsOf(() => readRecords(StaffRole.query(), ['people']))
    assert.lengthOf(sent, 2)
  })

  test('of several models are one statement, each as it is stored', async ({ assert }) => {
    const names = { firstName: 'Zora', lastName: "O'Lindqvist", email: 'zora@example.org' }
    const stored = await Customer.create({ ...names, locale: 'it' })
    const work = { kind: 'audit.purge', owner: 'audit', payload: { a: ['"', 1] } }
    await Job.create({
      ...{ ...work, state: 'done', publicId: randomId(), runAt: 1.8e12, createdAt: 1.8e12 },
      ...{ attempts: 1, version: 1 },
    })
    const queries = [
      Customer.query().where('id', stored.id),
      Job.query(),
      Customer.query().limit(0),
    ]
    const asked = queries.map((query) => ({ query: query as never, relations: [] }))
    let answers: unknown[][] = []
    const sent = await statementsOf(async () => void (answers = await readAtOnce(asked)))
    assert.lengthOf(sent, 1)
    const [[customer], [job], none] = answers
    const plain = (record: object, model: LucidModel) =>
      [...model.$columnsDefinitions.keys()].map((name) => record[name as never])
    assert.deepEqual(
      plain(customer as object, Customer),
      plain(await Customer.findOrFail(stored.id), Customer)
    )
    assert.deepEqual(plain(job as object, Job), plain(await Job.firstOrFail(), Job))
    assert.lengthOf(none, 0)
  })
})
