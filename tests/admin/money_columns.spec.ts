import { test } from '@japa/runner'
import { atDesk } from '#tests/admin/desk'
import { Thing, THINGS, things, withThings } from '#tests/admin/things'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'

const cellsOf = ({ text }: Answer, label: string) =>
  [...text.matchAll(/<td([^>]*)data-label="([^"]*)"([^>]*)>([\s\S]*?)<\/td>/g)]
    .filter(([, , name]) => name === label)
    .map(([, before, , after, cell]) => ({
      text: cell.replaceAll(/<[^>]*>/g, '').trim(),
      isAtEnd: /data-align="end"/.test(before + after),
    }))

const linesOf = ({ text }: Answer) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

test.group('Columns of money without a field', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())
  group.each.setup(async () => {
    const { columns } = things.list
    const rows = [
      { title: 'Book', cost: 123450, currency: 'EUR' },
      { title: 'Fan', cost: 1200, currency: 'JPY' },
      { title: 'Gift', cost: null, currency: 'EUR' },
      { title: 'Hat', cost: -5, currency: 'TND' },
      { title: 'Ink', cost: 700, currency: null },
    ]
    await Thing.createMany(rows.map((row) => ({ ...row, isLent: false })))
    return () => void (things.list.columns = columns)
  })

  test('are written in the currency of each record, under each other', async ({ assert }) => {
    things.list.columns = [
      { name: 'title', strong: true },
      { name: 'cost', format: 'money', currency: { attribute: 'currency' }, sort: true },
    ]
    const desk = await atDesk('owner')
    const list = await desk.get(`${THINGS}?sort=-cost&lang=de`)
    const cells = cellsOf(list, 'Cost')
    assert.deepEqual(
      cells.map(({ text }) => text.replaceAll(/\s/g, ' ')).toSorted(),
      ['1.234,50 €', '1.200 ¥', '-0,005 TND', '–', '–'].toSorted()
    )
    assert.isTrue(cells.every(({ isAtEnd }) => isAtEnd))
  })

  test('are figures in files, beside their currency', async ({ assert }) => {
    things.list.columns = [
      { name: 'title', strong: true, sort: true },
      { name: 'cost', format: 'money', currency: { attribute: 'currency' } },
    ]
    const desk = await atDesk('owner')
    const english = await desk.get(`${THINGS}/export?sort=title&lang=en`)
    assert.deepEqual(linesOf(english).slice(1), [
      'Book,1234.50,EUR',
      'Fan,1200,JPY',
      'Gift,,EUR',
      'Hat,-0.005,TND',
      'Ink,,',
    ])
    const german = await desk.get(`${THINGS}/export?sort=title&lang=de`)
    assert.equal(linesOf(german)[1], 'Book;1234,50;EUR')
    const workbook = await desk.get(`${THINGS}/export?format=xlsx`)
    assert.equal(workbook.status, 200)
  })

  test('of one currency, with a field or without, name it in the head of a file', async ({
    assert,
  }) => {
    things.list.columns = [
      { name: 'title', strong: true, sort: true },
      { name: 'cost', format: 'money', currency: 'CHF' },
      { name: 'price' },
    ]
    const desk = await atDesk('owner')
    const cells = cellsOf(await desk.get(`${THINGS}?lang=en`), 'Cost')
    assert.include(
      cells.map(({ text }) => text.replaceAll(/\s/g, ' ')),
      'CHF 1,234.50'
    )
    const [head, first] = linesOf(await desk.get(`${THINGS}/export?sort=title&lang=en`))
    assert.match(head, /,cost \(CHF\),price \(EUR\)$/i)
    assert.equal(first, 'Book,1234.50,')
  })
})
