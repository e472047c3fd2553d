import { test } from '@japa/runner'
import fc from 'fast-check'
import { barChart } from '#app/admin/domain/bar_chart'

test.group('The drawing of a bar chart', () => {
  test('the highest bar fills the room, half of it stands half as high', ({ assert }) => {
    const { bars, base, width } = barChart([{ value: 4 }, { value: 2 }, { value: 0 }])
    assert.deepEqual(
      bars.map(({ height }) => height),
      [118, 59, 0]
    )
    for (const { y, height } of bars) assert.equal(y + height, base)
    assert.equal(width, 3 * 72)
  })

  test('days without anything draw no bar and divide by nothing', ({ assert }) => {
    const { bars } = barChart([{ value: 0 }, { value: 0 }])
    assert.deepEqual(
      bars.map(({ height }) => height),
      [0, 0]
    )
  })

  test('no bar leaves the drawing, and what is there is seen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 31 }), (values) => {
        const { bars, base, width, height } = barChart(values.map((value) => ({ value })))
        return bars.every(
          (bar, index) =>
            bar.y >= 0 &&
            bar.y + bar.height <= base + 0.1 &&
            base < height &&
            bar.x >= 0 &&
            bar.x + bar.width <= width &&
            (values[index] === 0) === (bar.height === 0)
        )
      })
    )
  })
})
