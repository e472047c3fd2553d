import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { audit, AuditEntry, type AuditInput } from '#core/audit'
import { createCustomer } from '#core/customers'
import { clock, dialect, SYSTEM, transaction, type Actor } from '#core/platform'
import { chainEntries } from '#app/audit/actions/chain_entries'
import { guardNames } from '#app/audit/domain/guards'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const LIST = '/admin/audit/entries'
const CHAIN = '/admin/audit/chain'
const NOW = '2027-01-18T09:00:00Z'

type Told = Omit<AuditInput, 'actor'>
type Changes = AuditInput['changes']

const note = (actor: Actor, action: string, object: string, objectId: number) =>
  transaction((trx) => audit(trx, { actor, action, object, objectId }))

const someone = () =>
  transaction((trx) =>
    createCustomer(trx, { firstName: 'Ada', lastName: 'Brandt', locale: 'en', actor: SYSTEM })
  )

const views = () => AuditEntry.query().where('action', 'customers.customer_viewed').orderBy('id')

test.group('The log in the panel', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('is narrowed by person, kind of object, action, date and text', async ({ assert }) => {
    const [ada, ivo] = [
      await someStaff({ role: 'desk', firstName: 'Ina' }),
      await someStaff({ role: 'desk', firstName: 'Ivo' }),
    ]
    await note({ kind: 'staff', id: ada.id }, 'accounts.role_assigned', 'accounts.user', 501)
    clock.advance(2 * 86_400_000)
    await note({ kind: 'staff', id: ivo.id }, 'forms.saved', 'forms.definition', 502)
    const owner = await atDesk('owner')

    const found = async (query: string) => {
      const { text, status } = await owner.get(`${LIST}?${query}`)
      assert.equal(status, 200, query)
      return [/\b501\b/.test(text), /\b502\b/.test(text)]
    }
    assert.deepEqual(await found(`actorId=${ada.id}`), [true, false])
    assert.deepEqual(await found('object=forms.definition'), [false, true])
    assert.deepEqual(await found('action=role_assigned'), [true, false])
    assert.deepEqual(await found('at_from=2027-01-19'), [false, true])
    assert.deepEqual(await found('at_to=2027-01-19'), [true, false])
    assert.deepEqual(await found('q=forms'), [false, true])
    const filters = (await owner.get(LIST)).text
    assert.include(filters, 'Kind of object')
    assert.match(filters, /value="accounts\.user"[\s\S]{0,160}person/i)
  })

  test('says for whom something was done, and leads there', async ({ assert }) => {
    const customer = await someone()
    const actor = { kind: 'staff', id: (await someStaff()).id } as const
    await transaction((trx) =>
      audit(trx, {
        ...{ actor, action: 'booking.created', object: 'booking.appointment', objectId: 7 },
        onBehalfOf: { kind: 'customer', id: customer.id },
      })
    )
    const { id } = await AuditEntry.query().orderBy('id', 'desc').firstOrFail()
    const page = await (await atDesk('owner')).get(`${LIST}/${id}`)
    assert.include(page.text, 'On behalf of')
    assert.include(page.text, 'Customer Ada Brandt')
    assert.include(page.text, `/admin/customers/customers/${customer.id}`)
  })

  test('shows before and after of each field in words', async ({ assert }) => {
    const owner = await atDesk('owner')
    const role = '/admin/accounts/roles/3'
    const saved = await save(owner, `${role}/edit`, { requiresTwoFactor: 'on' })
    assert.equal(saved.status, 303)
    const { id } = await AuditEntry.query().orderBy('id', 'desc').firstOrFail()
    const words = (await owner.get(`${LIST}/${id}`)).text
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    assert.include(words, 'Second factor at sign-in No Yes')
  })

  test('shows values that programs choose in words', async ({ assert }) => {
    const words = async (client: HttpClient, input: Told) => {
      await transaction((trx) => audit(trx, { actor: SYSTEM, ...input }))
      const { id } = await AuditEntry.query().orderBy('id', 'desc').firstOrFail()
      const { text } = await client.get(`${LIST}/${id}`)
      return [...text.matchAll(/<td[^>]*>\s*<span>([^<]*)<\/span>/g)].map(([, cell]) => cell)
    }
    const owner = await atDesk('owner')
    const account = { action: 'accounts.user_created', object: 'accounts.user', objectId: 1 }
    const made: Changes = {
      ...{ kind: [null, 'customer'], role: [null, 'desk'], formatLocale: [null, 'de'] },
    }
    assert.deepEqual(await words(owner, { ...account, changes: made }), [
      'Dates and numbers',
      '–',
      'Deutsch',
      'Kind of account',
      '–',
      'Customer',
      'Role',
      '–',
      'Front desk',
    ])
    const arrival = { action: 'scheduling.no_show', object: 'scheduling.reservation', objectId: 1 }
    const outcome = ['arrived', 'no_show'] as const
    assert.deepEqual(await words(owner, { ...arrival, changes: { outcome } }), [
      'Outcome',
      'Arrived',
      'Did not come',
    ])
    const view = { action: 'admin.list_view_shared', object: 'admin.list_view', objectId: 1 }
    assert.deepEqual(await words(owner, { ...view, changes: { shared: [false, true] } }), [
      'Shared',
      'No',
      'Yes',
    ])
    const german = await signedIn(await someStaff({ role: 'owner', locale: 'de' }))
    assert.includeMembers(await words(german, { ...account, changes: { kind: [null, 'staff'] } }), [
      'Art des Kontos',
      'Personal',
    ])
  })

  test('says in words by what a list was narrowed that somebody took away', async ({ assert }) => {
    const owner = await atDesk('owner')
    await owner.get('/admin/jobs/jobs/export?state=failed,done&kind=audit.purge&format=csv')
    const { id } = await AuditEntry.query().where('action', 'admin.exported').firstOrFail()
    const { text } = await owner.get(`${LIST}/${id}`)
    for (const words of ['Done and Failed', 'Delete old log entries']) assert.include(text, words)
  })

  test('notes who opened a sensitive record, once in ten minutes, and no other record', async ({
    assert,
  }) => {
    const [one, other] = [await someone(), await someone()]
    const desk = await atDesk('desk')
    const owner = await atDesk('owner')
    const open = (client: typeof desk, { id }: { id: number }, rest = '') =>
      client.get(`/admin/customers/customers/${id}${rest}`)
    await open(desk, one)
    await open(desk, one, '/edit')
    assert.lengthOf(await views(), 1)
    await open(owner, one)
    await open(desk, other)
    assert.deepEqual(
      (await views()).map(({ objectId }) => Number(objectId)),
      [one.id, one.id, other.id]
    )
    clock.advance(10 * 60_000 - 1)
    await open(desk, one)
    assert.lengthOf(await views(), 3)
    clock.advance(1)
    await open(desk, one)
    const all = await views()
    assert.lengthOf(all, 4)
    const viewer = await User.query().where('role', 'desk').firstOrFail()
    assert.deepInclude(all[3].$attributes, { actorKind: 'staff', actorId: viewer.id })

    await owner.get(`/admin/accounts/staff/${viewer.id}`)
    assert.lengthOf(await AuditEntry.query().where('action', 'like', '%viewed'), 4)
    assert.notInclude((await open(desk, one)).text, 'Viewed')
    assert.include((await owner.get(LIST)).text, 'Viewed')
  })

  test('an unseen record is not noted as seen', async ({ assert }) => {
    const { id } = await someone()
    const nobody = await atDesk('nobody')
    assert.equal((await nobody.get(`/admin/customers/customers/${id}`)).status, 403)
    await (await atDesk('desk')).get('/admin/customers/customers/999999')
    assert.lengthOf(await views(), 0)
  })

  test('the chain is checked on request; what is broken is said in words', async ({ assert }) => {
    const manager = await atDesk('manager')
    const page = await manager.get(CHAIN)
    assert.include(page.text, 'It has not been checked yet')
    const check = async () => {
      const form = (await manager.get(CHAIN)).form('/chain/verify')
      return manager.follow(await manager.submit(form))
    }
    assert.match((await check()).text, /\d+ entr(y|ies) verified: nothing was changed/)

    await chainEntries()
    const client = db.connection()
    for (const name of guardNames(dialect(client))) {
      const on = dialect(client) === 'postgres' ? ` on ${name.split('_no_')[0]}` : ''
      await client.rawQuery(`drop trigger ${name}${on}`)
    }
    await client.rawQuery("update audit_entries set action = 'x.y'")
    const broken = await check()
    assert.include(broken.text, 'The log was tampered with')
    assert.match(broken.text, /First at link 1, entry [\d,]+: entry changed/)
    assert.equal((await (await atDesk('desk')).get(CHAIN)).status, 403)
  })
})
