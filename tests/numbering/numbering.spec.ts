import { test } from '@japa/runner'
import { transaction } from '#core/platform'
import { allotAppointmentNumber, nextInSequence } from '#core/numbering'
import { freshDatabase } from '#tests/kit/database'

const allot = (values: { locationId?: number; day?: string; letter?: string } = {}) =>
  transaction((trx) =>
    allotAppointmentNumber(trx, { locationId: 1, day: '2027-06-01', letter: 'A', ...values })
  )

test.group('numbers', (group) => {
  group.each.setup(() => freshDatabase())

  test('Q2 each location, local day and letter counts for itself', async ({ assert }) => {
    assert.equal(await allot(), 'AA001')
    assert.equal(await allot(), 'AA002')
    assert.equal(await allot({ day: '2027-06-02' }), 'AA001')
    assert.equal(await allot({ letter: 'B' }), 'BB001')
    assert.equal(await allot({ locationId: 2 }), 'AA001')
    assert.equal(await allot(), 'AA003')
  })

  test('Q2 a rollback takes its number back: no gap', async ({ assert }) => {
    assert.equal(await allot(), 'AA001')
    const failing = transaction(async (trx) => {
      await allotAppointmentNumber(trx, { locationId: 1, day: '2027-06-01', letter: 'A' })
      throw new Error('the rest of the booking failed')
    })
    await assert.rejects(() => failing, 'the rest of the booking failed')
    assert.equal(await allot(), 'AA002')
  })

  test('Q2 a letter that is mistaken for a digit is refused', async ({ assert }) => {
    await assert.rejects(() => allot({ letter: 'O' }), /cannot be a ticket letter/)
  })

  test('sequences count from 1 for any key', async ({ assert }) => {
    const next = (key: string) => transaction((trx) => nextInSequence(trx, key))
    assert.deepEqual(
      [await next('quotes:2027'), await next('quotes:2027'), await next('orders')],
      [1, 2, 1]
    )
  })
})
