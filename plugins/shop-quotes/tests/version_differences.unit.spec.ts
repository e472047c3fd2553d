import { test } from '@japa/runner'
import {
  versionDifferences,
  type ComparedLine,
} from '#plugins/shop-quotes/domain/version_differences'

const line = (description: string, own: Partial<ComparedLine> = {}): ComparedLine => ({
  ...{ wishId: null, serviceId: null, description, quantity: '1', unitPriceMinor: 1000 },
  ...{ basis: 'gross', discountBp: 0, taxClass: 'standard', rateBp: 2100, optional: false, ...own },
})
const told = (before: ComparedLine[], after: ComparedLine[]) =>
  versionDifferences(before, after).map((one) =>
    one.kind === 'changed'
      ? `${one.before.description}: ${one.aspects.join(', ')}`
      : `${one.kind} ${(one.kind === 'added' ? one.after : one.before).description}`
  )

test.group('What differs between two versions', () => {
  test('S10 nothing, whatever the order of the lines', ({ assert }) => {
    assert.deepEqual(told([line('A'), line('B')], [line('B'), line('A')]), [])
  })

  test('S10 lines that came, and lines that went', ({ assert }) => {
    assert.deepEqual(told([line('A'), line('B')], [line('A'), line('C')]), ['added C', 'gone B'])
  })

  test('S10 another quantity, price, discount, VAT or choice', ({ assert }) => {
    const changed = {
      ...{ quantity: '2', unitPriceMinor: 900, discountBp: 500, optional: true },
      ...{ taxClass: 'reduced', rateBp: 1000 },
    }
    assert.deepEqual(told([line('A')], [line('A', changed)]), [
      'A: quantity, price, discount, vat, optional',
    ])
    assert.deepEqual(told([line('A')], [line('A', { basis: 'net' })]), ['A: price'])
  })

  test('S10 a line with other words answers the same wish, else the same service', ({ assert }) => {
    const [wish, service] = [{ wishId: 3 }, { serviceId: 7 }]
    assert.deepEqual(told([line('A', wish)], [line('B', wish)]), ['A: description'])
    assert.deepEqual(told([line('A', service)], [line('B', service)]), ['A: description'])
    const twice = [line('B', service), line('A', service)]
    assert.deepEqual(told([line('A', service)], twice), ['added B'])
  })
})
