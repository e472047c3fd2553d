import { test } from '@japa/runner'
import { Location } from '#core/organisation'
import { clock, forgetCaches, transaction } from '#core/platform'
import { OpeningException, OpeningRule } from '#core/scheduling'
import { saveLocationSetting, setting } from '#core/settings'
import { directions, mapLink } from '#app/organisation/settings'
import { HOSTILE, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

/** Monday, 10:00 in Pisa. */
const NOW = Date.parse('2027-01-18T09:00:00Z')
const STAFF = { kind: 'staff', id: 3 } as const

async function aPlace(name = 'Sportello di prova') {
  const place = await Location.create({
    slug: 'pisa',
    name,
    zone: 'Europe/Rome',
    address: 'Via Prova 1\n56100 Pisa',
    phone: '+39 050 123',
    email: 'pisa@prova.example',
  })
  const rule = { locationId: place.id, weekdays: [1, 2, 3, 4, 5] }
  await OpeningRule.create({ ...rule, opens: '09:00', closes: '12:30' })
  await OpeningRule.create({ ...rule, weekdays: [2, 4], opens: '15:00', closes: '17:00' })
  return place
}

const page = (path: string, language = 'en') => visitor({ language }).get(path)

test.group('H12 contact page', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  test('tells of each place where it is, how to reach it and when it is open', async ({
    assert,
  }) => {
    await aPlace()
    const { text } = await page('/contact')
    for (const words of [
      'Sportello di prova',
      'Via Prova 1',
      'href="tel:+39050123"',
      'href="mailto:pisa@prova.example"',
      'Open until 12:30',
      '<span class="web-hours__span">09:00–12:30,</span>',
      '<span class="web-hours__span">15:00–17:00</span>',
      'closed',
    ]) {
      assert.include(text, words)
    }
    assert.match(text, /Saturday – Sunday/)
  })

  test('closed means until when, in words of the language', async ({ assert }) => {
    const { id } = await aPlace()
    clock.freeze(Date.parse('2027-01-18T13:00:00Z'))
    assert.include((await page('/contact')).text, 'Closed. Opens tomorrow at 09:00')
    assert.include((await page('/contact', 'de')).text, 'Öffnet morgen um 09:00 Uhr')
    assert.include((await page('/contact', 'pl')).text, 'Otwarcie jutro o 09:00')
    await OpeningException.create({
      locationId: id,
      name: HOSTILE,
      fromDay: '2027-01-19',
      toDay: '2027-01-19',
    })
    const answer = await page('/contact')
    assert.include(answer.text, 'Closed. Opens Wednesday 20 January at 09:00')
    assert.match(answer.text, /Tuesday,? 19 January 2027/)
    assert.isTrue(isClean(answer))
  })

  test('directions and a map are the operator’s, a link and nothing loaded', async ({ assert }) => {
    const location = await aPlace()
    const actor = STAFF
    await transaction(async (trx) => {
      const to = { location, actor }
      await saveLocationSetting(trx, { ...to, definition: directions, value: { it: HOSTILE } })
      const value = 'https://map.example.org/?q=a&b=c'
      await saveLocationSetting(trx, { ...to, definition: mapLink, value })
    })
    forgetCaches()
    assert.deepEqual(await setting(directions, location), { it: HOSTILE })
    const answer = await page('/contact', 'de')
    assert.isTrue(isClean(answer))
    assert.include(answer.text, 'Auf einer Karte ansehen (map.example.org)')
    assert.match(
      answer.text,
      /<a href="https:\/\/map\.example\.org[^"]*" rel="noreferrer noopener"/
    )
    assert.notMatch(answer.text, /(src|srcset)="https?:/)
  })

  test('the home page says where we are and whether it is open', async ({ assert }) => {
    await aPlace()
    const { text } = await page('/')
    assert.include(text, 'Via Prova 1, 56100 Pisa')
    assert.include(text, 'href="/contact#pisa"')
    assert.include(text, 'Open until 12:30')
  })

  test('without any plugin the home page leads to the contact page', async ({ assert }) => {
    const db = (await import('@adonisjs/lucid/services/db')).default
    await db.from('platform_plugins').update({ enabled: false })
    forgetCaches()
    const { status, text } = await page('/')
    assert.equal(status, 200)
    assert.include(text, 'href="/contact"')
    assert.notInclude(text, 'web-home__entry')
  })
})
