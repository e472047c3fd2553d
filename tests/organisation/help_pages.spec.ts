import { test } from '@japa/runner'
import { LOCALES, Organisation } from '#core/organisation'
import { disablePlugin, enablePlugin, forgetCaches, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { changeUntilHours } from '#plugins/booking/settings'
import { isClean, HOSTILE } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'
import { visitor } from '#tests/web/visitor'

const main = (text: string) => /<main[\s\S]*<\/main>/.exec(text)![0]
const header = (text: string) => /<header[\s\S]*<\/header>/.exec(text)![0]
const helpOf = (text: string) => /<a class="tool" href="(\/help[^"]*)"/.exec(header(text))?.[1]

async function enabled(...ids: string[]) {
  for (const id of ids) await enablePlugin(id)
  forgetCaches()
}

test.group('V6 Help of plugins', (group) => {
  group.each.setup(() => freshDatabase())

  test('each enabled plugin brings a page of help in eight languages', async ({ assert }) => {
    await enabled('booking', 'queue-caller')
    for (const topic of ['booking', 'queue']) {
      const pages = new Set<string>()
      for (const locale of LOCALES) {
        const { status, text } = await visitor({ language: locale }).get(`/help/${topic}`)
        assert.equal(status, 200)
        assert.isAbove(main(text).match(/<h2/g)!.length, 5)
        assert.notMatch(main(text), /\{|help\.(text|title)/)
        pages.add(main(text))
      }
      assert.equal(pages.size, LOCALES.length)
    }
  })

  test('the general help leads to them, and they to each other and back', async ({ assert }) => {
    await enabled('booking', 'queue-caller')
    const client = visitor({ language: 'en' })
    const all = main((await client.get('/help')).text)
    assert.match(all, /<a href="\/help\/booking">Help with appointments<\/a>/)
    assert.match(all, /<a href="\/help\/queue">Help with the waiting number<\/a>/)
    const booking = main((await client.get('/help/booking')).text)
    assert.include(booking, 'href="/help"')
    assert.include(booking, 'href="/help/queue"')
    assert.notInclude(booking, 'href="/help/booking"')
  })

  test('what operators set is what it says', async ({ assert }) => {
    await enabled('booking')
    const organisation = await Organisation.findOrFail(1)
    await organisation.merge({ phone: '+39 050 1' }).save()
    const read = async (language: string) =>
      main((await visitor({ language }).get('/help/booking')).text)
    const said = await read('en')
    assert.include(said, 'until 2 hours before the appointment')
    assert.include(said, 'for 10 minutes')
    assert.include(said, '<a href="tel:+390501">+39 050 1</a>')
    await transaction((trx) => saveSetting(trx, changeUntilHours, 0, SYSTEM))
    forgetCaches()
    assert.include(await read('en'), 'until the appointment begins')
    assert.include(await read('pl'), 'do chwili rozpoczęcia wizyty')
  })

  test('help stands in the same place, and leads to that of the page’s plugin', async ({
    assert,
  }) => {
    await enabled('booking')
    const client = visitor()
    const places = new Set<string>()
    for (const [path, help] of [
      ['/', '/help'],
      ['/contact', '/help'],
      ['/sign-in', '/help'],
      ['/nowhere', '/help'],
      ['/booking', '/help/booking'],
      ['/booking/manage/unknown', '/help/booking'],
      ['/help/booking', '/help'],
    ]) {
      const { text } = await client.get(path)
      assert.equal(helpOf(text), help, path)
      places.add(
        header(text)
          .replaceAll(/<a class="tool|<details/g, '¦')
          .replaceAll(/[^¦]/g, '')
      )
    }
    assert.lengthOf([...places], 1)
  })

  test('a plugin that is switched off has no help, and nothing leads there', async ({ assert }) => {
    await enabled('booking', 'queue-caller')
    await disablePlugin('queue-caller')
    forgetCaches()
    for (const topic of ['queue', 'queue-caller', 'nothing', '__proto__'])
      assert.equal((await visitor().get(`/help/${topic}`)).status, 404, topic)
    assert.notInclude((await visitor().get('/help')).text, '/help/queue')
    const gone = await visitor().get('/queue/tickets/unknown')
    assert.deepEqual([gone.status, helpOf(gone.text)], [404, '/help'])
  })

  test('it needs no cookie, few statements, and shows hostile words as words', async ({
    assert,
  }) => {
    await enabled('booking')
    await (await Organisation.findOrFail(1)).merge({ phone: HOSTILE.slice(0, 40) }).save()
    forgetCaches()
    const page = await visitor().get('/help/booking')
    assert.isTrue(isClean(page))
    assert.deepEqual(page.headers.getSetCookie(), [])
    assert.isAtMost((await statementsOf(() => visitor().get('/help/booking'))).length, 6)
  })
})
