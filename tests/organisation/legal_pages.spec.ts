import { test } from '@japa/runner'
import { LOCALES, Organisation } from '#core/organisation'
import { clock, forgetCaches } from '#core/platform'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'
import { visitor } from '#tests/web/visitor'

const PROFILE = '/admin/organisation/profile'
const FACTS = {
  ...{ name: 'Comune di Prova', address: 'Via Prova 1\n56100 Pisa', email: 'urp@prova.example' },
  ...{ representedBy: 'Anna Rossi', dataProtectionOfficer: 'Paolo Esempio\ndpo@prova.example' },
}

async function has(values: Partial<Organisation>) {
  await (await Organisation.findOrFail(1)).merge(values).save()
  forgetCaches()
}

async function read(path: string, language = 'en') {
  const { text } = await visitor({ language }).get(path)
  return /<main[\s\S]*<\/main>/.exec(text)![0].replaceAll(/\s+/g, ' ')
}
const headings = (text: string) => [...text.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, h]) => h)

test.group('V5 Legal pages', (group) => {
  group.each.setup(() => freshDatabase())

  test('they name who answers for them, whatever the operator’s own text says', async ({
    assert,
  }) => {
    for (const own of [{}, { en: 'Our own words.' }]) {
      await has({ ...FACTS, privacyNotice: own, legalNotice: own })
      for (const path of ['/privacy', '/legal-notice']) {
        const text = await read(path)
        for (const fact of ['Comune di Prova', 'Via Prova 1', '56100 Pisa', 'Anna Rossi'])
          assert.include(text, fact, path)
        assert.include(text, 'href="mailto:urp@prova.example"')
        assert.equal(text.includes('Our own words.'), 'en' in own)
        assert.equal(text.includes('dpo@prova.example'), path === '/privacy')
      }
    }
  })

  test('the statement has the parts of the European model, in their order', async ({ assert }) => {
    assert.deepEqual(headings(await read('/accessibility')), [
      ...['Conformance status', 'Content that is not accessible', 'What helps you here'],
      ...['How this statement was prepared', 'Feedback and contact', 'Enforcement procedure'],
    ])
    const shipped = await read('/accessibility')
    assert.include(shipped, 'conforms partially')
    assert.include(shipped, 'has not yet entered the date')
    assert.include(shipped, 'href="/accessibility/feedback"')
    assert.include(shipped, 'the authority that oversees')
    const pages = new Set<string>()
    for (const locale of LOCALES) {
      const text = await read('/accessibility', locale)
      assert.lengthOf(headings(text), 6)
      assert.notMatch(text, /organisation\.|\{/)
      pages.add(text)
    }
    assert.equal(pages.size, LOCALES.length)
  })

  test('each of its facts is a setting', async ({ assert }) => {
    await has({
      ...{ name: 'Comune di Prova', conformance: 'full', assessedOn: '2027-01-19' },
      ...{ assessedBy: 'external', enforcementBody: { en: '- AgID, info@agid.example' } },
    })
    const full = await read('/accessibility')
    assert.include(full, 'The site conforms to the European standard')
    assert.include(full, 'We know of no content that is not accessible.')
    assert.include(full, 'Somebody independent of Comune di Prova assessed the site.')
    assert.include(full, 'prepared on Tuesday, 19 January 2027')
    assert.include(full, 'href="mailto:info@agid.example"')
    await has({
      conformance: 'none',
      assessedBy: 'self',
      inaccessibleContent: { es: 'Los vídeos.' },
    })
    const none = await read('/accessibility')
    assert.include(none, 'The site does not conform')
    assert.include(none, '<p> Los vídeos. </p>')
    assert.include(none, 'Comune di Prova assessed the site itself.')
  })

  test('an operator’s own statement replaces ours, and the way to give feedback stays', async ({
    assert,
  }) => {
    await has({ accessibilityStatement: { de: '## Unsere Worte' } })
    assert.deepEqual(headings(await read('/accessibility', 'pl')), [
      'Unsere Worte',
      'Informacje zwrotne i dane kontaktowe',
    ])
  })

  test('the operator’s words stand above the list of cookies, which stays whole', async ({
    assert,
  }) => {
    const usual = await read('/cookies')
    assert.include(usual, 'A cookie is a small note')
    await has({ cookieNotice: { es: '## Nuestras cookies\nPocas.' } })
    const own = await read('/cookies', 'fr')
    assert.match(own, /<h2>Nuestras cookies<\/h2>[\s\S]*<table/)
    assert.notInclude(own, 'Un cookie est')
  })

  test('a text tells when the operator last changed it, and only that text', async ({ assert }) => {
    clock.freeze(Date.parse('2027-01-18T09:00:00Z'))
    const write = async (texts: Record<string, string>) =>
      save(await atDesk('owner'), PROFILE, texts)
    await write({ 'cookieNotice[es]': 'Pocas.', 'privacyNotice[es]': 'Nuestro.' })
    forgetCaches()
    clock.freeze(Date.parse('2027-01-19T09:00:00Z'))
    await write({ 'privacyNotice[es]': 'Otro.', name: 'Ayuntamiento' })
    forgetCaches()
    assert.include(await read('/cookies'), 'Last changed: Monday, 18 January 2027')
    assert.include(await read('/privacy'), 'Last changed: Tuesday, 19 January 2027')
    assert.notInclude(await read('/legal-notice'), 'Last changed')
    assert.deepEqual(Object.keys((await Organisation.findOrFail(1)).textsChangedAt).sort(), [
      'cookieNotice',
      'privacyNotice',
    ])
  })

  test('hostile words are only words, and no page takes many statements', async ({ assert }) => {
    const text = { en: HOSTILE }
    await has({
      ...{ representedBy: HOSTILE, dataProtectionOfficer: HOSTILE, inaccessibleContent: text },
      ...{ enforcementBody: text, cookieNotice: text, fundersHeading: text },
    })
    for (const path of ['/privacy', '/legal-notice', '/accessibility', '/cookies']) {
      const client = visitor()
      const sent = await statementsOf(async () =>
        assert.isTrue(isClean(await client.get(path)), path)
      )
      assert.isAtMost(sent.length, 6, path)
    }
  })
})
