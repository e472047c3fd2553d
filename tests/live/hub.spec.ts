import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import { transaction } from '#core/platform'
import { defineChannel, publish } from '#core/live'
import { Hub, type Member } from '#app/live/hub'
import { hub } from '#app/live/live'
import { freshDatabase } from '#tests/kit/database'
import { withDisabledPlugin, withModule } from '#tests/jobs/kit'
import { eventually } from '#tests/jobs/processes'

type Told = { channel: string; seq: number; state: unknown; error?: string }

function member(): Member & { told: Told[] } {
  const told: Told[] = []
  return { user: null, device: null, told, send: (text) => told.push(JSON.parse(text)) }
}

/** A counter whose reads take a moment, as queries do. */
function counter() {
  const now = { value: 1, reads: 0 }
  const channel = defineChannel({
    id: 'testing.counter',
    authorise: (_, params) => params.secret !== 'wrong',
    async state() {
      now.reads++
      const { value } = now
      await sleep(5)
      return { value }
    },
  })
  return { now, channel }
}

const values = (told: Told[]) => told.map(({ state }) => (state as { value: number }).value)

test.group('Hub', (group) => {
  group.each.setup(() => freshDatabase())

  test('tells the state at once to whoever subscribes, whatever they knew', async ({
    assert,
    cleanup,
  }) => {
    const { channel } = counter()
    cleanup(withModule('testing', { channels: [channel] }))
    const own = new Hub()
    const first = member()
    const ahead = Date.now() + 5_000
    assert.deepEqual(await own.subscribe(first, 'testing.counter?a=1', ahead), {
      ok: true,
      name: 'testing.counter?a=1',
    })
    await eventually(() => first.told.length === 1, 500)
    assert.deepEqual(first.told[0].state, { value: 1 })
    assert.isAbove(first.told[0].seq, ahead)
  })

  test('reads once for many, and never tells an older state after a newer one', async ({
    assert,
    cleanup,
  }) => {
    const { now, channel } = counter()
    cleanup(withModule('testing', { channels: [channel] }))
    const own = new Hub()
    const members = Array.from({ length: 50 }, member)
    for (const each of members) await own.subscribe(each, 'testing.counter')
    await eventually(() => members.every(({ told }) => told.length === 1), 500)
    const readsBefore = now.reads
    for (let value = 2; value <= 40; value++) {
      now.value = value
      own.changed('testing.counter')
      if (value % 10 === 0) await sleep(3)
    }
    await eventually(() => members.every(({ told }) => values(told).at(-1) === 40), 1_000)
    assert.isAtMost(now.reads - readsBefore, 10)
    for (const { told } of members) {
      assert.deepEqual(
        values(told),
        values(told).toSorted((a, b) => a - b)
      )
      const seqs = told.map(({ seq }) => seq)
      assert.deepEqual(
        seqs,
        [...new Set(seqs)].toSorted((a, b) => a - b)
      )
    }
  })

  test('is quiet when nothing really changed, and loud where the page fetches', async ({
    assert,
    cleanup,
  }) => {
    const { channel } = counter()
    const signal = defineChannel({ id: 'testing.signal', authorise: () => true, state: () => null })
    cleanup(withModule('testing', { channels: [channel, signal] }))
    const own = new Hub()
    const counting = member()
    const fetching = member()
    await own.subscribe(counting, 'testing.counter')
    await own.subscribe(fetching, 'testing.signal')
    await eventually(() => counting.told.length + fetching.told.length === 2, 500)
    own.everythingChanged()
    await eventually(() => fetching.told.length === 2, 500)
    await sleep(30)
    assert.lengthOf(counting.told, 1)
    assert.isNull(fetching.told[1].state)
  })

  test('refuses what is not allowed, unknown, or of a disabled plugin', async ({
    assert,
    cleanup,
  }) => {
    const { channel } = counter()
    cleanup(withModule('testing', { channels: [channel] }))
    cleanup(withDisabledPlugin('resting', { channels: [{ ...channel, id: 'resting.counter' }] }))
    const own = new Hub()
    const asked = async (name: string) => own.subscribe(member(), name)
    assert.deepEqual(await asked('testing.counter?secret=wrong'), { ok: false, reason: 'refused' })
    assert.deepEqual(await asked('testing.nothing'), { ok: false, reason: 'unknown' })
    assert.deepEqual(await asked('resting.counter'), { ok: false, reason: 'unknown' })
    assert.deepEqual(await asked('constructor.name'), { ok: false, reason: 'unknown' })
  })

  test('tells of what a transaction published after its commit, and not of a rollback', async ({
    assert,
    cleanup,
  }) => {
    const { now, channel } = counter()
    cleanup(withModule('testing', { channels: [channel] }))
    const follower = member()
    await hub.subscribe(follower, 'testing.counter?day=1')
    cleanup(() => hub.unsubscribe(follower, 'testing.counter?day=1'))
    await eventually(() => follower.told.length === 1, 500)

    await assert.rejects(() =>
      transaction(async (trx) => {
        await publish(trx, 'testing.counter', { day: 1 })
        now.value = 2
        throw new Error('refused')
      })
    )
    await sleep(50)
    assert.deepEqual(values(follower.told), [1])

    await transaction(async (trx) => {
      await publish(trx, 'testing.counter', { day: 1 })
      now.value = 3
    })
    await eventually(() => follower.told.length === 2, 500)
    assert.deepEqual(values(follower.told), [1, 3])
  })

  test('a state that cannot be read is tried again', async ({ assert, cleanup }) => {
    let isBroken = true
    const channel = defineChannel({
      id: 'testing.shaky',
      authorise: () => true,
      state() {
        if (isBroken) throw new Error('no database')
        return 'fine'
      },
    })
    cleanup(withModule('testing', { channels: [channel] }))
    const follower = member()
    await new Hub().subscribe(follower, 'testing.shaky')
    await sleep(50)
    isBroken = false
    await eventually(() => follower.told.length > 0, 2_000)
    assert.equal(follower.told[0].state, 'fine')
  })
})
