import { test } from '@japa/runner'
import {
  idsBelow,
  inTreeOrder,
  placeRefusal,
  shownPlaces,
  wayTo,
} from '#plugins/shop-quotes/domain/category_tree'
import { freeSlug } from '#plugins/shop-quotes/domain/free_slug'
import { narrowed, pageOf } from '#plugins/shop-quotes/domain/narrowed_offers'
import { standingOn } from '#plugins/shop-quotes/domain/offered_days'
import { isFoundBy, wordsOfService } from '#plugins/shop-quotes/domain/service_words'

const place = (id: number, parentId: number | null, position = 0, active = true) => ({
  ...{ id, parentId, position, active },
})

/** 1 › 2 › 3 › 4, and 5 beside 2. */
const TREE = [place(1, null), place(2, 1, 2), place(3, 2), place(4, 3), place(5, 1, 1)]

test.group('Categories of the shop', () => {
  test('stand below each other in their order', ({ assert }) => {
    const order = inTreeOrder(TREE).map((one) => [one.place.id, one.depth])
    assert.deepEqual(order, [
      [1, 0],
      [5, 1],
      [2, 1],
      [3, 2],
      [4, 3],
    ])
    assert.deepEqual(idsBelow(TREE, 2), [3, 4])
    const ids = (id: number | null) => wayTo(TREE, id).map((one) => one.id)
    assert.deepEqual([ids(4), ids(null), ids(9)], [[1, 2, 3, 4], [], []])
  })

  test('never lie in themselves, nor deeper than four levels', ({ assert }) => {
    const why = (id: number | null, parentId: number | null) => placeRefusal(TREE, { id, parentId })
    assert.deepEqual([why(1, null), why(null, 3), why(5, 3), why(3, 5)], [null, null, null, null])
    assert.deepEqual([why(2, 2), why(2, 4), why(1, 5)], ['circle', 'circle', 'circle'])
    assert.deepEqual([why(null, 4), why(null, 9)], ['too_deep', 'no_parent'])
    const two = [...TREE, place(6, null), place(7, 6)]
    assert.equal(placeRefusal(two, { id: 6, parentId: 3 }), 'too_deep')
    assert.isNull(placeRefusal(two, { id: 6, parentId: 2 }))
  })

  test('that are switched off take along what lies below them', ({ assert }) => {
    const some = [place(1, null), place(2, 1, 0, false), place(3, 2), place(4, null)]
    assert.deepEqual(
      shownPlaces(some).map(({ id }) => id),
      [1, 4]
    )
  })
})

test.group('Services of the shop', () => {
  test('S1 are found by the beginnings of their words', ({ assert }) => {
    const words = wordsOfService(['eye test', 'examen de la vista', 'sehtest (eye)'])
    assert.equal(words, ' eye test examen de la vista sehtest')
    const found = ['vista', 'exa vis', 'TEST'.toLowerCase(), 'eye-te', 'sehtest']
    assert.isTrue(found.every((search) => isFoundBy(words, search)))
    const not = ['ista', 'glasses', 'eye glasses', '', ' - ']
    assert.isFalse(not.some((search) => isFoundBy(words, search)))
  })

  test('are offered from their first day to their last, both included', ({ assert }) => {
    const days = { availableFrom: '2026-12-01', availableTo: '2026-12-24' }
    const on = (day: string) => standingOn(days, day)
    assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-24', '2026-12-25'].map(on), [
      'not_yet',
      'offered',
      'offered',
      'over',
    ])
    assert.equal(standingOn({ availableFrom: null, availableTo: null }, '1999-01-01'), 'offered')
  })

  test('S1 are narrowed by words, by how they are sold and by place', ({ assert }) => {
    const offer = (words: string, priceMode: 'fixed' | 'quote', locationId: number | null) => ({
      ...{ words, priceMode, locationId },
    })
    const all = [offer(' eye', 'fixed', 1), offer(' eye', 'quote', null), offer(' ear', 'fixed', 2)]
    const kept = (wish: Partial<Parameters<typeof narrowed>[1]>) =>
      narrowed(all, { search: '', price: null, locationId: null, ...wish }).map((one) =>
        all.indexOf(one)
      )
    assert.deepEqual(kept({}), [0, 1, 2])
    assert.deepEqual(kept({ search: 'ey' }), [0, 1])
    assert.deepEqual(kept({ price: 'fixed' }), [0, 2])
    assert.deepEqual(kept({ locationId: 2 }), [1, 2], 'what everybody offers is there too')
    assert.deepEqual(kept({ search: 'eye', price: 'fixed', locationId: 2 }), [])
  })

  test('stand twenty on a page; a page that is not there is the nearest', ({ assert }) => {
    const all = Array.from({ length: 41 }, (_, index) => index)
    const read = (asked: number) => {
      const { page, pages, shown } = pageOf(all, asked)
      return [page, pages, shown.length, shown[0]]
    }
    assert.deepEqual(
      [read(1), read(3), read(99), read(-1)],
      [
        [1, 3, 20, 0],
        [3, 3, 1, 40],
        [3, 3, 1, 40],
        [1, 3, 20, 0],
      ]
    )
    assert.deepEqual(pageOf([], 1), { page: 1, pages: 1, total: 0, shown: [] })
  })

  test('that are doubled get the next free word', ({ assert }) => {
    assert.equal(freeSlug('eye-test', ['eye-test']), 'eye-test-2')
    assert.equal(freeSlug('eye-test-2', ['eye-test', 'eye-test-2']), 'eye-test-3')
    const long = 'x'.repeat(60)
    assert.equal(freeSlug(long, [long]), `${'x'.repeat(58)}-2`)
  })
})
