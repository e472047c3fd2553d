import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { createCustomer } from '#core/customers'
import { LOCALES } from '#core/organisation'
import { SYSTEM, transaction } from '#core/platform'
import { addressLines } from '#app/customers/domain/address_lines'
import { COUNTRIES } from '#app/customers/domain/countries'
import { Address } from '#app/customers/models/address'
import { countryName } from '#app/customers/presenters/countries'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const PAGE = '/account/addresses'
const HOME = {
  ...{ label: 'Home', recipient: 'Ada Brandt', street: 'Lindenweg 4', addition: '' },
  ...{ postal_code: '10115', city: 'Berlin', country: 'DE' },
}

const addForm = async (client: HttpClient) => (await client.get(`${PAGE}/new`)).form(PAGE)

const adds = async (client: HttpClient, fields: Record<string, string> = {}) =>
  client.submit(await addForm(client), { ...HOME, ...fields })

const all = () => Address.query().orderBy('id')
const states = async () =>
  (await all()).map(({ label, isDefault }) => (isDefault ? `${label} *` : label))

/** The form of the list that does something with an address. */
const press = async (client: HttpClient, { publicId }: Address, what: 'default' | 'removal') => {
  const page = what === 'default' ? PAGE : `${PAGE}/${publicId}/removal`
  return client.submit((await client.get(page)).form(`${PAGE}/${publicId}/${what}`))
}

test.group('Postal addresses', (group) => {
  group.each.setup(() => freshDatabase())

  test('a customer adds, changes, chooses and removes them; the first is the default', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    assert.include((await client.get('/account')).text, `href="${PAGE}"`)
    assert.include((await client.get(PAGE)).text, 'You have not saved any address yet.')
    const form = await addForm(client)
    assert.containsSubset(form.fields, { recipient: 'Ada Brandt', country: 'GB' })
    const added = await client.submit(form, HOME)
    assert.include((await client.follow(added)).text, 'The address has been saved.')
    await adds(client, { label: 'Office', addition: '3rd floor', country: 'FR', city: 'Lyon' })
    const list = (await client.get(PAGE)).text
    for (const line of ['10115 Berlin', 'Germany', '3rd floor', 'France']) {
      assert.include(list, line)
    }
    assert.deepEqual(await states(), ['Home *', 'Office'])

    const [home, office] = await all()
    const edit = (await client.get(`${PAGE}/${office.publicId}`)).form(`${PAGE}/`)
    await client.submit(edit, { label: 'Studio', addition: '' })
    assert.containsSubset((await office.refresh()).$attributes, { label: 'Studio', addition: null })
    await press(client, office, 'default')
    assert.deepEqual(await states(), ['Home', 'Studio *'])
    assert.include((await client.get(`${PAGE}/${office.publicId}/removal`)).text, 'Studio')
    assert.lengthOf(await all(), 2, 'looking removes nothing')
    await press(client, office, 'removal')
    assert.deepEqual(await states(), ['Home *'])

    const [entry] = await auditTrailOf('customers.address', office.id)
    assert.equal(entry.action, 'customers.address_removed')
    const trail = await auditTrailOf('customers.address', office.id)
    assert.notInclude(JSON.stringify(trail.map(({ changes }) => changes)), 'Studio')
    await press(client, home, 'removal')
    assert.deepEqual(await states(), [])
  })

  test('what is wrong is said beside its field, and what was typed stays', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const wrong = await adds(client, { street: ' ', postal_code: '', country: 'XX' })
    assert.equal(wrong.status, 422)
    for (const kept of ['value="Home"', 'value="Berlin"', 'error-summary', 'Street and number']) {
      assert.include(wrong.text, kept)
    }
    assert.lengthOf(await all(), 0)
    await adds(client, { label: '<b>x</b>', user_id: '1', is_default: 'false', public_id: 'mine' })
    assert.include((await client.get(PAGE)).text, '&lt;b&gt;x&lt;/b&gt;')
    const [stored] = await all()
    assert.isTrue(stored.isDefault)
    assert.notEqual(stored.publicId, 'mine')
  })

  test('two windows: the later one sees both versions, and nothing typed is lost', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    await adds(client)
    const [{ publicId }] = await all()
    const early = (await client.get(`${PAGE}/${publicId}`)).form(`${PAGE}/`)
    await client.submit(early, { street: 'Ulmenallee 7' })
    const late = await client.submit(early, { street: 'Buchengasse 9' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'changed in the meantime')
    for (const line of ['Ulmenallee 7', 'value="Buchengasse 9"']) assert.include(late.text, line)
    const again = await client.submit(late.form(`${PAGE}/`), {})
    assert.equal(again.status, 303)
    assert.equal((await Address.firstOrFail()).street, 'Buchengasse 9')
  })

  test('a form sent twice adds one, and there are never more than twenty', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const form = await addForm(client)
    const twice = [client.submit(form, HOME), client.submit(form, HOME)]
    assert.deepEqual(
      (await Promise.all(twice)).map(({ status }) => status),
      [303, 303]
    )
    assert.lengthOf(await all(), 1)
    for (let n = 2; n < 20; n++) await adds(client, { label: `No. ${n}` })
    const forms = [await addForm(client), await addForm(client), await addForm(client)]
    const answers = await Promise.all(forms.map((one) => client.submit(one, HOME)))
    assert.lengthOf(await all(), 20)
    assert.include((await client.follow(answers[0])).text, 'There is room for 20 addresses.')
    assert.lengthOf(await Address.query().where('isDefault', true), 1)
  })

  test('defaults chosen at once leave one', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    for (const label of ['A', 'B', 'C']) await adds(client, { label })
    const [, b, c] = await all()
    await Promise.all([press(client, b, 'default'), press(client, c, 'default')])
    assert.lengthOf(await Address.query().where('isDefault', true), 1)
  })

  test('they are each customer’s own, and nothing for staff', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    await adds(client)
    const [{ publicId }] = await all()
    const other = await signedIn(await someCustomer())
    assert.equal((await other.get(`${PAGE}/${publicId}`)).status, 404)
    assert.notInclude((await other.get(PAGE)).text, 'Lindenweg')
    const staff = await signedIn(await someStaff({ role: 'desk' }))
    assert.equal((await staff.get(PAGE)).status, 404)
    assert.notInclude((await staff.get('/account')).text, PAGE)
  })

  test('staff see them on the customer card; they go when the person leaves', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    await adds(client)
    const person = {
      firstName: 'Ada',
      lastName: 'Brandt',
      email: user.email,
      locale: 'en' as const,
    }
    const customer = await transaction((trx) =>
      createCustomer(trx, { ...person, userId: user.id, actor: SYSTEM })
    )
    const desk = await atDesk('desk')
    const card = `/admin/customers/customers/${customer.id}`
    const { text } = await desk.get(card)
    for (const words of ['Postal addresses', 'Lindenweg 4', 'Germany']) assert.include(text, words)

    const leave = (await client.get('/account/leave')).form('/account/leave')
    assert.equal((await client.submit(leave, { current_password: PASSWORD })).location, '/left')
    assert.lengthOf(await all(), 0)
    assert.notInclude((await desk.get(card)).text, 'Lindenweg 4')
  })

  test('every country has a name in every language, and towns stand where they belong', ({
    assert,
  }) => {
    assert.lengthOf(new Set(COUNTRIES), 249)
    const nameless = LOCALES.flatMap((locale) =>
      COUNTRIES.filter((country) => countryName(country, locale) === country)
    )
    assert.deepEqual(nameless, [])
    const address = { recipient: 'A', street: 'B', addition: null, postalCode: '1', city: 'C' }
    const german = addressLines({ ...address, country: 'DE' }, 'Germany')
    assert.deepEqual(german, ['A', 'B', '1 C', 'Germany'])
    assert.equal(addressLines({ ...address, country: 'GB' }, 'United Kingdom')[2], 'C 1')
  })
})
