import { test } from '@japa/runner'
import { LOCALES, Location, Organisation } from '#core/organisation'
import { forgetCaches, urlFor } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const TEXTS = ['legal_notice', 'privacy_notice', 'accessibility_statement', 'help'] as const
const HOSTILE = '<img src=x onerror=alert(1)>'

async function anOrganisation(changes: Partial<Organisation>) {
  const organisation = await Organisation.findOrFail(1)
  await organisation.merge(changes).save()
  forgetCaches()
}

test.group('Site texts', (group) => {
  group.each.setup(() => freshDatabase())

  test('every page has a complete text in every language', async ({ assert }) => {
    await anOrganisation({ name: 'Ottica Aurora' })
    for (const text of TEXTS) {
      const pages = new Set<string>()
      for (const locale of LOCALES) {
        const page = await visitor().get(urlFor(`organisation.${text}.show`, {}, { lang: locale }))
        assert.equal(page.status, 200)
        assert.include(page.text, `lang="${locale}"`)
        assert.isAbove(page.text.match(/<h2/g)?.length ?? 0, 2)
        if (text !== 'help') assert.include(page.text, 'Ottica Aurora')
        pages.add(page.text.match(/<main[\s\S]*<\/main>/)![0])
      }
      assert.equal(pages.size, LOCALES.length)
    }
  })

  test('the operator’s own text replaces ours, in the nearest language', async ({ assert }) => {
    await anOrganisation({ legalNotice: { de: '## Wer\n- Ottica, desk@aurora.example.' } })
    const page = await visitor().get(urlFor('organisation.legal_notice.show', {}, { lang: 'pl' }))
    assert.include(page.text, '<h2>Wer</h2>')
    assert.include(page.text, '<a href="mailto:desk@aurora.example">desk@aurora.example</a>.')
  })

  test('what an operator writes is never markup', async ({ assert }) => {
    await anOrganisation({ name: HOSTILE, email: HOSTILE, address: HOSTILE, help: { en: HOSTILE } })
    for (const name of ['help', 'contact', 'privacy_notice']) {
      const page = await visitor().get(urlFor(`organisation.${name}.show`))
      assert.equal(page.status, 200)
      assert.notInclude(page.text, '<img src=x')
      assert.include(page.text, '&lt;img')
    }
  })

  test('H12 the contact page shows the organisation and its open places', async ({ assert }) => {
    await anOrganisation({
      name: 'Comune di Prova',
      email: 'urp@prova.example',
      phone: '+39 050 1',
    })
    const zone = 'Europe/Rome'
    await Location.create({
      slug: 'pisa',
      name: 'Sede di Pisa',
      zone,
      address: 'Via Prova 1\n56100 Pisa',
    })
    await Location.create({ slug: 'old', name: 'Sede chiusa', zone, active: false })
    const page = await visitor().get(urlFor('organisation.contact.show'))
    for (const words of [
      'Comune di Prova',
      'Sede di Pisa',
      'Via Prova 1',
      '56100 Pisa',
      'tel:+390501',
    ]) {
      assert.include(page.text, words)
    }
    assert.include(page.text, 'mailto:urp@prova.example')
    assert.notInclude(page.text, 'Sede chiusa')
  })

  test('the pages need no cookie', async ({ assert }) => {
    const page = await visitor().get(urlFor('organisation.help.show'))
    assert.equal(page.status, 200)
    assert.deepEqual(page.headers.getSetCookie(), [])
  })
})
