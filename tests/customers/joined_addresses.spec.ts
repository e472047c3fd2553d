import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { OutboxMail } from '#core/messaging'
import { atDesk } from '#tests/admin/desk'
import { aCustomer, join, twoServed } from '#tests/customers/duplicates'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const CARDS = '/admin/customers/customers'
const JOINS = '/admin/customers/joins'
const LINK = 'send-record-link'
const INTO = 'has meanwhile been joined into this one'

test.group('The address of a record that was joined into another', (group) => {
  group.each.setup(() => freshDatabase())

  test('the old address leads only those who may see the record', async ({ assert }) => {
    const { location, one, other } = await twoServed()
    assert.isTrue((await join(one, other)).ok)
    const address = `${CARDS}/${other.id}`
    const here = await (await atDesk('desk', [location])).get(address)
    assert.equal(here.location, `${CARDS}/${one.id}`)
    const elsewhere = await atDesk('desk', [await aLocation()])
    assert.equal((await elsewhere.get(address)).status, 404)
    const owner = await atDesk('owner')
    assert.equal((await owner.get(`${CARDS}/${other.id + 50}`)).status, 404)
    await db.from('customers_former_ids').delete()
    assert.equal((await owner.get(address)).status, 404)
  })

  test('every page of the old address leads to the same page of the record that stands', async ({
    assert,
  }) => {
    const { one, other } = await twoServed()
    assert.isTrue((await join(one, other)).ok)
    const owner = await atDesk('owner')
    const pages = [`${CARDS}/*`, `${CARDS}/*/edit`, `${CARDS}/*/${LINK}`, `${JOINS}/*?q=an%20b`]
    for (const page of pages) {
      const old = await owner.get(page.replace('*', String(other.id)))
      assert.deepEqual([old.status, old.location], [302, page.replace('*', String(one.id))])
      assert.equal((await owner.follow(old)).status, 200, page)
    }
    const fresh = `${CARDS}/${other.id + 50}`
    assert.equal((await owner.get(`${fresh}/edit`)).status, 404)
    assert.equal((await owner.get(`${fresh}/${LINK}`)).status, 404)
  })

  test('a form that was opened before compares what was typed with the record that stands', async ({
    assert,
  }) => {
    const { one, other } = await twoServed()
    const owner = await atDesk('owner')
    const old = (await owner.get(`${CARDS}/${other.id}/edit`)).form(`${CARDS}/${other.id}`)
    assert.isTrue((await join(one, other)).ok)

    const wrong = await owner.submit(old, { lastName: 'Rossi', email: 'nobody' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, INTO)
    const form = wrong.form(`${CARDS}/${one.id}`)
    assert.containsSubset(form.fields, { lastName: 'Rossi', email: 'nobody', version: '0' })
    assert.equal((await owner.submit(form, { email: 'rossi@example.org' })).status, 409)

    const compared = await owner.submit(old, { lastName: 'Rossi' })
    assert.equal(compared.status, 409)
    assert.include(compared.text, INTO)
    const stored = { lastName: one.lastName, email: 'anna@example.org', version: 2 }
    assert.containsSubset((await Customer.findOrFail(one.id)).$attributes, stored)
    const choice = compared.form(`${CARDS}/${one.id}`)
    const keeps = ['lastName', 'phone', 'email'].map((name) => choice.fields[`_keep[${name}]`])
    assert.deepEqual(keeps, ['yours', 'stored', 'stored'])
    const saved = await owner.submit(choice)
    assert.deepEqual([saved.status, saved.location], [303, `${CARDS}/${one.id}`])
    assert.containsSubset((await Customer.findOrFail(one.id)).$attributes, {
      ...{ lastName: 'Rossi', phone: null, email: 'anna@example.org', version: 3 },
    })
  })

  test('an action that was asked about before is asked about again, or refused', async ({
    assert,
  }) => {
    const { one, other } = await twoServed()
    await other.merge({ email: 'other@example.org' }).save()
    const owner = await atDesk('owner')
    const at = (id: number) => `${CARDS}/${id}/${LINK}`
    const old = (await owner.get(at(other.id))).form(at(other.id))
    assert.isTrue((await join(one, other)).ok)
    const mails = () => OutboxMail.query().where('template', 'customers.record_link')

    const again = await owner.submit(old)
    assert.equal(again.status, 409)
    assert.include(again.text, INTO)
    assert.lengthOf(await mails(), 0)
    assert.equal((await owner.submit(again.form(at(one.id)))).status, 303)
    assert.lengthOf(await mails(), 1)

    await (await Customer.findOrFail(one.id)).merge({ email: null }).save()
    const refused = await owner.submit(old)
    assert.equal(refused.location, `${CARDS}/${one.id}`)
    const { text } = await owner.follow(refused)
    assert.include(text, `${INTO}. It does not allow this now.`)
  })

  test('a comparison that was opened before is made again with the record that stands', async ({
    assert,
  }) => {
    const [one, two, three] = [await aCustomer(), await aCustomer(), await aCustomer()]
    const owner = await atDesk('owner')
    const compare = async (id: number, other: number) =>
      (await owner.get(`${JOINS}/${id}?with=${other}`)).form(`${JOINS}/${id}`)
    const [old, done] = [await compare(two.id, three.id), await compare(two.id, one.id)]
    assert.isTrue((await join(one, two)).ok)
    const again = await owner.submit(old)
    assert.equal(again.location, `${JOINS}/${one.id}?with=${three.id}`)
    assert.include((await owner.follow(again)).text, INTO)
    assert.isNotNull(await Customer.find(three.id))
    const both = await owner.submit(done)
    assert.equal(both.location, `${CARDS}/${one.id}`)
    assert.include((await owner.follow(both)).text, 'Both records are one now.')
    const named = await owner.get(`${JOINS}/${three.id}?with=${two.id}`)
    assert.equal(named.form(`${JOINS}/${three.id}`).fields.with, String(one.id))
  })
})
