import { test } from '@japa/runner'
import { LOCALES, Organisation } from '#core/organisation'
import { freshDatabase } from '#tests/kit/database'
import { declareProbes } from '#tests/web/probes'
import { visitor } from '#tests/web/visitor'

test.group('H9 languages', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('nothing known speaks Spanish; a browser is answered in its language', async ({
    assert,
  }) => {
    const page = async (language: string) =>
      JSON.parse((await visitor({ language }).get('/probe/page')).text)
    assert.equal((await page('zh')).locale, 'es')
    assert.equal((await page('fr-CH, en;q=0.3')).locale, 'fr')
    assert.equal((await page('fr')).home, 'Aller à la page d’accueil')
  })

  test('a language in the address is kept in the one cookie a visitor gets', async ({ assert }) => {
    const client = visitor({ language: 'de' })
    const asked = await client.get('/probe/page?lang=ca')
    assert.equal(JSON.parse(asked.text).locale, 'ca')
    assert.match(asked.headers.get('set-cookie')!, /^lang=ca; .*HttpOnly; SameSite=Lax/)
    const next = await client.get('/probe/page')
    assert.equal(JSON.parse(next.text).locale, 'ca')
    assert.isNull(next.headers.get('set-cookie'))
  })

  test('an unknown one gets the default with a notice')
    .with(['xx', 'EN', '__proto__', 'es,it', '', "es'--"])
    .run(async ({ assert }, lang) => {
      const client = visitor({ language: 'zh' })
      const answer = await client.get(`/probe/page?lang=${encodeURIComponent(lang)}`)
      const { locale, notices } = JSON.parse(answer.text)
      assert.equal(locale, 'es')
      assert.deepEqual(
        notices,
        lang === ''
          ? []
          : [{ tone: 'info', text: 'Esta página no está disponible en el idioma que ha pedido.' }]
      )
      assert.isNull(answer.headers.get('set-cookie'))
    })

  test('only languages that the organisation offers are offered', async ({ assert }) => {
    const organisation = await Organisation.findOrFail(1)
    await organisation.merge({ name: 'Ufficio', locales: ['it', 'de'], defaultLocale: 'it' }).save()
    const page = async (path: string) =>
      JSON.parse((await visitor({ language: 'fr' }).get(path)).text)
    assert.deepInclude(await page('/probe/page'), { locale: 'it', name: 'Ufficio' })
    assert.equal((await page('/probe/page?lang=fr')).locale, 'it')
  })

  test('every error page exists in every language', async ({ assert }) => {
    const titles = new Set<string>()
    for (const language of LOCALES) {
      const page = await visitor({ language }).get('/no-such-page')
      assert.include(page.text, `lang="${language}"`)
      titles.add(/<h1>([^<]+)<\/h1>/.exec(page.text)![1])
    }
    assert.equal(titles.size, LOCALES.length)
  })
})
