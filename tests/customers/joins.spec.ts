import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { auditEntries } from '#core/audit'
import { Customer } from '#core/customers'
import { dialect, rows, transaction } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { customerTables } from '#app/customers/queries/customer_tables'
import { someCustomer as someUser } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { aCustomer, join, twoServed } from '#tests/customers/duplicates'
import { aReservation } from '#tests/kit/core_records'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const CARDS = '/admin/customers/customers'
const JOINS = '/admin/customers/joins'

test.group('What belongs to a customer', () => {
  test('has one name in every table of every module and plugin, and all of them are known', async ({
    assert,
  }) => {
    const client = db.connection()
    const found: string[] = []
    for (const table of await client.getAllTables(['public'])) {
      const columns = Object.keys(await client.columnsInfo(table))
      for (const column of columns.filter((name) => /customer(s?_id)?$/.test(name))) {
        found.push(`${table}.${column}`)
      }
      assert.isEmpty((await referencesOf(table)).filter((column) => column !== 'customer_id'))
    }
    const tables = await transaction((trx) => customerTables(trx))
    assert.includeMembers(tables, ['scheduling_reservations', 'booking_appointments'])
    assert.sameMembers(
      found,
      tables.map((table) => `${table}.customer_id`)
    )
  })

  /** Columns of a table that the database holds to customers. */
  async function referencesOf(table: string): Promise<string[]> {
    const client = db.connection()
    if (dialect(client) === 'sqlite') {
      const keys = await rows<{ table: string; from: string }>(
        client,
        `pragma foreign_key_list(${table})`
      )
      return keys.filter((key) => key.table === 'customers_customers').map(({ from }) => from)
    }
    const keys = await rows<{ name: string }>(
      client,
      `select a.attname as name from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
       where c.contype = 'f' and c.conrelid = ?::regclass
       and c.confrelid = 'customers_customers'::regclass`,
      [table]
    )
    return keys.map(({ name }) => name)
  }
})

test.group('Joining two records of one customer', (group) => {
  group.each.setup(() => freshDatabase())

  test('everything follows the chosen record, with the chosen values, and is told', async ({
    assert,
  }) => {
    const { one, other } = await twoServed()
    const desk = await atDesk('manager')
    const page = await desk.get(`${JOINS}/${one.id}?with=${other.id}`)
    assert.equal(page.status, 200)
    const form = page.form(`${JOINS}/${one.id}`)
    assert.equal(form.fields['keep[phone]'], 'other')
    const answer = await desk.submit(form, { 'keep[lastName]': 'other' })
    assert.equal(answer.location, `${CARDS}/${one.id}`)
    const card = await desk.follow(answer)
    for (const shown of ['Both records are one now.', 'Ada Rovente', '+39 050 1234567']) {
      assert.include(card.text, shown)
    }
    assert.include(card.text, 'Joined with another record of the person')
    assert.equal(card.text.split('Registered the customer').length, 3)

    assert.deepEqual(
      (await Reservation.all()).map(({ customerId }) => customerId),
      [one.id, one.id]
    )
    const kept = await Customer.findOrFail(one.id)
    assert.containsSubset(kept.$attributes, { email: 'anna@example.org', version: 2 })
    assert.include(kept.search, 'rovente')
    assert.isNull(await Customer.find(other.id))
    const ofKept = { object: 'customers.customer', objectId: one.id }
    const [changed] = await auditEntries({ ...ofKept, action: 'customers.customer_changed' })
    const [joined] = await auditEntries({ ...ofKept, action: 'customers.record_joined' })
    assert.deepEqual(changed.fields, ['last_name', 'phone'])
    assert.deepEqual(joined.changes, { former_id: [null, other.id] })
    const former = await desk.get(`${CARDS}/${other.id}`)
    assert.deepEqual([former.status, former.location], [302, `${CARDS}/${one.id}`])
  })

  test('a record that was joined into one that is joined again stays known', async ({ assert }) => {
    const [one, two, three] = [await aCustomer(), await aCustomer(), await aCustomer()]
    assert.isTrue((await join(two, three)).ok)
    await two.refresh()
    assert.isTrue((await join(one, two)).ok)
    const known = await db.from('customers_former_ids').orderBy('former_id')
    assert.deepEqual(
      known.map((row) => [Number(row.former_id), Number(row.customer_id)]),
      [
        [two.id, one.id],
        [three.id, one.id],
      ]
    )
  })

  test('two accounts are refused in words; one goes with the record, and the page says so', async ({
    assert,
  }) => {
    const [first, second] = [await someUser(), await someUser()]
    const guest = await aCustomer()
    const one = await aCustomer({ userId: first.id })
    const other = await aCustomer({ userId: second.id })
    const desk = await atDesk('owner')
    const page = await desk.get(`${JOINS}/${one.id}?with=${other.id}`)
    assert.include(page.text, 'Two accounts cannot be joined')
    assert.notInclude(page.text, 'Join both records')
    assert.deepEqual(await join(one, other), { ok: false, reason: 'two_accounts' })
    assert.lengthOf(await Customer.all(), 3)

    const fine = await desk.get(`${JOINS}/${guest.id}?with=${one.id}`)
    assert.include(fine.text, 'The account will then show everything of both')
    const answer = await desk.submit(fine.form(`${JOINS}/${guest.id}`))
    assert.equal(answer.status, 303)
    assert.equal((await Customer.findOrFail(guest.id)).userId, first.id)
  })

  test('what somebody changed meanwhile is compared again', async ({ assert }) => {
    const [one, other] = [await aCustomer(), await aCustomer()]
    const desk = await atDesk('manager')
    const form = (await desk.get(`${JOINS}/${one.id}?with=${other.id}`)).form(`${JOINS}/${one.id}`)
    await other.merge({ phone: '050 1', version: 2 }).save()
    const answer = await desk.submit(form)
    assert.include((await desk.follow(answer)).text, 'Somebody has changed one of the records')
    assert.lengthOf(await Customer.all(), 2)
  })

  test('likely duplicates stand on the card: same address, or a phone that ends alike', async ({
    assert,
  }) => {
    const one = await aCustomer({ phone: '050 123456' })
    await aCustomer({ firstName: 'Same', lastName: 'Mail' })
    await aCustomer({
      firstName: 'Same',
      lastName: 'Phone',
      email: null,
      phone: '+39 (050) 12-34-56',
    })
    await aCustomer({
      firstName: 'Quite',
      lastName: 'Different',
      email: 'x@example.org',
      phone: '12',
    })
    const card = await (await atDesk('manager')).get(`${CARDS}/${one.id}`)
    for (const shown of ['Possibly the same person', 'Same Mail', 'Same Phone']) {
      assert.include(card.text, shown)
    }
    assert.notInclude(card.text, 'Quite Different')
    const desk = await (await atDesk('desk')).get(`${CARDS}/${one.id}`)
    assert.include(desk.text, 'Same Mail')
    assert.notInclude(desk.text, JOINS)
  })

  test('a record of another location is neither found, compared nor joined', async ({ assert }) => {
    const { location, one } = await twoServed()
    const far = (await aReservation(await aLocation())).customer
    await far.merge({ lastName: 'Farfield', email: one.email }).save()
    const desk = await atDesk('manager', [location])
    assert.notInclude((await desk.get(`${CARDS}/${one.id}`)).text, 'Farfield')
    assert.notInclude((await desk.get(`${JOINS}/${one.id}?q=farfield`)).text, 'Farfield')
    assert.equal((await desk.get(`${JOINS}/${one.id}?with=${far.id}`)).status, 404)
    const body = { with: String(far.id), version: '1', other_version: '1' }
    const answer = await desk.submit({
      action: `${JOINS}/${one.id}`,
      method: 'POST',
      fields: {
        ...body,
        _csrf: (await desk.get(`${JOINS}/${one.id}`))
          .forms()
          .find(({ fields }) => '_csrf' in fields)!.fields._csrf,
      },
    })
    assert.equal(answer.status, 303)
    assert.include((await desk.follow(answer)).text, 'no longer there')
    assert.isNotNull(await Customer.find(far.id))
  })
})
