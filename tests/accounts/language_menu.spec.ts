import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { Organisation } from '#core/organisation'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const LIST = '/admin/scheduling/resources'
const languageOf = (text: string) => text.match(/<html lang="(\w+)"/)?.[1]

test.group('H9 The menu of languages', (group) => {
  group.each.setup(() => freshDatabase())

  test('changes the profile of who is signed in, and leads back to the page', async ({
    assert,
  }) => {
    const desk = await atDesk('desk')
    const page = await desk.get(`${LIST}?q=room&lang=fr`)
    assert.equal(languageOf(page.text), 'fr')
    const form = page.form('/account/language')
    assert.equal(form.fields.next, `${LIST}?q=room`, 'the address names no language any more')
    assert.equal(languageOf((await desk.get(LIST)).text), 'en', 'an address asks for one page')

    const sent = await desk.submit(form, { locale: 'pl' })
    assert.equal(sent.location, `${LIST}?q=room`)
    assert.equal(languageOf((await desk.get(LIST)).text), 'pl')
  })

  test('takes only languages that are offered, and leads to no other site', async ({ assert }) => {
    const desk = await atDesk('desk')
    await (await Organisation.findOrFail(1)).merge({ locales: ['en', 'de'] }).save()
    const form = (await desk.get(LIST)).form('/account/language')
    for (const locale of ['pl', 'xx', '', '__proto__']) {
      const sent = await desk.submit(form, { locale, next: '//evil.example' })
      assert.equal(sent.location, '/account')
    }
    assert.lengthOf(await User.query().where('locale', 'en'), 1)
    await desk.submit(form, { locale: 'de' })
    assert.lengthOf(await User.query().where('locale', 'de'), 1)
  })

  test('is links for visitors, who have no profile', async ({ assert }) => {
    const page = await visitor({ language: 'en' }).get('/contact?embed=0&lang=it')
    assert.include(page.text, 'href="/contact?embed=0&amp;lang=pl"')
    assert.notInclude(page.text, '/account/language')
  })
})
