import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { WebSocket } from 'ws'
import { dialect, transaction } from '#core/platform'
import { channelName, publish } from '#core/live'
import { OutboxMail, queueMail, TestMail } from '#core/messaging'
import { PASSWORD, someStaff } from '#tests/accounts/people'
import { HttpClient } from '#tests/kit/http'
import type { Process } from '#tests/kit/processes'
import { eventually } from '#tests/jobs/processes'
import { Page } from '#tests/live/pages'
import { serverBesideTest } from '#tests/live/server_process'

const DAY = { location: '1', day: '2027-01-18' }

const WRITTEN = [
  'accounts_sessions',
  'accounts_users',
  'messaging_mails',
  'jobs_jobs',
  'jobs_workers',
  'live_messages',
]

test.group('A server in a process of its own', (group) => {
  let server: Process
  let url: string

  group.each.setup(async () => {
    ;({ server, url } = await serverBesideTest())
    return async () => {
      if (!server.hasEnded) await server.kill9()
      for (const table of WRITTEN) await db.from(table).delete()
    }
  })

  async function dayOnScreen(): Promise<Page> {
    const user = await someStaff({ role: 'owner' })
    const client = new HttpClient(url)
    const answer = await client.post('/sign-in', { email: user.email, password: PASSWORD })
    if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`)
    const headers = { cookie: `sportello=${client.cookie('sportello')}` }
    const page = new Page(
      new WebSocket(`${url.replace('http', 'ws')}/live`, { origin: url, headers })
    )
    await eventually(() => page.socket.readyState === WebSocket.OPEN, 5_000)
    page.subscribe(channelName('scheduling.day', DAY))
    await page.next(1, 5_000)
    return page
  }

  test('B11 its pages see within a second what another process did', async ({ assert }) => {
    const page = await dayOnScreen()
    const waits: number[] = []
    for (let change = 1; change <= 20; change++) {
      const committedAt = Date.now()
      await transaction((trx) => publish(trx, 'scheduling.day', DAY))
      await page.next(change + 1, 2_000)
      waits.push(Date.now() - committedAt)
    }
    console.log(
      `${dialect(db.connection())}: heard ${Math.min(...waits)}–${Math.max(...waits)} ms after the commit`
    )
    assert.isBelow(Math.max(...waits), 1_000)
    assert.lengthOf(page.said, 21)
  }).timeout(120_000)

  test('B10 its worker delivers a mail that another process wrote', async ({ assert }) => {
    await transaction((trx) =>
      queueMail(trx, TestMail, { to: 'anna@example.org', locale: 'pl', data: {} })
    )
    const queuedAt = Date.now()
    await eventually(async () => (await OutboxMail.firstOrFail()).state === 'kept', 5_000)
    console.log(`${dialect(db.connection())}: kept ${Date.now() - queuedAt} ms after the commit`)
    assert.lengthOf(await db.from('jobs_workers'), 1)
  }).timeout(120_000)

  test('it ends at once although pages are open, and tells them', async ({ assert }) => {
    const page = await dayOnScreen()
    const startedAt = Date.now()
    const code = await server.stop()
    console.log(`${dialect(db.connection())}: ended ${Date.now() - startedAt} ms after SIGTERM`)
    assert.equal(code, 0)
    assert.equal(await page.closed(), 1012)
    assert.isBelow(Date.now() - startedAt, 5_000)
  }).timeout(120_000)
})
