import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { rows, transaction } from '#core/platform'
import { statisticsDemo } from '#app/statistics/demo'
import { atDesk, statements } from '#tests/admin/desk'
import { countTheVisits, hasBanner } from '#tests/consent/asking'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const PAGE = '/admin/statistics'

const COUNTS = [
  ['2027-01-19', 'total', 'visitors', 3],
  ['2027-01-19', 'total', 'visits', 4],
  ['2027-01-19', 'total', 'views', 1200],
  ['2027-01-18', 'total', 'visitors', 1],
  ['2026-11-02', 'total', 'visits', 70],
  ['2025-12-31', 'total', 'visits', 9000],
  ['2027-01-19', 'page', 'booking.calendars.show', 900],
  ['2027-01-18', 'page', 'web.home.index', 200],
  ['2027-01-18', 'page', 'organisation.contact.show', 99],
  ['2027-01-18', 'page', 'gone.pages.show', 1],
  ['2027-01-19', 'language', 'pl', 5],
  ['2027-01-19', 'referrer', 'none', 5],
] as const

const write = () =>
  transaction(async (trx) => {
    for (const count of COUNTS)
      await rows(
        trx,
        'insert into statistics_counts (day, kind, name, amount) values (?, ?, ?, ?)',
        count
      )
  })

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test.group('V5 The page of visit statistics', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('says that it is off, with the way to switch it on for who may', async ({ assert }) => {
    const owner = await (await atDesk('owner')).get(PAGE)
    assert.include(owner.text, 'Visit statistics are switched off')
    assert.include(owner.text, '/admin/settings?owner=statistics')
    const settings = await (await atDesk('owner')).get('/admin/settings?owner=statistics')
    assert.include(settings.text, 'Count visits')
    const desk = await (await atDesk('desk')).get(PAGE)
    assert.include([403, 404], desk.status)
  })

  test('sums of thirty days and of twelve months, as a table too', async ({ assert }) => {
    await countTheVisits()
    await write()
    const manager = await atDesk('manager')
    const days = textOf((await manager.get(PAGE)).text)
    assert.include(days, 'Visitors 4 ')
    assert.include(days, 'Visits 4 ')
    assert.include(days, 'Pages shown 1,200 ')
    assert.match(days, /Tue,? 19 Jan 2027 3 4 1,200 /)
    assert.include(days, '/booking/…/… 900 75%')
    assert.include(days, '/contact 99 8.3%')
    assert.include(days, 'gone.pages.show 1 ')
    assert.include(days, 'Polski 5 100%')
    const months = textOf((await manager.get(`${PAGE}?period=last_12`)).text)
    assert.include(months, 'Visits 74 ')
    assert.match(months, /November 2026 0 70 0 /)
    const csv = await manager.get(`${PAGE}/table?period=last_12`)
    const lines = csv.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
    assert.equal(lines[0], 'Month,Visitors,Visits,Pages shown')
    assert.lengthOf(lines, 13)
    assert.equal(lines[12], '2027-01,4,4,1200')
    assert.include(
      csv.headers.get('content-disposition')!,
      'visits-to-the-site-2026-02-2027-01.csv'
    )
  })

  test('the page takes few statements and makes sense in every language', async ({ assert }) => {
    await countTheVisits()
    await write()
    const manager = await atDesk('manager')
    await manager.get(`${PAGE}?period[]=x`)
    assert.isAtMost(await statements(() => manager.get(PAGE)), 8)
    for (const locale of LOCALES) {
      const { status, text } = await manager.get(`${PAGE}?lang=${locale}`)
      assert.equal(status, 200)
      assert.notMatch(text, /statistics\.(?:visits|admin)\./)
    }
  })

  test('the demo counts visits, and a second time adds nothing', async ({ assert }) => {
    await statisticsDemo()
    const sum = () =>
      transaction((trx) => rows(trx, 'select sum(amount) as n from statistics_counts'))
    const once = await sum()
    await statisticsDemo()
    assert.deepEqual(await sum(), once)
    assert.isTrue(hasBanner(await visitor().get('/')))
  })
})
