import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { deskForm, wordOf } from '#plugins/booking/tests/desk'
import { anOffer, easyCaptcha, NOW, PERSON, Visit } from '#plugins/booking/tests/visit'
import { atDesk, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')
const CARDS = '/admin/customers/customers'

const attribute = (name: string) => name.replaceAll(/_(.)/g, (_, letter) => letter.toUpperCase())

/** What the summary of a refused form says about a field. */
const saidOf = ({ text }: Answer, id: string) =>
  new RegExp(`href="#${id}">([^<]+)<`).exec(text)?.[1] ?? null

test.group('Who a customer is', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  test('B8 what the public form refuses, desk and card refuse in the same words', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const visit = new Visit(visitor(), offer)
    await visit.choose(NINE)
    const desk = await atDesk('desk')
    const address = `/admin/booking/book?offer=${encodeURIComponent(wordOf(offer))}&day=2027-01-19`
    const form = deskForm(await desk.get(address))
    for (const [field, value] of [
      ['first_name', ' '],
      ['first_name', 'x'.repeat(101)],
      ['last_name', ''],
      ['email', 'ada@'],
      ['email', `${'x'.repeat(250)}@example.org`],
      ['phone', '1'.repeat(41)],
    ]) {
      const typed = { ...PERSON, [field]: value }
      const said = saidOf(await visit.enter(typed), field)
      const about = `${field} ${value.slice(0, 20)}`
      assert.isNotNull(said, about)
      const atTheDesk = await desk.submit(form, { ...typed, starts_at: String(NINE) })
      assert.equal(saidOf(atTheDesk, field), said, about)
      const own = Object.entries(typed).map(([name, text]) => [attribute(name), text])
      const card = await save(desk, `${CARDS}/create`, Object.fromEntries(own))
      assert.equal(card.status, 422, about)
      assert.equal(saidOf(card, attribute(field)), said, about)
    }
    assert.lengthOf(await Customer.all(), 0)
  })

  test('what the public form takes can be saved on the card', async ({ assert }) => {
    const phone = '0171 22 33 (after 5 pm)'
    await new Visit(visitor(), await anOffer()).book(NINE, { phone })
    const { id } = await Customer.firstOrFail()
    const answer = await save(await atDesk('desk'), `${CARDS}/${id}/edit`, { lastName: 'Neu' })
    assert.equal(answer.status, 303)
    assert.containsSubset((await Customer.findOrFail(id)).$attributes, { lastName: 'Neu', phone })
  })
})
