import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock, transaction } from '#core/platform'
import { defineChannel, publish } from '#core/live'
import { endSessionsOf, type User } from '#core/accounts'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someStaff } from '#tests/accounts/people'
import { withModule } from '#tests/jobs/kit'
import { attachLive, openPage } from '#tests/live/pages'

const MINUTE = 60_000

const board = { value: 'A001' }

const publicBoard = defineChannel({
  id: 'testing.board',
  authorise: () => true,
  state: () => board,
})
const staffDay = defineChannel({
  id: 'testing.day',
  authorise: (user) => user?.isStaff ?? false,
  state: () => ({ day: 1 }),
})
const large = defineChannel({
  id: 'testing.large',
  authorise: () => true,
  state: () => Math.random() + 'x'.repeat(500_000),
})

async function cookieOf(user: User): Promise<string> {
  const client = await signedIn(user)
  return `sportello=${client.cookie('sportello')}`
}

test.group('Sockets of pages', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withModule('testing', { channels: [publicBoard, staffDay, large] }))
  group.each.setup(() => attachLive())

  test('a page is told the state, and each change of it', async ({ assert }) => {
    board.value = 'A001'
    const page = await openPage()
    page.subscribe('testing.board')
    const first = await page.next(1)
    assert.deepEqual(first.state, { value: 'A001' })
    board.value = 'A002'
    await publish(null, 'testing.board')
    const second = await page.next(2)
    assert.deepEqual(second.state, { value: 'A002' })
    assert.isAbove(second.seq!, first.seq!)
    page.socket.send('{"unsubscribe":"testing.board"}')
    await sleep(50)
    board.value = 'A003'
    await publish(null, 'testing.board')
    await sleep(50)
    assert.lengthOf(page.said, 2)
  })

  test('only our own pages may open one', async ({ assert }) => {
    const foreign = ['https://evil.example', 'null', 'http://localhost:3333.evil.example', '']
    for (const origin of foreign) await assert.rejects(() => openPage({ origin }), '403')
  })

  test('there is no socket at another path', async ({ assert }) => {
    await assert.rejects(() => openPage({ path: '/livestock' }))
    await assert.rejects(() => openPage({ path: '/' }))
  })

  test('a channel of the staff is for signed-in staff', async ({ assert }) => {
    const cookie = await cookieOf(await someStaff({ role: 'desk' }))
    const staff = await openPage({ cookie })
    staff.subscribe('testing.day')
    assert.deepEqual((await staff.next(1)).state, { day: 1 })
    for (const forged of [undefined, 'sportello=x', `${cookie}x`]) {
      const visitor = await openPage({ cookie: forged })
      visitor.subscribe('testing.day')
      assert.deepEqual(await visitor.next(1), { channel: 'testing.day', error: 'refused' })
    }
  })

  test('a socket ends within 5 s after its session', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const page = await openPage({ cookie: await cookieOf(user) })
    const other = await openPage({ cookie: await cookieOf(await someStaff({ role: 'desk' })) })
    page.subscribe('testing.day')
    await page.next(1)
    await transaction((trx) => endSessionsOf(trx, user.id))
    assert.equal(await page.closed(5_000), 4401)
    assert.isNull(other.closeCode)
  })

  test('V6 a socket that follows a channel does not move the end of its session', async ({
    assert,
  }) => {
    const cookie = await cookieOf(await someStaff({ role: 'desk' }))
    const before = await db.from('accounts_sessions').firstOrFail()
    clock.freeze(Number(before.last_seen_at) + 20 * MINUTE)
    const page = await openPage({ cookie })
    page.subscribe('testing.day')
    assert.deepEqual((await page.next(1)).state, { day: 1 })
    page.socket.ping()
    await once(page.socket, 'pong')
    assert.deepEqual(await db.from('accounts_sessions').firstOrFail(), before)
  })

  test('what no page says ends the socket', async ({ assert }) => {
    const cases: [string | Buffer, number][] = [
      ['x'.repeat(4097), 1009],
      [Buffer.from([1, 2, 3]), 1003],
      ['not json', 1008],
      ['{"hello":1}', 1008],
    ]
    for (const [message, code] of cases) {
      const page = await openPage()
      page.socket.send(message)
      assert.equal(await page.closed(), code)
    }
  })

  test('the 101st message in a minute and the 21st channel end it', async ({ assert }) => {
    const talker = await openPage()
    for (let n = 0; n < 101; n++) talker.socket.send('{"unsubscribe":"testing.board"}')
    assert.equal(await talker.closed(), 1008)
    const follower = await openPage()
    for (let n = 0; n < 20; n++) follower.subscribe(`testing.board?n=${n}`)
    await follower.next(20)
    follower.subscribe('testing.board?n=20')
    assert.equal(await follower.closed(), 1008)
  })

  test('an address has 20 sockets, and gets one back when one closes', async ({ assert }) => {
    const address = '203.0.113.7'
    const pages = await Promise.all(Array.from({ length: 20 }, () => openPage({ address })))
    await assert.rejects(() => openPage({ address }), '429')
    await openPage({ address: '203.0.113.8' })
    pages[0].socket.close()
    await pages[0].closed()
    await sleep(20)
    await openPage({ address })
  })

  test('a page that does not read is cut off, the others hear on', async ({ assert }) => {
    const slow = await openPage()
    const quick = await openPage()
    for (const page of [slow, quick]) page.subscribe('testing.large')
    await Promise.all([slow.next(1), quick.next(1)])
    slow.socket.pause()
    let frames = 1
    // Some megabytes disappear in the buffers of the kernel first.
    while (frames < 60) {
      await publish(null, 'testing.large')
      frames++
      await quick.next(frames)
    }
    slow.socket.resume()
    assert.equal(await slow.closed(5_000), 1006)
    assert.isBelow(slow.said.length, frames)
    assert.isNull(quick.closeCode)
  }).timeout(30_000)
})

test.group('Sockets at the end of the server', (group) => {
  group.each.setup(() => freshDatabase())

  test('are told that it restarts', async ({ assert }) => {
    const detach = await attachLive()
    const page = await openPage()
    const startedAt = Date.now()
    await detach()
    assert.equal(await page.closed(), 1012)
    assert.isBelow(Date.now() - startedAt, 2_000)
    await assert.rejects(() => openPage())
  })
})
