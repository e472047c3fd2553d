import { test } from '@japa/runner'
import { LOCALES, Organisation } from '#core/organisation'
import { contributions, forgetCaches, urlFor } from '#core/platform'
import { add, aService } from '#plugins/shop-quotes/tests/shop'
import { withTwoFactor } from '#tests/accounts/codes'
import { PASSWORD, someStaff } from '#tests/accounts/people'
import { countTheVisits, press } from '#tests/consent/asking'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

const page = (lang: string) => visitor().get(urlFor('consent.cookies.show', {}, { lang }))
/** Names of the cookies that an answer leaves in the browser; some it only takes away. */
const named = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .filter((line) => !line.includes('Max-Age=0'))
    .map((line) => line.slice(0, line.indexOf('=')))

async function declared(): Promise<string[]> {
  const all = (await contributions('cookies')).flatMap(({ value }) => value)
  return all.map(({ name }) => name).sort()
}

test.group('V5 Cookies', (group) => {
  group.each.setup(() => freshDatabase())

  test('the page tells of each what it is for and how long it stays, in every language', async ({
    assert,
  }) => {
    await countTheVisits()
    const pages = new Set<string>()
    for (const locale of LOCALES) {
      const { status, text } = await page(locale)
      assert.equal(status, 200)
      assert.include(text, `lang="${locale}"`)
      const [main] = text.match(/<main[\s\S]*<\/main>/)!
      for (const name of await declared()) assert.include(main, name)
      assert.notMatch(main, /consent\.|accounts\.|devices\.|statistics\.|web\./)
      pages.add(main)
    }
    assert.equal(pages.size, LOCALES.length)
    const { text } = await page('en')
    for (const kept of ['180 days', '400 days', '5 minutes', 'Until you close the browser'])
      assert.include(text, kept)
  })

  test('the data controller is named, with the way to reach them', async ({ assert }) => {
    const organisation = await Organisation.findOrFail(1)
    const values = { name: 'Gmina <Aurora>', address: 'ul. Lipowa 1\n00-950 Aurora' }
    await organisation.merge({ ...values, email: 'rodo@aurora.example' }).save()
    forgetCaches()
    const { text } = await page('pl')
    assert.include(
      text,
      'Administratorem danych osobowych na tej stronie jest Gmina &lt;Aurora&gt;.'
    )
    assert.include(text, 'ul. Lipowa 1')
    assert.include(text, 'href="mailto:rodo@aurora.example"')
  })

  test('nothing optional is on the page while nothing optional is done', async ({ assert }) => {
    const { text } = await page('en')
    assert.notInclude(text, 'Optional cookies')
    assert.notMatch(text, /<span>visitor</)
    assert.include(text, 'there is nothing that you would have to agree to')
    await countTheVisits()
    const asked = (await page('en')).text
    assert.match(asked, /Optional cookies[\s\S]*visitor/)
    assert.notInclude(asked, 'there is nothing that you would have to agree to')
  })

  test('every public page leads there, and reading it leaves nothing', async ({ assert }) => {
    const client = visitor({ language: 'en' })
    const answers = [
      await client.get('/'),
      await client.get('/contact'),
      await client.get('/cookies'),
    ]
    for (const answer of answers) {
      assert.match(answer.text, /<footer[\s\S]*href="\/cookies"[\s\S]*<\/footer>/)
      assert.isEmpty(named(answer))
    }
  })

  test('what is set is what the page tells, no more and no less', async ({ assert }) => {
    await countTheVisits()
    const client = visitor({ language: 'en' })
    const [one, two] = [await someStaff({ role: 'desk' }), await someStaff({ role: 'owner' })]
    await withTwoFactor(two)
    const signIn = (email: string) => visitor().post('/sign-in', { email, password: PASSWORD })
    const answers = [
      await client.get('/?lang=ca'),
      await client.submit((await client.get('/device')).form('/device/pairings')),
      await client.submit((await client.get('/reading')).form('/reading'), { text: 'large' }),
      await press(client, 'all'),
      await client.get('/'),
      await add(client, await aService()),
      await signIn(one.email),
      await signIn(two.email),
    ]
    const set = new Set(answers.flatMap(named))
    assert.deepEqual([...set].sort(), await declared())
  })
})
