import { Edge } from 'edge.js'
import { test } from '@japa/runner'
import { compileLoopsPlain } from '#app/web/plain_loops'

const ROWS = '@each((row, index) in rows)\n{{ index }}{{ await name(row) }};\n@end'
const name = async (row: string) => `<${row}>`

/** What a template of Edge's own loops shows, and one of plain ones. */
async function bothWays(template: string, state: Record<string, unknown>) {
  const plain = Edge.create()
  compileLoopsPlain(plain)
  return Promise.all([Edge.create(), plain].map((edge) => edge.renderRaw(template, state)))
}

test.group('Loops of templates', () => {
  const lists = { array: ['a', 'b'], object: { one: 'a', two: 'b' }, text: 'aß', nothing: null }
  for (const [kind, rows] of Object.entries(lists)) {
    test(`go through ${kind} as Edge does`, async ({ assert }) => {
      const [stock, plain] = await bothWays(ROWS, { rows, name })
      assert.equal(plain, stock)
      assert.equal(plain.includes('&lt;'), rows !== null)
    })
  }

  test('stand inside each other and next to each other', async ({ assert }) => {
    const nested = '@each(row in rows)\n@each(cell in row)\n{{ cell }}\n@end\n|\n@end'
    const [stock, plain] = await bothWays(`${nested}\n${nested}`, { rows: [[1, 2], [], [3]] })
    assert.equal(plain, stock)
    assert.equal(plain.replaceAll('\n', ''), '12||3|12||3|')
  })

  test('say what they are written for when a list is empty', async ({ assert }) => {
    const [stock, plain] = await bothWays('@each(row in rows)\n{{ row }}\n@else\nnone\n@end', {
      rows: [],
    })
    assert.equal(plain, stock)
    assert.include(plain, 'none')
  })
})
