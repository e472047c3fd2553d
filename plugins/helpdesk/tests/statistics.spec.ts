import { test } from '@japa/runner'
import { Location } from '#core/organisation'
import { aHelpdesk, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { writtenDays } from '#plugins/helpdesk/tests/written_days'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { headlines, rowsIn, textOf } from '#tests/kit/statistics_page'
import { statementsOf } from '#tests/kit/statements'
import { aLocation } from '#tests/scheduling/planner'

const PAGE = '/admin/helpdesk/statistics'
const DAYS = 'from=2027-01-12&to=2027-01-14'

test.group('Statistics of the helpdesk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function threeDays() {
    await Location.query().delete()
    await aLocation({ zone: 'Europe/Rome' })
    const agent = await someStaff({ role: 'desk', firstName: 'Bea', lastName: 'Brandt' })
    const desk = await aHelpdesk()
    await writtenDays(desk, agent.id)
    return { desk, manager: await atDesk('manager') }
  }

  test('three days by hand are what the page shows', async ({ assert }) => {
    const { manager } = await threeDays()
    const page = await manager.get(`${PAGE}?${DAYS}`)
    assert.equal(page.status, 200)
    assert.deepEqual(headlines(page), {
      ...{ Opened: '5', Solved: '3', Reopened: '1', 'Rejected solutions': '1' },
      ...{ 'First answer in time': '60%', 'Solution in time': '50%', 'Average rating': '3.5' },
    })
    const text = textOf(page.text)
    assert.include(text, '3 of 5')
    assert.include(text, '1 of 2')
    assert.include(text, 'From 1 to 5, ratings: 2')
    assert.include(text, 'Wednesday, 13 January 2027: 2')
    assert.match(text, /3 Tue 12 2 Wed 13 Thu 14/)
    assert.deepEqual(rowsIn(page), ['First line 5 3 1 1 60% 50% 3.5 2'])
  })

  test('one of the days alone, and compared with the day before', async ({ assert }) => {
    const { manager } = await threeDays()
    const page = await manager.get(`${PAGE}?from=2027-01-12&to=2027-01-12`)
    assert.deepInclude(headlines(page), {
      ...{ Opened: '3', Solved: '2', Reopened: '0', 'Rejected solutions': '0' },
      ...{ 'First answer in time': '67%', 'Solution in time': '100%', 'Average rating': '5.0' },
    })
    assert.notInclude(page.text, 'Opened per day')
    const later = textOf((await manager.get(`${PAGE}?from=2027-01-13&to=2027-01-14`)).text)
    assert.include(later, 'before: Mon, 11 Jan 2027 – Tue, 12 Jan 2027')
    assert.include(later, 'Opened 2 Before: 3')
  })

  test('by member of staff and by need, in the words of the menu', async ({ assert }) => {
    const { manager } = await threeDays()
    assert.deepEqual(rowsIn(await manager.get(`${PAGE}?${DAYS}&by=agent`)), [
      'Bea Brandt 4 3 1 1 75% 50% 3.5 2',
      'Nobody 1 0 0 0 0% – – 0',
      'All 5 3 1 1 60% 50% 3.5 2',
    ])
    assert.deepEqual(rowsIn(await manager.get(`${PAGE}?${DAYS}&by=need`)), [
      'Printer › It does not print 5 3 1 1 60% 50% 3.5 2',
    ])
  })

  test('the table is downloaded, and its figures stay figures', async ({ assert }) => {
    const { desk, manager } = await threeDays()
    await desk.team.merge({ name: '=1+1' }).save()
    const csv = await manager.get(`${PAGE}/table?${DAYS}`)
    const name = 'statistics-2027-01-12-2027-01-14.csv'
    assert.include(csv.headers.get('content-disposition') ?? '', name)
    const lines = csv.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
    assert.deepEqual(lines, [
      'Team,Opened,Solved,Reopened,Rejected,Answered in time (%),Solved in time (%),Rating,Ratings',
      ...["'=1+1,5,3,1,1,60.0,50.0,3.5,2", 'All,5,3,1,1,60.0,50.0,3.5,2'],
    ])
    const xlsx = await manager.get(`${PAGE}/table?${DAYS}&by=agent&format=xlsx`)
    assert.include(xlsx.headers.get('content-type') ?? '', 'spreadsheetml')
    assert.match(xlsx.text, /^PK/)
  })

  test('only who sees tickets sees their figures', async ({ assert }) => {
    for (const path of ['', '/table']) {
      const nobody = await signedIn(await someStaff({ role: null }))
      assert.include([403, 404], (await nobody.get(PAGE + path)).status)
    }
  })

  test('addresses that make no sense show the usual page; without tickets it says so', async ({
    assert,
  }) => {
    const manager = await atDesk('manager')
    for (const asked of ['period=never&by=x&from=2027-02-31', 'by[]=team&period[a]=today&to[]=x']) {
      const page = await manager.get(`${PAGE}?${asked}`)
      assert.equal(page.status, 200, asked)
      assert.match(page.text, /aria-current="page">\s*Last 7 days/)
      assert.include(page.text, 'There were no tickets in this period')
    }
    assert.equal((await manager.get(`${PAGE}/table`)).status, 200)
  })

  test('the page takes few statements, however much there is', async ({ assert }) => {
    const { desk, manager } = await threeDays()
    for (let more = 0; more < 20; more++) await aTicket(desk)
    for (const by of ['team', 'need', 'agent']) {
      const page = () => manager.get(`${PAGE}?${DAYS}&by=${by}`)
      await page()
      const sent = await statementsOf(page)
      assert.isAtMost(sent.length, 8, sent.join('\n'))
    }
  })
})
