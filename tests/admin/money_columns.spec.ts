import { test } from '@japa/runner'
import { SYSTEM, transaction } from '#core/platform'
import { choiceSetting, saveSetting } from '#core/settings'
import type { Viewer } from '#core/admin'
import { atDesk, save } from '#tests/admin/desk'
import { Thing, THINGS, things, withThings } from '#tests/admin/things'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'

const currency = choiceSetting('testing.currency', { default: 'EUR', choices: ['EUR', 'JPY'] })

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

test.group('Fields of money in the currency of a setting', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())
  group.each.setup(async () => {
    const price = things.form.sections[0].fields.find(({ name }) => name === 'price')!
    Object.assign(price, { currency: (viewer: Viewer) => viewer.setting(currency) })
    const { columns } = things.list
    things.list.columns = [{ name: 'title', strong: true }, { name: 'price' }]
    return () => {
      Object.assign(price, { currency: 'EUR' })
      things.list.columns = columns
    }
  })

  const pay = (value: string) => transaction((trx) => saveSetting(trx, currency, value, SYSTEM))

  test('are typed, shown and exported in the one that holds now', async ({ assert }) => {
    const thing = await Thing.create({ title: 'Box', price: 1500, isLent: false })
    const desk = await atDesk('owner')
    const page = `${THINGS}/${thing.id}/edit?lang=en`
    assert.equal((await desk.get(page)).form('/things').fields.price, '15.00')
    await pay('JPY')
    assert.equal((await desk.get(page)).form('/things').fields.price, '1500')
    assert.include((await desk.get(`${THINGS}?lang=en`)).text, '¥1,500')
    const [head, row] = linesOf(await desk.get(`${THINGS}/export?lang=en`))
    assert.match(head, /,price \(JPY\)$/i)
    assert.equal(row, 'Box,1500')
    const refused = await save(desk, page, { price: '15.50' })
    assert.equal(refused.status, 422)
    await save(desk, page, { price: '1600' })
    assert.equal((await Thing.findOrFail(thing.id)).price, 1600)
  })
})
