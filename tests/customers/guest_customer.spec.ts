import { test } from '@japa/runner'
import { createCustomer, Customer, guestCustomer, type NewCustomer } from '#core/customers'
import { PUBLIC, transaction } from '#core/platform'
import { someCustomer as someUser } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'

const JULIA: NewCustomer = {
  firstName: 'Júlia',
  lastName: 'Talmühl',
  email: 'julia@example.org',
  phone: '+39 050 123',
  locale: 'it',
  actor: PUBLIC,
}

test.group('A guest who comes again', (group) => {
  group.each.setup(() => freshDatabase())

  const again = (values: Partial<NewCustomer> = {}) =>
    transaction((trx) => guestCustomer(trx, { ...JULIA, ...values }))

  test('is the customer of before, with the same name and address; nothing stored changes', async ({
    assert,
  }) => {
    const { id } = await again()
    for (const values of [
      {},
      { firstName: ' julia ', lastName: 'TALMUHL', email: ' Julia@Example.org' },
      { phone: null },
      { phone: '39050123' },
      { locale: 'de' as const },
    ]) {
      assert.equal((await again(values)).id, id, JSON.stringify(values))
    }
    const [only, ...others] = await Customer.all()
    assert.lengthOf(others, 0)
    assert.containsSubset(only.$attributes, { firstName: 'Júlia', phone: JULIA.phone, version: 1 })
  })

  test('is somebody else with another name, address or phone, or without an address', async ({
    assert,
  }) => {
    const { id } = await again()
    for (const values of [
      { firstName: 'Giulia' },
      { email: 'other@example.org' },
      { phone: '+39 050 999' },
      { email: null },
      { email: '' },
    ]) {
      assert.notEqual((await again(values)).id, id, JSON.stringify(values))
    }
  })

  test('never takes the record of an account, whatever is typed', async ({ assert }) => {
    const { id: userId } = await someUser()
    const own = await transaction((trx) => createCustomer(trx, { ...JULIA, userId }))
    const guest = await again()
    assert.notEqual(guest.id, own.id)
    assert.isNull(guest.userId)
  })
})
