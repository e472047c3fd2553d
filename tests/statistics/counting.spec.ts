import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, registry } from '#core/platform'
import { writeCounts } from '#app/statistics/counter'
import { Purge } from '#app/statistics/jobs/purge'
import { pageKind } from '#app/statistics/page_kind'
import { pageName } from '#app/statistics/presenters/page_name'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { statementsOf } from '#tests/kit/statements'
import { countTheVisits, press, SETTINGS } from '#tests/consent/asking'
import { aPlanner } from '#tests/scheduling/planner'
import { usePageCache } from '#app/web/page_cache'
import { visitor } from '#tests/web/visitor'

const HALF_AN_HOUR = 30 * 60_000

async function counted(): Promise<Record<string, number>> {
  await writeCounts()
  const found = await db.from('statistics_counts').orderBy('kind').orderBy('name')
  return Object.fromEntries(found.map(({ kind, name, amount }) => [`${kind} ${name}`, amount]))
}

/** A visitor who agreed, and whose answer to that was looked at once: `/`. */
async function agreed(language = 'en') {
  const client = visitor({ language })
  await client.follow(await press(client, 'all'))
  return client
}

test.group('V5 Counting visits', (group) => {
  group.each.setup(() => freshDatabase())
  const NOW = frozenAt(group, '2027-01-19T09:00:00Z')

  test('only who agreed is counted, once a day as a visitor', async ({ assert }) => {
    await countTheVisits()
    const silent = visitor()
    for (const path of ['/', '/contact', SETTINGS]) await silent.get(path)
    const rejecting = visitor()
    await press(rejecting, 'none')
    await rejecting.get('/')
    assert.deepEqual(await counted(), {})
    const client = await agreed('it')
    await client.get('/contact', { referer: 'https://search.example/?q=private' })
    await (await agreed()).get('/contact', { referer: `${client.base}/` })
    assert.deepEqual(await counted(), {
      'language en': 2,
      'language it': 2,
      'page organisation.contact.show': 2,
      'page web.home.index': 2,
      'referrer none': 2,
      'referrer other': 1,
      'referrer own': 1,
      'total views': 4,
      'total visitors': 2,
      'total visits': 2,
    })
  })

  test('who comes back after half an hour begins a visit; batches add up', async ({ assert }) => {
    await countTheVisits()
    const client = await agreed()
    await counted()
    for (const pause of [HALF_AN_HOUR - 1, 2 * HALF_AN_HOUR - 2, 3 * HALF_AN_HOUR - 2]) {
      clock.freeze(NOW + pause)
      await client.get('/')
      await counted()
    }
    const { 'total views': views, 'total visits': visits, ...rest } = await counted()
    assert.deepEqual([views, visits, rest['total visitors']], [4, 2, 1])
  })

  test('addresses with tokens, parts of pages, forms and errors leave nothing', async ({
    assert,
  }) => {
    await countTheVisits()
    const client = await agreed()
    await counted()
    const token = 'a-very-secret-token-of-somebody'
    await client.get(`/booking/manage/${token}`)
    await client.get(`/no-such-page/${token}`)
    await client.get('/', { 'x-alpine-request': 'true', 'x-alpine-target': 'calendar' })
    await client.get('/', { 'sec-purpose': 'prefetch' })
    await client.get('/brand.css')
    await client.get('/health/live')
    await client.post('/sign-in', { email: 'a@example.org', password: 'x' })
    const { location, service } = await aPlanner({ units: 1 })
    await client.get(`/booking/${location.slug}/${service.slug}`)
    const all = await counted()
    assert.equal(all['total views'], 2)
    assert.equal(all['page booking.calendars.show'], 1)
    assert.notInclude(JSON.stringify(all), token)
    assert.notInclude(JSON.stringify(all), location.slug)
  })

  test('all pages about health are one kind', ({ assert, cleanup }) => {
    registry.plugins.push({ id: 'clinic', mount: 'my-clinic', healthRecords: true })
    cleanup(() => void registry.plugins.pop())
    const route = { owner: 'clinic', name: 'clinic.oncology.show' }
    assert.equal(pageKind(route as never), 'clinic')
    assert.equal(pageName('clinic'), '/my-clinic/…')
    const open = { owner: 'booking', name: 'booking.calendars.show' }
    assert.equal(pageKind(open as never), open.name)
    assert.equal(pageName(open.name), '/booking/…/…')
  })

  test('what tells visitors apart is no number of theirs, and is gone the day after', async ({
    assert,
  }) => {
    await countTheVisits()
    const client = await agreed()
    await counted()
    const [seen] = await db.from('statistics_visitors')
    assert.notInclude(JSON.stringify(seen), client.cookie('visitor')!)
    clock.freeze(NOW + 24 * 3_600_000)
    await client.get('/')
    await writeCounts()
    const days = await db.from('statistics_visitors').orderBy('day')
    assert.lengthOf(days, 2)
    assert.notEqual(days[0].visitor, days[1].visitor)
    await Purge.handle({}, { attempt: 1 })
    for (const table of ['statistics_visitors', 'statistics_salts'])
      assert.deepEqual(
        (await db.from(table)).map(({ day }) => day),
        ['2027-01-20'],
        table
      )
    assert.isNotEmpty(await db.from('statistics_counts').where('day', '2027-01-19'))
  })

  test('no page waits for it: kept pages are counted without a statement', async ({
    assert,
    cleanup,
  }) => {
    await countTheVisits()
    usePageCache(true)
    cleanup(() => usePageCache(false))
    const client = await agreed()
    await client.get('/')
    await counted()
    const sent = await statementsOf(async () => void (await client.get('/')))
    assert.deepEqual(sent, [])
    assert.equal((await counted())['page web.home.index'], 3)
  })

  test('switched off, nothing is counted and the cookie goes', async ({ assert }) => {
    await countTheVisits()
    const client = await agreed()
    await counted()
    await countTheVisits(false)
    await client.get('/contact')
    assert.isUndefined(client.cookie('visitor'))
    assert.notProperty(await counted(), 'page organisation.contact.show')
  })
})
