import { test } from '@japa/runner'
import {
  draftTree,
  idsBelow,
  inTreeOrder,
  isSameTree,
  type DraftNode,
} from '#plugins/helpdesk/domain/intake_tree'

const NOTHING = { kind: null, impact: null, teamId: null, serviceLevelId: null, formId: null }

function place(id: number, parentId: number | null, own: Partial<DraftNode> = {}): DraftNode {
  const texts = { label: { en: `Place ${id}` }, hint: null, question: null }
  return { id, key: `k${id}`, parentId, position: 0, isNeed: false, ...texts, ...NOTHING, ...own }
}

const decided = { isNeed: true, kind: 'request', impact: 'several', teamId: 7 } as const

/** 1 › (3, 2 › 4), 5 */
const NODES = [
  place(5, null, { position: 20, ...decided }),
  place(1, null, { position: 10, question: { en: 'Which?' } }),
  place(2, 1, { position: 9 }),
  place(3, 1, { position: 3, ...decided }),
  place(4, 2, { ...decided, serviceLevelId: 8, formId: 9 }),
]

test.group('H2 The menu that rows make', () => {
  test('places stand below their parents, in order of their numbers', ({ assert }) => {
    const { children } = draftTree(NODES)
    assert.deepEqual(
      children.map(({ key }) => key),
      ['k1', 'k5']
    )
    assert.deepEqual(
      children[0].children.map(({ key }) => key),
      ['k3', 'k2']
    )
    assert.deepEqual(children[0].question, { en: 'Which?' })
    assert.deepEqual(children[0].children[1].children[0].need, {
      ...{ kind: 'request', impact: 'several', teamId: 7, serviceLevelId: 8, formId: 9 },
    })
  })

  test('an end that decides nothing is none', ({ assert }) => {
    const [{ need }] = draftTree([place(1, null, { ...decided, teamId: null })]).children
    assert.isNull(need)
  })

  test('a place that goes on decides nothing, whatever is left in its row', ({ assert }) => {
    const [{ need }] = draftTree([place(1, null, { ...decided, isNeed: false })]).children
    assert.isNull(need)
  })

  test('texts without words are none', ({ assert }) => {
    const [{ hint, question }] = draftTree([place(1, null, { hint: {}, question: {} })]).children
    assert.deepEqual([hint, question], [null, null])
  })

  test('from top to bottom, each with its depth', ({ assert }) => {
    assert.deepEqual(
      inTreeOrder(NODES).map(({ node, depth }) => [node.id, depth]),
      [
        [1, 0],
        [3, 1],
        [2, 1],
        [4, 2],
        [5, 0],
      ]
    )
  })

  test('what lies below a place, the nearest first', ({ assert }) => {
    assert.deepEqual(idsBelow(NODES, 1), [2, 3, 4])
    assert.deepEqual(idsBelow(NODES, 5), [])
  })

  test('a menu is the same when nothing that customers or tickets get of it differs', ({
    assert,
  }) => {
    const tree = draftTree(NODES)
    assert.isTrue(isSameTree(tree, JSON.parse(JSON.stringify(tree))))
    const renumbered = NODES.map((node) => ({ ...node, position: node.position * 10 }))
    assert.isTrue(isSameTree(tree, draftTree(renumbered)))
    const renamed = NODES.map((node) => ({ ...node, label: { en: 'Other' } }))
    assert.isFalse(isSameTree(tree, draftTree(renamed)))
  })
})
