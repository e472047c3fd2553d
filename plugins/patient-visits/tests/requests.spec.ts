import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { clock, SYSTEM } from '#core/platform'
import { ConfirmVisit } from '#plugins/patient-visits/actions/confirm_visit'
import { EndVisit } from '#plugins/patient-visits/actions/end_visit'
import { offerOf } from '#plugins/patient-visits/queries/visit_offers'
import { aPractice, NOW } from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import {
  aCustomer,
  booked,
  does,
  offers,
  onlyViewing,
  stateNow,
  VISITS,
} from '#plugins/patient-visits/tests/unit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'

const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')
const EMAIL = 'bea@example.org'

test.group('Requests and cancellations at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const asking = () => aPractice({ type: { confirmedBy: 'unit' } })
  const subjects = async () => (await mailsTo(EMAIL)).map(({ subject }) => subject)

  test('V1 a request is confirmed: it gets its number, and the patient a mail', async ({
    assert,
  }) => {
    const customer = await aCustomer({ email: EMAIL })
    const visit = await booked(await asking(), { startsAt: NINE, customer })
    const desk = await atDesk('desk')
    const page = await does(desk, visit.path, 'confirm')
    assert.include(page.text, 'The visit is confirmed; the patient gets an e-mail.')
    assert.equal((await visit.reservation.refresh()).number, 'VV001')
    assert.equal((await subjects()).at(-1), 'Your visit is confirmed')
    assert.isFalse(await offers(desk, visit.path, 'refuse'))
    const [entry] = await auditEntries({ action: 'patient-visits.confirmed' })
    assert.equal(entry.actorKind, 'staff')
  })

  test('V1 a request is refused: its time is free again', async ({ assert }) => {
    const practice = await asking()
    const customer = await aCustomer({ email: EMAIL })
    const visit = await booked(practice, { startsAt: NINE, customer })
    await does(await atDesk('desk'), visit.path, 'refuse')
    assert.equal(await stateNow(visit), 'refused')
    assert.equal((await subjects()).at(-1), 'Your request for a visit could not be confirmed')
    await booked(practice, { startsAt: NINE })
  })

  test('many requests are answered at once; what is none is told', async ({ assert }) => {
    const practice = await asking()
    const [one, two] = [
      await booked(practice, { startsAt: NINE }),
      await booked(practice, { startsAt: TEN }),
    ]
    const done = await booked(await aPractice(), { startsAt: NINE })
    const desk = await atDesk('desk')
    const ids = [one, two, done].map(({ visit }) => visit.id).join(',')
    const asked = await desk.get(`${VISITS}/bulk/confirm?ids=${ids}`)
    assert.include(asked.text, '2 requests will be confirmed; the patients get an e-mail.')
    assert.include(asked.text, 'It is no request that waits for an answer.')
    await desk.submit(asked.form('/bulk/confirm'), {})
    assert.deepEqual([await stateNow(one), await stateNow(two)], ['confirmed', 'confirmed'])
  })

  test('two at the desk: what one has confirmed the other does not refuse', async ({ assert }) => {
    const visit = await booked(await asking(), { startsAt: NINE })
    const [one, other] = [await atDesk('desk'), await atDesk('desk')]
    const refusal = (await other.get(`${visit.path}/refuse`)).form('/refuse')
    await does(one, visit.path, 'confirm')
    const page = await other.follow(await other.submit(refusal, {}))
    assert.equal(page.status, 200)
    assert.equal(await stateNow(visit), 'confirmed')

    const offer = await offerOf(visit.reservation)
    const end = { visitId: visit.visit.id, offer, by: SYSTEM, from: ['requested'] as const }
    const late = await new EndVisit().handle(end)
    assert.deepEqual(late, { ok: false, reason: 'changed_meanwhile' })
  })

  test('confirmed and refused in the same moment, one of both wins', async ({ assert }) => {
    const practice = await asking()
    const won = { confirmed: 0, refused: 0 }
    for (let round = 0; round < 6; round++) {
      const startsAt = NINE + round * 30 * 60_000
      const visit = await booked(practice, { startsAt })
      const offer = await offerOf(visit.reservation)
      const word = { visitId: visit.visit.id, offer, by: SYSTEM }
      const confirm = () => new ConfirmVisit().handle(word)
      const refuse = () => new EndVisit().handle({ ...word, from: ['requested'] })
      const both = round % 2 === 0 ? [confirm(), refuse()] : [refuse(), confirm()]
      const answers = await Promise.all(both)
      assert.lengthOf(
        answers.filter(({ ok }) => ok),
        1
      )
      const state = await stateNow(visit)
      assert.oneOf(state, ['confirmed', 'refused'])
      won[state as keyof typeof won]++
      const { customer } = visit
      const [, last, ...more] = await mailsTo(customer.email!)
      assert.lengthOf(more, 0)
      assert.equal(last.template, `patient-visits.${state}`)
    }
    console.log('requests answered twice at once', won)
  })

  test('V4 the unit cancels whatever patients may do; without an address the desk is told', async ({
    assert,
  }) => {
    const practice = await aPractice({ type: { selfService: false, cancelUntilHours: 72 } })
    const customer = await aCustomer({ email: null })
    const visit = await booked(practice, { startsAt: NINE, customer })
    clock.freeze(NINE - 60_000)
    const page = await does(await atDesk('desk'), visit.path, 'cancel')
    assert.include(page.text, 'There is no e-mail address: please tell the patient.')
    assert.equal(await stateNow(visit), 'cancelled_by_unit')
  })

  test('what lapsed or is over is neither confirmed nor cancelled', async ({ assert }) => {
    const request = await booked(await asking(), { startsAt: NINE })
    const visit = await booked(await aPractice(), { startsAt: NINE })
    clock.freeze(NINE + 3_600_000)
    const desk = await atDesk('desk')
    for (const action of ['confirm', 'refuse', 'cancel']) {
      assert.isFalse(await offers(desk, request.path, action), action)
      assert.isFalse(await offers(desk, visit.path, action), action)
    }
  })

  test('who may only see is offered nothing to do, and may do nothing', async ({
    assert,
    cleanup,
  }) => {
    const visit = await booked(await asking(), { startsAt: NINE })
    const desk = await atDesk('desk')
    const form = (await desk.get(`${visit.path}/refuse`)).form('/refuse')
    cleanup(onlyViewing())
    const page = await desk.get(visit.path)
    assert.include(page.text, visit.customer.lastName)
    for (const way of ['/confirm', '/refuse', '/moves/', '/documents/']) {
      assert.notInclude(page.text, `${way}`)
    }
    assert.equal((await desk.submit(form, {})).status, 403)
    const { id } = visit.visit
    for (const path of [`moves/${id}`, `documents/${id}`, 'book', 'cancel-day']) {
      assert.equal((await desk.get(`/admin/patient-visits/${path}`)).status, 403, path)
    }
    assert.equal(await stateNow(visit), 'requested')
  })
})
