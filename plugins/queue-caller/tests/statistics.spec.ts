import { test } from '@japa/runner'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { headlines, rowsIn, textOf } from '#tests/kit/statistics_page'
import { statementsOf } from '#tests/kit/statements'
import { someStaff, signedIn } from '#tests/accounts/people'
import { aLocation } from '#tests/scheduling/planner'
import { Office } from '#plugins/queue-caller/tests/logged_days'
import { WRITTEN_DAY } from '#plugins/queue-caller/tests/written_log'

const PAGE = '/admin/queue-caller/statistics'
const DAY = '2027-01-19'

test.group('Statistics of the queue', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-20T09:00:00Z')

  async function twoOffices() {
    const pisa = await Office.open(await aLocation({ name: 'Pisa' }))
    const lucca = await Office.open(await aLocation({ name: 'Lucca' }))
    await pisa.log(DAY, WRITTEN_DAY)
    await pisa.log('2027-01-12', WRITTEN_DAY.slice(0, 5))
    await lucca.log(DAY, WRITTEN_DAY.slice(0, 1))
    return { pisa, lucca }
  }

  test('Q6 managers read the figures of a day, compared with a week before', async ({ assert }) => {
    const { pisa } = await twoOffices()
    const manager = await atDesk('manager')
    const page = await manager.get(`${PAGE}?period=yesterday&location=${pisa.location.id}`)
    assert.equal(page.status, 200)
    assert.deepEqual(headlines(page), {
      Tickets: '11',
      Served: '8',
      'Did not come': '11%',
      'Average wait': '11.8 min',
      'Within the target': '75%',
      'Average service': '9.5 min',
      'Waits as announced': '83%',
      'Error of announced waits': '2.8 min',
      'Call after the appointment’s time': '+3.5 min',
      'Check-in after the appointment’s time': '0.0 min',
    })
    const text = textOf(page.text)
    assert.include(text, 'Left: 1 · Not called: 1 · Still here: 0')
    assert.include(text, 'Before: 5 (+120%)')
    assert.include(text, 'before: Tuesday, 12 January 2027')
    assert.deepEqual(rowsIn(page), [
      '09:00–10:00 8 7 6 1 14.3 1 0',
      '10:00–11:00 3 2 2 0 0.0 0 1',
      'All 11 9 8 1 11.1 1 1',
    ])
  })

  test('Q6 each breakdown has its rows, with the times that are asked for', async ({ assert }) => {
    const { pisa } = await twoOffices()
    const manager = await atDesk('manager')
    const table = async (asked: string) =>
      rowsIn(
        await manager.get(`${PAGE}?from=${DAY}&to=${DAY}&location=${pisa.location.id}&${asked}`)
      )
    assert.deepEqual(await table('by=line&of=waiting'), [
      'A · Advice 5 17.2 20.0 26.0 26.0 60.0',
      'B · Passports 3 2.7 2.0 5.0 5.0 100.0',
      'All 8 11.8 5.0 26.0 26.0 75.0',
    ])
    assert.deepEqual(await table('by=counter&of=serving'), [
      'Counter 1 4 7.5 7.0 9.0 9.0',
      'Counter 2 4 11.5 10.0 15.0 15.0',
    ])
    assert.deepEqual(await table('by=weekday&of=walking'), [
      ...['Monday 0 – – – –', 'Tuesday 8 1.1 1.0 2.0 2.0', 'Wednesday 0 – – – –'],
      ...['Thursday 0 – – – –', 'Friday 0 – – – –', 'All 8 1.1 1.0 2.0 2.0'],
    ])
    assert.deepEqual(
      (await table('by=service&of=tickets')).map((row) => row.split(' ').slice(0, 5).join(' ')),
      ['Without appointment: A · Advice', 'Without appointment: B · Passports', 'All 11 9 8 1']
    )
  })

  test('only locations that somebody works for; a foreign one is not there', async ({ assert }) => {
    const { pisa, lucca } = await twoOffices()
    const desk = await atDesk('desk', [lucca.location])
    const page = await desk.get(`${PAGE}?period=yesterday`)
    assert.equal(headlines(page).Tickets, '1')
    assert.notInclude(page.text, 'Pisa')
    for (const path of ['', '/table']) {
      const answer = await desk.get(`${PAGE}${path}?location=${pisa.location.id}`)
      assert.equal(answer.status, 404)
      const nobody = await signedIn(await someStaff({ role: null }))
      assert.include([403, 404], (await nobody.get(PAGE + path)).status)
    }
    const all = await (await atDesk('owner')).get(`${PAGE}?period=yesterday&by=line`)
    assert.equal(headlines(all).Tickets, '12')
    assert.include(textOf(all.text), 'A · Advice – Lucca')
  })

  test('the table is downloaded with all figures, which stay figures', async ({ assert }) => {
    const { pisa } = await twoOffices()
    await pisa.lines[0].merge({ name: { en: '=1+1' } }).save()
    await pisa.counters[0].merge({ label: '=HYPERLINK("x")' }).save()
    const manager = await atDesk('manager')
    const asked = `from=${DAY}&to=${DAY}&location=${pisa.location.id}`
    const csv = await manager.get(`${PAGE}/table?${asked}&by=counter`)
    const name = `statistics-${DAY}-${DAY}.csv`
    assert.include(csv.headers.get('content-disposition') ?? '', name)
    const lines = csv.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n')
    assert.match(lines[0], /^Counter,Tickets,Called,.*Waiting: Average \(min\)/)
    assert.deepEqual(lines.slice(1), [
      `"'=HYPERLINK(""x"")",5,5,4,1,20.0,0,0,4,15.3,11.0,26.0,26.0,75.0,4,1.0,1.0,1.0,1.0,4,7.5,7.0,9.0,9.0`,
      'Counter 2,4,4,4,0,0.0,0,0,4,8.3,2.0,25.0,25.0,75.0,4,1.3,1.0,2.0,2.0,4,11.5,10.0,15.0,15.0',
    ])
    const answer = await manager.get(`${PAGE}/table?${asked}&by=line&format=xlsx`)
    assert.include(answer.headers.get('content-type') ?? '', 'spreadsheetml')
    assert.match(answer.text, /^PK/)
  })

  test('addresses that make no sense show the usual page', async ({ assert }) => {
    await twoOffices()
    const manager = await atDesk('manager')
    for (const asked of [
      'period=never&by=person&of=x&from=2027-02-31&to=soon',
      'from[]=2027-01-01&by[]=line&period[a]=today',
      'from=0001-01-01&to=9999-12-31',
    ]) {
      assert.equal((await manager.get(`${PAGE}?${asked}`)).status, 200, asked)
    }
    const usual = await manager.get(`${PAGE}?by=person`)
    assert.match(usual.text, /aria-current="page">\s*Last 7 days/)
    const odd = await manager.get(`${PAGE}?location[]=1`)
    assert.equal(odd.status, 404)
  })

  test('without a line, and without tickets, the page says so', async ({ assert }) => {
    const manager = await atDesk('manager')
    assert.include((await manager.get(PAGE)).text, 'There is no line here yet')
    await Office.open(await aLocation())
    assert.include((await manager.get(PAGE)).text, 'There were no tickets in this period')
    assert.equal((await manager.get(`${PAGE}/table`)).status, 200)
  })

  test('the page takes few statements, however much there is', async ({ assert }) => {
    const { pisa } = await twoOffices()
    for (let day = 10; day < 19; day++) {
      await pisa.log(`2027-01-${day}`, [...WRITTEN_DAY, ...WRITTEN_DAY])
    }
    const manager = await atDesk('manager')
    const page = () => manager.get(`${PAGE}?period=last_30&by=line`)
    await page()
    const sent = await statementsOf(page)
    assert.isAtMost(sent.length, 8, sent.join('\n'))
  })
})
