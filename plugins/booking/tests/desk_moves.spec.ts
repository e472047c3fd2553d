import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { Customer } from '#core/customers'
import { OutboxMail } from '#core/messaging'
import { clock } from '#core/platform'
import { Block, OpeningRule, Reservation } from '#core/scheduling'
import { onlyViewing } from '#plugins/booking/tests/desk'
import {
  anOffer,
  easyCaptcha,
  EMAIL,
  mailsTo,
  NOW,
  property,
  Visit,
} from '#plugins/booking/tests/visit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')
const ELEVEN = rome('2027-01-19 11:00')
const NEXT_DAY = rome('2027-01-20 12:00')

test.group('Moving at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** An appointment at nine, made by its customer. */
  async function booked(values: Parameters<typeof anOffer>[0] = {}) {
    const visit = new Visit(visitor(), await anOffer(values))
    const manage = await visit.book(NINE)
    const reservation = await Reservation.firstOrFail()
    return { offer: visit.offer, manage, reservation, path: pathOf(reservation) }
  }

  const pathOf = ({ id }: Reservation) => `/admin/booking/moves/${id}`
  const formOf = async (desk: HttpClient, path: string, day: string) =>
    (await desk.get(`${path}?day=${day}`)).form(path)
  const at = (startsAt: number) => ({ starts_at: String(startsAt) })

  async function moves(desk: HttpClient, path: string, startsAt: number) {
    const day = new Date(startsAt).toISOString().slice(0, 10)
    return desk.submit(await formOf(desk, path, day), at(startsAt))
  }

  test('B12 on the same day the number stays; the mail’s calendar entry counts on', async ({
    assert,
  }) => {
    const { reservation, path } = await booked()
    const desk = await atDesk('desk')
    const page = await desk.get(path)
    assert.include(page.text, 'Now: Fitting, Ottica Prova, Tuesday, 19 January 2027, 09:00.')
    assert.include(page.text, 'Tuesday 19 January</h2>')
    const answer = await moves(desk, path, ELEVEN)
    assert.equal(answer.location, `/admin/booking/appointments/${reservation.id}`)
    const shown = await desk.follow(answer)
    assert.include(shown.text, 'The appointment has another time; the customer gets an e-mail.')
    await reservation.refresh()
    const { startsAt, number, sequence, state } = reservation
    assert.deepEqual([startsAt, number, sequence, state], [ELEVEN, 'AA001', 1, 'confirmed'])
    const [entry] = await auditEntries({ action: 'booking.moved' })
    assert.equal(entry.actorKind, 'staff')
    assert.deepEqual(entry.changes, { starts_at: [NINE, ELEVEN] })

    const [ticket, mail] = await mailsTo(EMAIL)
    assert.equal(mail.template, 'booking.moved')
    assert.include(mail.text, '11:00')
    const [before, after] = [ticket, mail].map(({ invite }) => invite!.content)
    assert.deepEqual([property(before, 'SEQUENCE'), property(after, 'SEQUENCE')], ['0', '1'])
    assert.equal(property(after, 'UID'), property(before, 'UID'))
    assert.equal(property(after, 'DTSTART'), '20270119T100000Z')
  })

  test('B12 the calendar opens at the appointment’s day, else at the next with free times', async ({
    assert,
  }) => {
    const { path, offer } = await booked()
    const desk = await atDesk('desk')
    const opened = async () => {
      const { text } = await desk.get(path)
      return [/<h2[^>]*>([^<]*January)</.exec(text)?.[1], text.includes('No time is free on')]
    }
    assert.deepEqual(await opened(), ['Tuesday 19 January', false])
    const values = { locationId: offer.location.id, resourceId: null, reason: null }
    const whole = { startsAt: rome('2027-01-19 00:00'), endsAt: rome('2027-01-20 11:30') }
    await Block.create({ ...values, ...whole })
    assert.deepEqual(await opened(), ['Wednesday 20 January', true])
  })

  test('B12, Q2 the number changes with the day', async ({ assert }) => {
    const { reservation, path, offer } = await booked()
    await new Visit(visitor(), offer).book(rome('2027-01-20 10:00'), { email: 'bea@example.org' })
    const desk = await atDesk('desk')
    await moves(desk, path, NEXT_DAY)
    await reservation.refresh()
    assert.deepEqual([reservation.number, reservation.day], ['AA002', '2027-01-20'])
    const mail = (await mailsTo(EMAIL)).at(-1)!
    assert.include(mail.subject, 'AA002')
    await moves(desk, path, NINE)
    assert.equal((await reservation.refresh()).number, 'AA002')
    assert.equal(reservation.sequence, 2)
    const last = (await mailsTo(EMAIL)).at(-1)!
    assert.equal(property(last.invite!.content, 'SEQUENCE'), '2')
  })

  test('B12 internal seats are free to the desk', async ({ assert }) => {
    const { reservation, path, offer, manage } = await booked({ units: 2 })
    const rule = await OpeningRule.firstOrFail()
    await rule.merge({ publicSeats: 1, internalSeats: 1 }).save()
    await new Visit(visitor(), offer).book(ELEVEN, { email: 'bea@example.org' })
    assert.equal((await visitor().post(`${manage}/move`, at(ELEVEN))).status, 409)
    await moves(await atDesk('desk'), path, ELEVEN)
    assert.equal((await reservation.refresh()).startsAt, ELEVEN)
  })

  test('B11 a time taken meanwhile: the appointment stays, that day is shown again', async ({
    assert,
  }) => {
    const { reservation, path, offer } = await booked()
    const desk = await atDesk('desk')
    const form = await formOf(desk, path, '2027-01-20')
    await new Visit(visitor(), offer).choose(NEXT_DAY)
    const answer = await desk.submit(form, at(NEXT_DAY))
    assert.equal(answer.location, `${path}?day=2027-01-20`)
    const page = await desk.follow(answer)
    assert.include(page.text, 'the appointment stays on Tuesday, 19 January 2027, 09:00')
    assert.include(page.text, 'Wednesday 20 January</h2>')
    assert.notInclude(page.text, `value="${NEXT_DAY}"`)
    await reservation.refresh()
    assert.deepEqual([reservation.startsAt, reservation.sequence], [NINE, 0])
    assert.lengthOf(await mailsTo(EMAIL), 1)
    const again = page.form(path)
    assert.equal((await desk.submit(again, at(rome('2027-01-20 15:00')))).status, 303)
    assert.equal((await reservation.refresh()).sequence, 1)
  })

  test('two move it at once: the second is told where it is now, and nothing changes', async ({
    assert,
  }) => {
    const { reservation, path } = await booked()
    const [first, second] = [await atDesk('desk'), await atDesk('manager')]
    const [one, other] = [
      await formOf(first, path, '2027-01-19'),
      await formOf(second, path, '2027-01-20'),
    ]
    await first.submit(one, at(ELEVEN))
    const answer = await second.submit(other, at(NEXT_DAY))
    const page = await second.follow(answer)
    assert.include(page.text, 'Somebody else has moved this appointment meanwhile.')
    assert.include(page.text, 'It is now on Tuesday, 19 January 2027, 11:00.')
    await reservation.refresh()
    assert.deepEqual([reservation.startsAt, reservation.sequence], [ELEVEN, 1])
    assert.lengthOf(await mailsTo(EMAIL), 2)
    await second.submit(page.form(path), at(NEXT_DAY))
    assert.equal((await reservation.refresh()).startsAt, NEXT_DAY)
  })

  test('a double click moves once; the own time is no other time', async ({ assert }) => {
    const { reservation, path } = await booked()
    const desk = await atDesk('desk')
    const form = await formOf(desk, path, '2027-01-19')
    const own = await desk.follow(await desk.submit(form, at(NINE)))
    assert.include(own.text, 'The appointment already has that time.')
    assert.lengthOf(await OutboxMail.all(), 1)
    for (const answer of [
      await desk.submit(form, at(ELEVEN)),
      await desk.submit(form, at(ELEVEN)),
    ]) {
      assert.equal(answer.location, `/admin/booking/appointments/${reservation.id}`)
    }
    assert.equal((await reservation.refresh()).sequence, 1)
    assert.lengthOf(await mailsTo(EMAIL), 2)
  })

  for (const [what, become] of [
    ['cancelled', (manage: string) => visitor().post(`${manage}/cancellation`, {})],
    ['over', () => clock.freeze(NINE + 60 * 60_000)],
  ] as const) {
    test(`what is ${what} is not moved, and the page says so`, async ({ assert }) => {
      const { reservation, path, manage } = await booked()
      const { action, fields } = await formOf(await atDesk('desk'), path, '2027-01-20')
      await become(manage)
      const { state } = await reservation.refresh()
      const desk = await atDesk('desk')
      const { _csrf } = (await desk.get('/admin')).form('/sign-out').fields
      const post = () => desk.post(action, { ...fields, ...at(NEXT_DAY), _csrf })
      for (const ask of [() => desk.get(path), post]) {
        const answer = await ask()
        assert.equal(answer.location, `/admin/booking/appointments/${reservation.id}`)
        const page = await desk.follow(answer)
        assert.include(page.text, 'This appointment can no longer be moved.')
        assert.notInclude(page.text, path)
      }
      await reservation.refresh()
      assert.deepEqual([reservation.state, reservation.startsAt], [state, NINE])
    })
  }

  test('staff of one location move nothing at another', async ({ assert }) => {
    const { reservation, path } = await booked()
    const elsewhere = await anOffer()
    const [own, foreign] = [await atDesk('desk'), await atDesk('desk', [elsewhere.location])]
    const form = await formOf(own, path, '2027-01-20')
    const { _csrf } = (await foreign.get('/admin')).form('/sign-out').fields
    assert.equal((await foreign.get(path)).status, 404)
    const answer = await foreign.submit(form, { ...at(NEXT_DAY), _csrf })
    assert.equal(answer.status, 404)
    for (const id of ['0', '999999', 'x']) {
      assert.equal((await own.get(`/admin/booking/moves/${id}`)).status, 404, id)
    }
    assert.equal((await reservation.refresh()).sequence, 0)
    await reservation.merge({ owner: 'patient-visits' }).save()
    assert.equal((await own.get(path)).status, 404)
  })

  test('who may only see appointments is offered no move and can make none', async ({
    assert,
    cleanup,
  }) => {
    const { reservation, path } = await booked()
    const desk = await atDesk('desk')
    const form = await formOf(desk, path, '2027-01-20')
    const shown = `/admin/booking/appointments/${reservation.id}`
    assert.include((await desk.get(shown)).text, path)
    cleanup(onlyViewing())
    assert.notInclude((await desk.get(shown)).text, path)
    assert.equal((await desk.get(path)).status, 403)
    assert.equal((await desk.submit(form, at(NEXT_DAY))).status, 403)
    assert.equal((await reservation.refresh()).sequence, 0)
  })

  test('a customer without an e-mail address: the desk is told to say it', async ({ assert }) => {
    const { reservation, path } = await booked()
    await Customer.query().update({ email: null })
    const desk = await atDesk('desk')
    const moved = await desk.follow(await moves(desk, path, NEXT_DAY))
    assert.include(moved.text, 'please tell the customer the new time and the number AA001')
    const cancel = `/admin/booking/appointments/${reservation.id}/cancel`
    const form = (await desk.get(cancel)).form('/cancel')
    const cancelled = await desk.follow(await desk.submit(form, { reason: '' }))
    assert.include(cancelled.text, 'There is no e-mail address: please tell the customer.')
    assert.lengthOf(await OutboxMail.all(), 1)
  })
})
