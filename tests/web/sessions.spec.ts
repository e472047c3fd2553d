import { test } from '@japa/runner'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { declareProbes } from '#tests/web/probes'

test.group('Forms of signed-in people', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('carry the token of their session', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const token = (await client.get('/account')).form('/sign-out').fields._csrf as string
    assert.match(token, /^[\w-]{22}\.\d+\.[\w-]{22}$/)
    assert.equal((await client.post('/probe/echo', { _csrf: token })).status, 200)
    const header = await client.post('/probe/echo', {}, { 'x-csrf-token': token })
    assert.equal(header.status, 200)
  })

  test('without it, with another’s, or with the token in the address they are refused', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    const other = await signedIn(await someCustomer())
    const foreign = (await other.get('/account')).form('/sign-out').fields._csrf
    const own = (await client.get('/account')).form('/sign-out').fields._csrf as string
    for (const fields of [{}, { _csrf: foreign }, { _csrf: '' }, { _csrf: 'x'.repeat(43) }]) {
      const answer = await client.post('/probe/echo', fields)
      assert.equal(answer.status, 419)
      assert.include(answer.text, 'Please send this again')
    }
    assert.equal((await client.post(`/probe/echo?_csrf=${own}`, {})).status, 419)
    assert.equal((await client.post('/probe/echo', { '_csrf[]': own })).status, 419)
  })

  test('a token does not make up for a stranger’s page', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const _csrf = (await client.get('/account')).form('/sign-out').fields._csrf
    const answer = await client.post('/probe/echo', { _csrf }, { 'sec-fetch-site': 'cross-site' })
    assert.equal(answer.status, 403)
  })

  test('H9 they are answered in the language of their profile', async ({ assert }) => {
    const client = await signedIn(await someCustomer({ locale: 'pl' }))
    const page = JSON.parse((await client.get('/probe/page')).text)
    assert.equal(page.locale, 'pl')
    assert.include((await client.get('/no-such-page')).text, 'Nie znaleziono strony')
    assert.equal(JSON.parse((await client.get('/probe/page?lang=de')).text).locale, 'de')
  })
})
