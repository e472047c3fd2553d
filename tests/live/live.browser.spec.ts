import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { setTimeout as sleep } from 'node:timers/promises'
import { transaction, urlFor } from '#core/platform'
import { publish } from '#core/live'
import { PASSWORD, someStaff } from '#tests/accounts/people'
import { openVisitor } from '#tests/kit/browser'
import { eventually } from '#tests/jobs/processes'
import { serverBesideTest } from '#tests/live/server_process'
import { aLocation, aResource } from '#tests/scheduling/planner'

const WRITTEN = [
  'accounts_sessions',
  'accounts_users',
  'scheduling_resources',
  'organisation_locations',
  'jobs_jobs',
  'jobs_workers',
  'live_messages',
]

test.group('A live page in a browser', (group) => {
  group.each.setup(() => async () => {
    for (const table of WRITTEN) await db.from(table).delete()
  })

  test('B11 fetches its part once for each change, and says when the connection is lost', async ({
    assert,
    cleanup,
  }) => {
    const { url, port, ...first } = await serverBesideTest()
    let { server } = first
    cleanup(async () => void (server.hasEnded || (await server.kill9())))
    const location = await aLocation()
    await aResource(location)
    const { email } = await someStaff({ role: 'owner' })
    const visitor = await openVisitor({ url })
    cleanup(() => visitor.close())
    const { page } = visitor
    const day = urlFor('scheduling.day', {}, { date: '2027-01-18' })
    let fetches = 0
    let askedFor = 0
    page.on('request', (request) => {
      if (request.resourceType() !== 'fetch') return
      fetches++
      if (request.headers()['x-background'] !== 'yes') askedFor++
    })

    await visitor.open(`/sign-in?next=${encodeURIComponent(day)}`)
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#day')
    if (new URL(page.url()).search !== '?date=2027-01-18') await visitor.open(day)
    await eventually(() => fetches === 1, 20_000)
    await sleep(2_500)
    assert.equal(askedFor, 0, 'what a page fetches by itself is no activity of a person')
    assert.equal(fetches, 1, 'the first state is fetched once, and that is no news itself')

    for (let change = 1; change <= 3; change++) {
      const params = { location: location.id, day: '2027-01-18' }
      await transaction((trx) => publish(trx, 'scheduling.day', params))
      await eventually(() => fetches === 1 + change, 20_000)
    }
    await sleep(1_500)
    assert.equal(fetches, 4)
    assert.deepEqual(visitor.problems(), [])

    const warning = page.locator('.admin-live')
    assert.isFalse(await warning.isVisible())
    await server.kill9()
    const killedAt = Date.now()
    await warning.waitFor({ state: 'visible', timeout: 20_000 })
    console.log(`no connection shown ${Date.now() - killedAt} ms after the server died`)
    ;({ server } = await serverBesideTest(port))
    await warning.waitFor({ state: 'hidden', timeout: 20_000 })
    await eventually(() => fetches >= 5, 5_000)
  }).timeout(120_000)
})
