import { test } from '@japa/runner'
import { inOrder, mergedLines, type CartedLine } from '#plugins/shop-quotes/domain/cart_lines'
import { formerPrice, standings } from '#plugins/shop-quotes/domain/cart_standing'
import { readQuantity } from '#plugins/shop-quotes/domain/quantity'
import { changedParts, joinedDigests, shownParts } from '#plugins/shop-quotes/domain/shown_order'

type Line = CartedLine & { name: string }

const line = (name: string, own: Partial<Line> = {}): Line => ({
  ...{ name, serviceId: 1, formVersionId: null, answers: null, quantity: 1, most: 10 },
  ...own,
})

const told = (own: Line[], brought: Line[]) =>
  mergedLines(own, brought).map(
    ({ line: { name }, quantity, absorbed }) =>
      `${name} × ${quantity}${absorbed.map((one) => ` + ${one.name}`).join('')}`
  )

const asked = (answers: Record<string, unknown>) => ({ formVersionId: 7, answers })
const price = { priceMinor: 4900, basis: 'gross', rateBp: 2100 } as const

test.group('Carts of a visitor and of an account', () => {
  test('S4 the same service with the same answers adds its quantity; others are appended', ({
    assert,
  }) => {
    assert.deepEqual(told([line('a', { quantity: 2 })], [line('b', { quantity: 3 })]), [
      'a × 5 + b',
    ])
    assert.deepEqual(told([line('a')], [line('b', { serviceId: 2 })]), ['a × 1', 'b × 1'])
    const blue = asked({ colour: 'blue', size: null })
    assert.deepEqual(told([line('a', blue)], [line('b', asked({ colour: 'blue' }))]), ['a × 2 + b'])
    assert.deepEqual(told([line('a', blue)], [line('b', asked({ colour: 'red' }))]), [
      'a × 1',
      'b × 1',
    ])
    const newer = { ...blue, formVersionId: 8 }
    assert.deepEqual(told([line('a', blue)], [line('b', newer)]), ['a × 1', 'b × 1'])
  })

  test('S4 no more than the service allows, and never less than there was', ({ assert }) => {
    const most = { most: 4 }
    assert.deepEqual(
      told([line('a', { ...most, quantity: 3 })], [line('b', { ...most, quantity: 3 })]),
      ['a × 4 + b']
    )
    assert.deepEqual(told([line('a', { ...most, quantity: 6 })], [line('b', most)]), ['a × 6 + b'])
  })

  test('S4 answers with files are never the same', ({ assert }) => {
    const file = (id: string) => asked({ cv: { file: id, name: 'cv.pdf' } })
    assert.deepEqual(told([line('a', file('A'))], [line('b', file('B'))]), ['a × 1', 'b × 1'])
  })

  test('a key more or less decides nothing, their order neither', ({ assert }) => {
    assert.equal(inOrder({ b: 1, a: [{ d: 2, c: null }] }), '{"a":[{"d":2}],"b":1}')
    assert.equal(inOrder(undefined), 'null')
  })

  test('a line that is gone or of which there is too much keeps the order', ({ assert }) => {
    const own = { serviceId: 1, quantity: 3, most: 5, isOffered: true, price, seen: price }
    const rest = { ...own, serviceId: 2, quantity: 1 }
    assert.deepEqual(standings([own, own, rest], 'buy'), ['too_many', 'too_many', 'ready'])
    assert.deepEqual(standings([{ ...own, isOffered: false }, rest], 'buy'), ['gone', 'ready'])
    assert.deepEqual(standings([{ ...own, price: null }], 'buy'), ['gone'])
    assert.deepEqual(standings([{ ...own, price: null }], 'quote'), ['ready'])
  })

  test('another price, basis or VAT than was shown is told', ({ assert }) => {
    const own = { serviceId: 1, quantity: 1, most: 5, isOffered: true, price }
    assert.isNull(formerPrice({ ...own, seen: { ...price } }))
    for (const seen of [
      { ...price, priceMinor: 4800 },
      { ...price, basis: 'net' as const },
      { ...price, rateBp: 1000 },
    ]) {
      assert.deepEqual(formerPrice({ ...own, seen }), seen)
    }
  })

  test('S5 what changed since the page was shown is named', ({ assert }) => {
    const shown = {
      lines: [{ serviceId: 1, quantity: 1, formVersionId: null, answers: null, price }],
      ...{ currency: 'EUR', totals: { totalMinor: 4900 }, billing: { city: 'Madrid' }, terms: 'A' },
    }
    const seen = joinedDigests(shownParts(shown))
    const now = (other: object) =>
      changedParts(seen, joinedDigests(shownParts({ ...shown, ...other })))
    assert.deepEqual(now({}), [])
    assert.deepEqual(now({ terms: 'B' }), ['terms'])
    assert.deepEqual(now({ billing: { city: 'Pisa' } }), ['billing'])
    assert.deepEqual(now({ currency: 'PLN' }), ['prices'])
    assert.deepEqual(now({ lines: [], totals: null }), ['lines'])
  })

  test('S6 a quantity is a whole number from one to the most', ({ assert }) => {
    const wrong = ['', ' ', '0', '-1', '1.5', '1e3', '11', '999999999999', '٣', 'x']
    assert.deepEqual(
      wrong.map((typed) => {
        const read = readQuantity(typed, 10)
        return read.ok ? read.quantity : read.reason
      }),
      [
        ...['missing', 'missing', 'not_whole', 'not_whole', 'not_whole', 'not_whole'],
        ...['too_many', 'not_whole', 'not_whole', 'not_whole'],
      ]
    )
    assert.deepEqual(readQuantity(' 10 ', 10), { ok: true, quantity: 10 })
  })
})
