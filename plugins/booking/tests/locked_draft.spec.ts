import { test } from '@japa/runner'
import { clock, transaction } from '#core/platform'
import { extendChoice, giveBackChoice } from '#plugins/booking/actions/keep_choice'
import { lockedDraft } from '#plugins/booking/actions/locked_draft'
import { Draft, type Details } from '#plugins/booking/models/draft'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, EMAIL, NOW, Visit } from '#plugins/booking/tests/visit'

const TYPED: Details = {
  firstName: 'Bea',
  lastName: 'Vornberg',
  email: EMAIL,
  phone: null,
  answers: {},
  formVersionId: null,
}

test.group('The draft that is confirmed', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** The draft as a page read it, the same as another tab read it, and their visit. */
  async function twice() {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(rome('2027-01-19 09:00'))
    await visit.enter()
    const read = async () => (await Draft.ofToken(visit.token))!
    return { visit, page: await read(), otherTab: await read() }
  }

  const locked = (page: Draft) => transaction((trx) => lockedDraft(trx, page))

  test('is not read again while nobody changed it', async ({ assert }) => {
    const { page } = await twice()
    assert.strictEqual(await locked(page), page)
  })

  test('is read again after another tab typed, kept, gave back or booked', async ({ assert }) => {
    const changes: [string, (visit: Visit, otherTab: Draft) => Promise<unknown>][] = [
      ['typed', (_, otherTab) => otherTab.keep(TYPED, true)],
      [
        'kept',
        (_, otherTab) => {
          clock.advance(60_000)
          return extendChoice(otherTab)
        },
      ],
      ['gave back', (_, otherTab) => giveBackChoice(otherTab)],
      ['booked', (visit) => visit.confirm()],
    ]
    for (const [what, change] of changes) {
      const { visit, page, otherTab } = await twice()
      await change(visit, otherTab)
      const draft = await locked(page)
      assert.notStrictEqual(draft, page, what)
      const stored = (await Draft.ofToken(visit.token))!
      assert.deepEqual(draft.serializeAttributes(), stored.serializeAttributes(), what)
      assert.equal(draft.reservation?.version, stored.reservation?.version, what)
    }
  })

  test('two tabs that type at once are both seen', async ({ assert }) => {
    const { page, otherTab } = await twice()
    const third = await Draft.findOrFail(page.id)
    await otherTab.keep({ ...TYPED, firstName: 'Cleo' }, true)
    await third.keep(TYPED, true)
    assert.equal((await locked(page)).firstName, 'Bea')
    const { version } = await Draft.findOrFail(page.id)
    assert.equal(version, page.version + 3)
  })
})
