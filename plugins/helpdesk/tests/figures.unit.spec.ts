import { test } from '@japa/runner'
import {
  brokenDown,
  figuresOf,
  openedByDay,
  shareOf,
  type Counted,
} from '#plugins/helpdesk/domain/figures'

const counted = (what: Counted['what'], count = 1, own: Partial<Counted> = {}): Counted => ({
  ...{ what, count, teamId: 1, need: 'print', agentId: 7, at: 0, total: 0, ...own },
})

test.group('Figures of the helpdesk', () => {
  test('shares are of what was given or fell due; without any there is none', ({ assert }) => {
    const figures = figuresOf([
      ...[counted('first_answer_in_time', 2), counted('first_answer_in_time')],
      ...[counted('first_answer_late', 2), counted('solution_late')],
      ...[counted('rated', 2, { total: 7 }), counted('opened', 5), counted('solved', 3)],
    ])
    assert.deepEqual(figures, {
      ...{ opened: 5, solved: 3, reopened: 0, rejected: 0 },
      ...{ firstAnswer: { part: 3, whole: 5 }, solution: { part: 0, whole: 1 } },
      rating: { part: 7, whole: 2 },
    })
    assert.equal(shareOf(figures.firstAnswer), 0.6)
    assert.equal(shareOf(figures.rating), 3.5)
    assert.isNull(shareOf(figuresOf([]).solution))
  })

  test('a part has what is its own; nobody is one of them', ({ assert }) => {
    const all = [counted('opened', 4), counted('opened', 1, { agentId: null, need: 'phone' })]
    const opened = (by: Parameters<typeof brokenDown>[1]) =>
      brokenDown(all, by).map(({ key, figures }) => [key, figures.opened])
    assert.deepEqual(opened('agent'), [
      [7, 4],
      [null, 1],
    ])
    assert.deepEqual(opened('need'), [
      ['print', 4],
      ['phone', 1],
    ])
    assert.deepEqual(opened('team'), [[1, 5]])
  })

  test('days without a ticket are there, too', ({ assert }) => {
    const all = [
      ...[counted('opened', 2, { at: 1 }), counted('opened', 1, { at: 2 })],
      counted('solved', 9, { at: 1 }),
    ]
    const sums = openedByDay(all, ['a', 'b', 'c'], (at) => (at === 1 ? 'a' : 'c'))
    assert.deepEqual(sums, [2, 0, 1])
  })
})
