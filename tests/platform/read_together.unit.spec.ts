import { test } from '@japa/runner'
import { readTogether } from '#core/platform'

/** A source whose readings end when the test says so. */
function source() {
  const readings: PromiseWithResolvers<number>[] = []
  const ask = readTogether((_: string) => {
    const reading = Promise.withResolvers<number>()
    readings.push(reading)
    return reading.promise
  })
  return { readings, ask }
}

test.group('Reading together', () => {
  test('who comes during a reading shares the next one, which begins after it', async ({
    assert,
  }) => {
    const { readings, ask } = source()
    const first = ask('a')
    const [second, third] = [ask('a'), ask('a')]
    assert.lengthOf(readings, 1)
    readings[0].resolve(1)
    assert.equal(await first, 1)
    assert.lengthOf(readings, 2)
    readings[1].resolve(2)
    assert.deepEqual(await Promise.all([second, third]), [2, 2])
    const fourth = ask('a')
    readings[2].resolve(3)
    assert.equal(await fourth, 3)
  })

  test('another question is another reading', async ({ assert }) => {
    const { readings, ask } = source()
    const answers = [ask('a'), ask('b')]
    for (const [index, reading] of readings.entries()) reading.resolve(index)
    assert.deepEqual(await Promise.all(answers), [0, 1])
  })

  test('a reading that fails fails for those who shared it alone', async ({ assert }) => {
    const { readings, ask } = source()
    const first = ask('a')
    const second = ask('a')
    readings[0].reject(new Error('away'))
    await assert.rejects(() => first, 'away')
    readings[1].resolve(2)
    assert.equal(await second, 2)
  })
})
