import { test } from '@japa/runner'
import { Location } from '#core/organisation'
import { aSale, writtenSales } from '#plugins/shop-quotes/tests/written_sales'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { headlines, rowsIn, textOf } from '#tests/kit/statistics_page'
import { statementsOf } from '#tests/kit/statements'
import { aLocation } from '#tests/scheduling/planner'

const PAGE = '/admin/shop-quotes/statistics'
const DAYS = 'from=2027-01-12&to=2027-01-13'

test.group('Statistics of the shop', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-14T12:00:00Z')

  async function twoDays() {
    await Location.query().delete()
    const location = await aLocation({ zone: 'Europe/Rome' })
    return { ...(await writtenSales()), location, manager: await atDesk('manager') }
  }

  test('two days by hand are what the page shows', async ({ assert }) => {
    const { manager } = await twoDays()
    const page = await manager.get(`${PAGE}?${DAYS}`)
    assert.equal(page.status, 200)
    assert.deepEqual(headlines(page), {
      ...{ 'Net revenue': '€42.46', 'Paid orders': '2', 'Paid back': '€5.00' },
      ...{ 'Quotes requested': '2', 'Quotes sent': '2', 'Time to answer': '24 h' },
      ...{ 'Quotes accepted': '1', Conversion: '50%', Unpaid: '€36.60' },
    })
    const text = textOf(page.text)
    assert.include(text, 'plus €7.54 of VAT')
    assert.include(text, 'Tuesday, 12 January 2027: €30.00')
    assert.include(text, 'Wednesday, 13 January 2027: €12.46')
    assert.deepEqual(rowsIn(page), [
      ...['Eye test €30.00 €6.60 1 2', 'Book €10.00 €0.40 1 0', 'Cloth €2.46 €0.54 1 1'],
      'All €42.46 €7.54 3 2',
    ])
  })

  test('by category and by rate, and one day alone beside the week before', async ({ assert }) => {
    const { manager } = await twoDays()
    assert.deepEqual(rowsIn(await manager.get(`${PAGE}?${DAYS}&by=category`)), [
      ...['Eyes €30.00 €6.60 1 2', 'Shelf €12.46 €0.94 2 1', 'All €42.46 €7.54 3 2'],
    ])
    assert.deepEqual(rowsIn(await manager.get(`${PAGE}?${DAYS}&by=rate`)), [
      ...['22% €32.46 €7.14 2 –', '4% €10.00 €0.40 1 –', 'All €42.46 €7.54 3 –'],
    ])
    const tuesday = await manager.get(`${PAGE}?from=2027-01-12&to=2027-01-12`)
    assert.deepInclude(headlines(tuesday), { 'Net revenue': '€30.00', Conversion: '–' })
    assert.notInclude(tuesday.text, 'Net revenue per day')
  })

  test('the table is downloaded, and its figures stay figures', async ({ assert }) => {
    const { manager, test: eyeTest } = await twoDays()
    await eyeTest.merge({ name: { en: '=1+1', es: '=1+1' } }).save()
    const csv = await manager.get(`${PAGE}/table?${DAYS}`)
    const lines = csv.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
    assert.deepEqual(lines, [
      'Service,Net (EUR),VAT (EUR),Sold,Quotes',
      ...["'=1+1,30.00,6.60,1,2", 'Book,10.00,0.40,1,0', 'Cloth,2.46,0.54,1,1'],
      'All,42.46,7.54,3,2',
    ])
    assert.match((await manager.get(`${PAGE}/table?${DAYS}&format=xlsx`)).text, /^PK/)
  })

  test('staff count what is theirs and what is the whole organisation’s', async ({ assert }) => {
    const { customerId, location } = await twoDays()
    const other = await aLocation({ zone: 'Europe/Rome' })
    const bought = [[null, 1220, '1', 2200]] as Parameters<typeof aSale>[1]['bought']
    await aSale(customerId, { number: 'D', paid: '12 11:00', bought, locationId: other.id })
    const here = await (await atDesk('manager', [location])).get(`${PAGE}?${DAYS}`)
    assert.equal(headlines(here)['Net revenue'], '€42.46')
    const there = await (await atDesk('manager', [other])).get(`${PAGE}?${DAYS}`)
    assert.equal(headlines(there)['Net revenue'], '€52.46')
    assert.include(rowsIn(there), 'Not in the catalogue €10.00 €2.20 1 0')
    for (const path of ['', '/table']) {
      const nobody = await signedIn(await someStaff({ role: null }))
      assert.include([403, 404], (await nobody.get(PAGE + path)).status)
    }
  })

  test('addresses that make no sense show the usual page; without sales it says so', async ({
    assert,
  }) => {
    const manager = await atDesk('manager')
    for (const asked of ['period=never&by=x&from=2027-02-31', 'by[]=rate&period[a]=today&to[]=x']) {
      const page = await manager.get(`${PAGE}?${asked}`)
      assert.equal(page.status, 200, asked)
      assert.match(page.text, /aria-current="page">\s*Last 7 days/)
      assert.include(page.text, 'There were no paid orders')
    }
  })

  test('the page takes few statements', async ({ assert }) => {
    const { manager } = await twoDays()
    for (const by of ['service', 'category', 'rate']) {
      const page = () => manager.get(`${PAGE}?${DAYS}&by=${by}`)
      await page()
      const sent = await statementsOf(page)
      assert.isAtMost(sent.length, 8, sent.join('\n'))
    }
  })
})
