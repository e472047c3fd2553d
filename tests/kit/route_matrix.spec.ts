import { test } from '@japa/runner'
import { sessionsOf, type User } from '#core/accounts'
import { createCustomer, giveRecordLink } from '#core/customers'
import {
  clock,
  randomId,
  routeTable,
  secretToken,
  SYSTEM,
  transaction,
  urlFor,
} from '#core/platform'
import { addAddress } from '#app/customers/actions/add_address'
import { addressesOf } from '#app/customers/queries/addresses_of'
import { someCustomer, someStaff, signedIn } from '#tests/accounts/people'
import { aPairedDevice } from '#tests/devices/devices'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'
import {
  accountRoutesOfRecords,
  ACTORS,
  addressOf,
  kindsOfDevices,
  promisedToDevice,
  routeMatrix,
  undeclaredRoutes,
  type Access,
  type MatrixCase,
  type Visitor,
} from '#tests/kit/matrix'
import { anAppointmentOf } from '#plugins/booking/tests/records'
import { aTicketOf } from '#plugins/helpdesk/tests/records'
import { aQuoteOf } from '#plugins/shop-quotes/tests/quote_records'
import { aVisitOf } from '#plugins/patient-visits/tests/records'
import { aLineOf, APPOINTMENT_PAGES, aReceiptOf } from '#plugins/shop-quotes/tests/order_records'
import { aBillingProfileOf } from '#plugins/shop-quotes/tests/shop'
import { anOrderToPayOf } from '#plugins/shop-quotes/tests/payment_records'
import { visitor } from '#tests/web/visitor'

/** Ends the session with which the others are visited; tests/accounts looks at it. */
const SIGN_OUT = 'accounts.sign_out.store'

/** For each account route about one record: its address for a record of this customer. */
const OWN_RECORDS: Record<string, (owner: User) => Promise<string>> = {
  'shop-quotes.documents.show': async ({ id }) =>
    urlFor('shop-quotes.documents.show', { id: await aReceiptOf(id) }),
  'accounts.sessions.destroy': async ({ id }) => {
    const [session] = await sessionsOf(id)
    return urlFor('accounts.sessions.destroy', { id: session.publicId })
  },
  ...Object.fromEntries(
    [
      ...['addresses.edit', 'addresses.update', 'default_address.update'],
      ...['address_removals.create', 'address_removals.store'],
    ].map((page) => [
      `customers.${page}`,
      async ({ id }: User) => urlFor(`customers.${page}`, { id: await anAddressOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    ['edit', 'update'].map((page) => [
      `customers.record_links.${page}`,
      async ({ id: userId }: User) => {
        const person = { firstName: 'Ada', lastName: 'B', locale: 'en', userId } as const
        const token = await transaction(async (trx) => {
          const { id: customerId } = await createCustomer(trx, { ...person, actor: SYSTEM })
          return giveRecordLink(trx, { customerId, actor: SYSTEM })
        })
        return urlFor(`customers.record_links.${page}`, { token })
      },
    ])
  ),
  ...Object.fromEntries(
    ['edit', 'update'].map((page) => [
      `accounts.email_links.${page}`,
      async ({ id }: User) => {
        const { plain, hash } = secretToken()
        const times = { requested_at: clock.now(), expires_at: clock.now() + 60_000 }
        const change = { user_id: id, email: `${page}@example.org`, hash, ...times }
        await transaction((trx) => trx.insertQuery().table('accounts_email_changes').insert(change))
        return urlFor(`accounts.email_links.${page}`, { token: plain })
      },
    ])
  ),
  ...Object.fromEntries(
    [
      ...['manage.show', 'calendar_files.show', 'ticket_files.show'],
      ...['cancellations.create', 'cancellations.store', 'moves.create', 'moves.store'],
    ].map((page) => [
      `booking.mine.${page}`,
      async ({ id }: User) => urlFor(`booking.mine.${page}`, { id: await anAppointmentOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    [
      ...['mine.show', 'calendar_files.show', 'visit_files.show'],
      ...['cancellations.create', 'cancellations.store', 'moves.create', 'moves.store'],
    ].map((page) => [
      `patient-visits.${page}`,
      async ({ id }: User) => urlFor(`patient-visits.${page}`, { id: await aVisitOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    [
      'mine.orders.show',
      ...['payments.create', 'payments.store', 'payment_checks.store', 'trials.store'],
      ...['order_messages', 'order_cancellations', 'withdrawals'].flatMap((step) => [
        `${step}.create`,
        `${step}.store`,
      ]),
    ].map((page) => [
      `shop-quotes.${page}`,
      async ({ id }: User) => urlFor(`shop-quotes.${page}`, { id: await anOrderToPayOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    APPOINTMENT_PAGES.map((page) => [
      `shop-quotes.${page}`,
      async ({ id }: User) => urlFor(`shop-quotes.${page}`, { id: await aLineOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    [
      ...['billing.edit', 'billing.update', 'default_billing.update'],
      ...['billing_removals.create', 'billing_removals.store'],
    ].map((page) => [
      `shop-quotes.${page}`,
      async ({ id }: User) => urlFor(`shop-quotes.${page}`, { id: await aBillingProfileOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    [
      'show',
      ...[
        'additions',
        'solutions',
        'withdrawals',
        'reopenings',
        'cancellations',
        'ratings',
      ].flatMap((step) => [`${step}.create`, `${step}.store`]),
    ].map((page) => [
      `helpdesk.mine.${page}`,
      async ({ id }: User) => urlFor(`helpdesk.mine.${page}`, { id: await aTicketOf(id) }),
    ])
  ),
  ...Object.fromEntries(
    [
      ...['show', 'papers.show', 'versions.show', 'acceptances.create', 'acceptances.store'],
      ...['words.create', 'words.store'],
    ].map((page) => [
      `shop-quotes.mine.quotes.${page}`,
      async ({ id: userId }: User) => {
        const id = await aQuoteOf(userId)
        return urlFor(`shop-quotes.mine.quotes.${page}`, { id, number: 1, word: 'write' })
      },
    ])
  ),
}

async function anAddressOf(userId: number): Promise<string> {
  const address = { recipient: 'Ada', street: 'Lindenweg 4', addition: null, postalCode: '10115' }
  const values = { ...address, city: 'Berlin', country: 'DE', label: null }
  await addAddress({ userId, values, formKey: randomId() })
  return (await addressesOf(userId))[0].publicId
}

async function clientOf(actor: Visitor): Promise<HttpClient> {
  if (actor === 'anonymous') return visitor()
  if (actor === 'customer') return signedIn(await someCustomer())
  return signedIn(await someStaff({ role: actor === 'staff_without_role' ? null : actor }))
}

/** The token that forms of signed-in people carry; visitors have none. */
async function csrfToken(client: HttpClient): Promise<string | undefined> {
  const page = await client.follow(await client.get('/account'))
  return page
    .forms()
    .map(({ fields }) => fields._csrf)[0]
    ?.toString()
}

function accessOf(answer: Answer): Access | string {
  if (answer.status >= 500) return `error ${answer.status}`
  if (answer.status === 403) return 'forbidden'
  if (answer.status === 401 && answer.text.includes('href="/device"')) return 'unpaired'
  if (answer.status === 401 || answer.location?.startsWith('/sign-in')) return 'sign_in'
  return 'open'
}

test.group('every route × every kind of person', (group) => {
  group.each.setup(() => freshDatabase())

  test('there is no route beside the declared ones', ({ assert }) => {
    assert.deepEqual(undeclaredRoutes(), [])
  })

  for (const actor of ACTORS) {
    test(`${actor} reaches what the declarations promise, and nothing else`, async ({ assert }) => {
      const cases = routeMatrix().filter(
        (entry) => entry.actor === actor && entry.route.name !== SIGN_OUT
      )
      const client = await clientOf(actor)
      const token = actor === 'anonymous' ? undefined : await csrfToken(client)
      const visit = ({ route }: MatrixCase) =>
        route.method === 'GET'
          ? client.get(addressOf(route))
          : client.post(addressOf(route), { _csrf: token })

      const wrong: string[] = []
      for (const entry of cases) {
        const access = accessOf(await visit(entry))
        if (access !== entry.access) {
          const { method, pattern } = entry.route
          wrong.push(`${method} ${pattern}: ${access} instead of ${entry.access}`)
        }
      }
      console.log(`    ${cases.length} routes as ${actor}`)
      assert.isAbove(cases.length, 0)
      assert.deepEqual(wrong, [])
    }).timeout(120_000)
  }

  for (const kind of kindsOfDevices()) {
    test(`a device of the kind ${kind} opens its own pages, and none of people`, async ({
      assert,
    }) => {
      const { cookie } = await aPairedDevice({ kind })
      const client = visitor()
      const wrong: string[] = []
      for (const route of routeTable().filter(({ name }) => name !== SIGN_OUT)) {
        const path = addressOf(route)
        const answer =
          route.method === 'GET'
            ? await client.get(path, { cookie })
            : await client.post(path, {}, { cookie })
        const access = accessOf(answer)
        const expected = promisedToDevice(route, kind)
        if (access !== expected) wrong.push(`${route.name}: ${access} instead of ${expected}`)
      }
      assert.deepEqual(wrong, [])
    }).timeout(120_000)
  }

  test('another customer finds nothing behind the addresses of somebody’s records', async ({
    assert,
  }) => {
    const owner = await someCustomer()
    await signedIn(owner)
    const other = await signedIn(await someCustomer())
    const _csrf = await csrfToken(other)
    for (const route of accountRoutesOfRecords()) {
      const makeAddress = OWN_RECORDS[route.name]
      assert.isDefined(makeAddress, `tell how a customer gets a record for ${route.name}`)
      const address = await makeAddress(owner)
      const answer =
        route.method === 'GET' ? await other.get(address) : await other.post(address, { _csrf })
      assert.equal(answer.status, 404, route.name)
    }
    assert.lengthOf(await sessionsOf(owner.id), 1)
  })
})
