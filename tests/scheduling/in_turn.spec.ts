import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { dialect } from '#core/platform'
import { inTurn } from '#core/scheduling'

const CROWD = 30

test.group('Taking places in turn', () => {
  test('B11 a crowd for one time leaves connections for everybody else', async ({ assert }) => {
    let [now, most] = [0, 0]
    const take = async (visitor: number) => {
      most = Math.max(most, ++now)
      await setImmediate()
      now--
      if (visitor % 7 === 0) throw new Error('refused')
      return visitor
    }
    const taken = await Promise.allSettled(
      Array.from({ length: CROWD }, (_, visitor) => inTurn(() => take(visitor)))
    )
    assert.equal(most, dialect(db.connection()) === 'postgres' ? 6 : CROWD)
    assert.equal(now, 0)
    const got = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    assert.lengthOf(got, CROWD - 5)
    assert.deepEqual(
      got,
      [...got].sort((a, b) => a - b)
    )
    assert.equal(await inTurn(async () => 'the next'), 'the next')
  })
})
