import { test } from '@japa/runner'
import {
  createCustomer,
  Customer,
  customerOfUser,
  searchCustomers,
  type NewCustomer,
} from '#core/customers'
import { SYSTEM, transaction } from '#core/platform'
import { someCustomer as someUser } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'

const create = (values: Partial<NewCustomer>) =>
  transaction((trx) =>
    createCustomer(trx, {
      firstName: 'Łucja',
      lastName: 'Peña-Grün',
      email: 'lucja@example.org',
      phone: '+48 601 / 22 33 44',
      locale: 'pl',
      actor: SYSTEM,
      ...values,
    })
  )

const names = async (term: string) => (await searchCustomers(term)).map(({ name }) => name)

test.group('Customers', (group) => {
  group.each.setup(() => freshDatabase())

  test('the same name and address twice are two people until staff join them', async ({
    assert,
  }) => {
    const [first, second] = [await create({}), await create({ phone: null })]
    assert.notEqual(first.id, second.id)
    assert.notEqual(first.publicId, second.publicId)
    await first.refresh()
    assert.equal(first.phone, '+48 601 / 22 33 44')
  })

  test('they are found without accents, in any order, by address and by phone', async ({
    assert,
  }) => {
    await create({})
    await create({ firstName: 'Jörg', lastName: 'Øster', email: null, phone: null })
    const found = ['lucja', 'LUCJA pena', 'gru łuc', 'Peña-Grün Łucja', 'lucja@ex', '601 22-33']
    for (const term of [...found, '(601) 22', 'pena 3344']) {
      assert.deepEqual(await names(term), ['Łucja Peña-Grün'], term)
    }
    assert.deepEqual(await names('oster jorg'), ['Jörg Øster'])
    for (const term of ['', '   ', 'lucja oster', 'xyz', '999']) {
      assert.deepEqual(await names(term), [], term)
    }
  })

  test('signs of the database’s patterns are letters like any other', async ({ assert }) => {
    await create({ firstName: '100%', lastName: 'A_b\\c' })
    await create({})
    assert.deepEqual(await names('%'), ['100% A_b\\c'])
    assert.deepEqual(await names('a_b\\c'), ['100% A_b\\c'])
    assert.deepEqual(await names("' or 1=1 --"), [])
  })

  test('a change of name is found under the new one', async ({ assert }) => {
    const customer = await create({})
    await customer.merge({ lastName: 'Świątek' }).save()
    assert.deepEqual(await names('swiatek'), ['Łucja Świątek'])
    assert.deepEqual(await names('grun'), [])
    assert.notProperty(customer.serialize(), 'search')
  })

  test('a person’s first record is their own; without the account it stays', async ({ assert }) => {
    const user = await someUser()
    assert.isNull(await customerOfUser(user.id))
    const customer = await create({ userId: user.id })
    assert.equal((await customerOfUser(user.id))!.id, customer.id)
    await user.delete()
    await customer.refresh()
    assert.isNull(customer.userId)
    assert.lengthOf(await Customer.all(), 1)
  })
})
