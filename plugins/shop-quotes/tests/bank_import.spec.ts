import { test } from '@japa/runner'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import { Task } from '#plugins/shop-quotes/models/task'
import {
  anOrder,
  NOW,
  orderNow,
  paymentsOf,
  tasksNow,
} from '#plugins/shop-quotes/tests/orders_to_pay'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const IMPORT = '/admin/shop-quotes/bank-import'
const HEADING = 'Date;Amount;Payer;Purpose'

const look = async (desk: HttpClient, ...rows: string[]) =>
  desk.submit((await desk.get(IMPORT)).form(IMPORT), { text: [HEADING, ...rows].join('\n') })

const take = async (desk: HttpClient, ...rows: string[]) =>
  desk.submit((await look(desk, ...rows)).form(IMPORT), { agreed: 'yes' })

test.group('S11 Money that came to the bank account', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('pays the order that its reference names, after a look at it', async ({ assert }) => {
    const order = await anOrder()
    const desk = await atDesk('desk')
    const rows = [`11.01.2027;50,00;Ada Brandt;${order.reference}`, '11.01.2027;-3,00;Bank;Fee']
    const looked = await look(desk, ...rows)
    assert.include(looked.text, 'Payments that fit: 1. To be decided: 0.')
    assert.include(looked.text, order.number)
    assert.equal((await orderNow(order.id)).state, 'placed')
    const done = await desk.submit(looked.form(IMPORT), { agreed: 'yes' })
    assert.equal(done.location, '/admin/shop-quotes/bank-lines')
    const list = await desk.follow(done)
    assert.match(list.text, new RegExp(`<a class="button[^>]*href="${IMPORT}"`))
    assert.equal((await orderNow(order.id)).state, 'paid')
    assert.deepEqual(await paymentsOf(order.id), ['bank_transfer settled 5000'])
    const [line] = await BankLine.all()
    assert.deepEqual([line.orderId, line.day], [order.id, '2027-01-11'])
  })

  test('the same file again adds nothing, two equal lines in it are two', async ({ assert }) => {
    const order = await anOrder({ totalMinor: 10_000 })
    const desk = await atDesk('desk')
    const row = `11.01.2027;50,00;Ada;${order.number}`
    await take(desk, row, row)
    assert.equal((await orderNow(order.id)).paidMinor, 10_000)
    const again = await look(desk, row, row)
    assert.include(again.text, 'Imported already: 2.')
    await desk.submit(again.form(IMPORT), { agreed: 'yes' })
    assert.equal((await orderNow(order.id)).paidMinor, 10_000)
    assert.lengthOf(await BankLine.all(), 2)
    assert.deepEqual(await tasksNow(), ['short 5000 EUR'])
  })

  test('what does not fit is kept, and somebody has to decide', async ({ assert }) => {
    const [short, over, desk] = [await anOrder(), await anOrder(), await atDesk('desk')]
    const other = await anOrder({ method: 'desk' })
    await take(
      desk,
      `11.01.2027;49,99;Ada;${short.number}`,
      `11.01.2027;50,01;Ada;${over.number}`,
      `11.01.2027;50,00;Ada;${HOSTILE}`,
      `11.01.2027;50,00;Ada;${short.number} ${over.number}`,
      `11.01.2027;50,00;Ada;${other.number}`
    )
    const left = ['short 4999 EUR', 'overpaid 5001 EUR', 'unmatched 5000 EUR', 'unmatched 5000 EUR']
    assert.deepEqual(await tasksNow(), left)
    assert.deepEqual(await paymentsOf(short.id), [
      'bank_transfer settled 4999',
      'bank_transfer awaited 1',
    ])
    assert.equal((await orderNow(over.id)).paymentState, 'overpaid')
    // Whoever meant to pay at the desk has transferred: the try there ends.
    assert.deepEqual(await paymentsOf(other.id), [
      'desk cancelled 5000',
      'bank_transfer settled 5000',
    ])
    for (const page of ['tasks', 'bank-lines', 'bank-lines?tab=all', 'payments']) {
      const shown = await desk.get(`/admin/shop-quotes/${page}`)
      assert.equal(shown.status, 200, page)
      assert.isTrue(isClean(shown), page)
    }
  })

  test('staff match a line by hand, and its task is done', async ({ assert }) => {
    const order = await anOrder()
    const desk = await atDesk('desk')
    await take(desk, '11.01.2027;50,00;Ada;for my glasses')
    const [line] = await BankLine.all()
    const page = `/admin/shop-quotes/bank-lines/${line.id}/match`
    const wrong = await desk.submit((await desk.get(page)).form('/match'), {
      number: 'O-2020-00001',
    })
    assert.include((await desk.follow(wrong)).text, 'There is no order of this number.')
    await desk.submit((await desk.get(page)).form('/match'), { number: ` ${order.number} ` })
    assert.equal((await orderNow(order.id)).state, 'paid')
    assert.deepEqual(await tasksNow(), [])
    const [task] = await Task.all()
    assert.equal(task.decision, order.number)
  })

  test('a task is done once, with what was decided', async ({ assert }) => {
    const desk = await atDesk('desk')
    await take(desk, '11.01.2027;50,00;Ada;?')
    const [task] = await Task.all()
    const page = `/admin/shop-quotes/tasks/${task.id}/done`
    const form = (await desk.get(page)).form('/done')
    assert.equal((await desk.submit(form, { decision: '' })).status, 422)
    await desk.submit(form, { decision: 'Paid back by transfer.' })
    await desk.submit(form, { decision: 'Something else.' })
    await task.refresh()
    assert.equal(task.decision, 'Paid back by transfer.')
    assert.include(
      (await desk.get('/admin/shop-quotes/tasks?tab=done')).text,
      'Transfer without an order'
    )
  })

  test('a file that cannot be read says what is missing, and is not lost', async ({ assert }) => {
    const desk = await atDesk('desk')
    const form = (await desk.get(IMPORT)).form(IMPORT)
    const unnamed = await desk.submit(form, { text: 'a;b;c\n11.01.2027;5,00;Ada' })
    assert.equal(unnamed.status, 422)
    assert.include(unnamed.text, 'Say which columns hold the day')
    const chosen = { 'columns[day]': '0', 'columns[amount]': '1', 'columns[purpose]': '2' }
    const again = await desk.submit(unnamed.form(IMPORT), chosen)
    assert.include(again.text, 'To be decided: 1.')
    assert.equal((await desk.submit(form, { text: '' })).status, 422)
    assert.lengthOf(await BankLine.all(), 0)
  })
})
