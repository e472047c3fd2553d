import { test } from '@japa/runner'
import { clock, transaction, urlFor } from '#core/platform'
import { release, reservationCode } from '#core/scheduling'
import { figuresOf } from '#plugins/queue-caller/domain/figures'
import { visitsIn } from '#plugins/queue-caller/queries/visits'
import { AtKiosk, CHECK_IN, Hall } from '#plugins/queue-caller/tests/kiosk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'

const MINUTE = 60_000
const TEN = rome('2027-01-19 10:00')
const SITE = 'https://desk.example/booking/manage/some-secret'

const errorOf = ({ text }: Answer) =>
  /id="code-error"[^]*?<span>([^<]+)<\/span>/.exec(text)?.[1] ?? null

test.group('Check-in at the kiosk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T08:45:00Z')

  test('Q2 an appointment checks in with its number, and takes its place', async ({ assert }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(TEN)
    const at = await AtKiosk.of(hall.location)
    const typed = reservation.number!.toLowerCase().replace(/(..)/, '$1 ')
    const page = await at.get((await at.checkIn(typed, `${CHECK_IN}?in=de`)).location!)
    for (const part of [reservation.number!, 'Sie sind angemeldet', '10:00', 'ticket__qr'])
      assert.include(page.text, part)
    const ticket = await hall.ticketOf(reservation)
    assert.equal(ticket.checkedInAt, clock.now())
    assert.equal(ticket.orderAt, TEN)
    assert.equal(ticket.locale, 'de')
    assert.equal((await reservation.refresh()).outcome, 'arrived')
  })

  test('Q2 the code of the mail does the same, and one of the ticket’s page', async ({
    assert,
  }) => {
    const hall = await Hall.open()
    const [first, second] = [await hall.booked(TEN), await hall.booked(TEN)]
    const at = await AtKiosk.of(hall.location)
    const page = await at.arrive(reservationCode(SITE, first))
    assert.include(page.text, first.number!)
    const { publicId: token } = await hall.ticketOf(second)
    const address = `https://desk.example${urlFor('queue-caller.phone_tickets.show', { token })}`
    assert.include((await at.arrive(address)).text, second.number!)
    for (const reservation of [first, second])
      assert.isNotNull((await hall.ticketOf(reservation)).checkedInAt)
  })

  test('Q2 the wait that it is told is kept, and compared with what came', async ({ assert }) => {
    const hall = await Hall.open({ earlyMinutes: 0 })
    const reservation = await hall.booked(TEN)
    const at = await AtKiosk.of(hall.location)
    const page = await at.get((await at.checkIn(reservation.number!)).location!)
    const { toldFrom, toldTo } = await hall.ticketOf(reservation)
    assert.deepEqual([toldFrom, toldTo], [10, 20])
    assert.include(page.text, '10–20 min')
    clock.freeze(TEN - 5 * MINUTE)
    const again = await at.get((await at.checkIn(reservation.number!)).location!)
    assert.notInclude(again.text, '10–20 min')
    assert.include(again.text, 'up to 10 min')
    clock.freeze(TEN + 6 * MINUTE)
    await hall.desk.call()
    const [visits] = await visitsIn([hall.location], [{ from: '2027-01-19', to: '2027-01-19' }])
    assert.deepEqual(figuresOf(visits).told, { count: 1, error: 6 * MINUTE, inside: 0 })
  })

  test('Q2 who is too late is told that they stand among the walk-ins', async ({ assert }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(TEN)
    const at = await AtKiosk.of(hall.location)
    clock.freeze(TEN + 16 * MINUTE)
    const page = await at.arrive(reservation.number!)
    assert.include(page.text, 'you are called in the order of arrival')
    assert.equal((await hall.ticketOf(reservation)).among, 'walk_ins')
  })

  test('who has checked in already is told so, without the way to give the place up', async ({
    assert,
  }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(TEN)
    const at = await AtKiosk.of(hall.location)
    await at.arrive(reservation.number!)
    const page = await at.arrive(reservation.number!)
    assert.include(page.text, 'You were already checked in')
    assert.include(page.text, reservation.number!)
    assert.notInclude(page.text, 'ticket__qr')
  })

  test('who has been called is told where to go', async ({ assert }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(TEN)
    const at = await AtKiosk.of(hall.location)
    await at.arrive(reservation.number!)
    clock.freeze(TEN)
    await hall.desk.called()
    const page = await at.arrive(reservation.number!)
    assert.include(page.text, 'Please go there now: Counter 1')
  })

  test('a wrong number is told in words, and stays as it was typed', async ({ assert }) => {
    const hall = await Hall.open()
    const at = await AtKiosk.of(hall.location)
    for (const [code, words] of [
      ['', 'That is not the number of an appointment'],
      ['hello', 'That is not the number of an appointment'],
      [`<b>"x`, 'That is not the number of an appointment'],
      ['AA999', 'We know no appointment with this number here'],
      ['A001', 'you are already in the queue'],
      [`${SITE}#${'x'.repeat(22)}`, 'We know no appointment with this number here'],
    ]) {
      const answer = await at.checkIn(code)
      assert.equal(answer.status, 422, code)
      assert.include(errorOf(answer)!, words, code)
      assert.equal(answer.form('/check-in').fields.code, code)
    }
  })

  test('an appointment of another day or place tells which', async ({ assert }) => {
    const hall = await Hall.open()
    const at = await AtKiosk.of(hall.location)
    const thursday = await hall.booked(rome('2027-01-21 10:00'))
    assert.include(
      errorOf(await at.checkIn(thursday.number!))!,
      'not today but on Thursday 21 January'
    )
    const elsewhere = await Hall.open()
    await elsewhere.location.merge({ name: 'Lucca' }).save()
    const code = reservationCode(SITE, await elsewhere.booked(TEN))
    assert.include(errorOf(await at.checkIn(code))!, 'at another place: Lucca')
  })

  test('one that was cancelled, or that no line calls, says what to do', async ({ assert }) => {
    const hall = await Hall.open()
    const at = await AtKiosk.of(hall.location)
    const cancelled = await hall.booked(TEN)
    const by = { kind: 'public', id: null } as const
    await transaction((trx) => release(trx, cancelled, { by, reason: null }))
    const code = reservationCode(SITE, cancelled)
    assert.include(errorOf(await at.checkIn(code))!, 'was cancelled')
    const other = await hall.booked(TEN)
    await hall.line.merge({ active: false }).save()
    assert.include(errorOf(await at.checkIn(other.number!))!, 'Please go to the reception')
  })

  test('without scripts the keys of the page write the number', async ({ assert }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(TEN)
    const at = await AtKiosk.of(hall.location)
    let page = await at.get(CHECK_IN)
    for (const key of [...`${reservation.number}7`, 'back']) {
      page = await at.send(page.form('/check-in'), { key })
      assert.equal(page.status, 200)
    }
    assert.equal(page.form('/check-in').fields.code, reservation.number)
    assert.equal((await at.send(page.form('/check-in'))).status, 303)
  })

  test('nobody tries all numbers at one kiosk', async ({ assert }) => {
    const hall = await Hall.open()
    const at = await AtKiosk.of(hall.location)
    let last = 0
    for (let nth = 1; nth <= 91; nth++) last = (await at.checkIn(`BB${nth}`)).status
    assert.equal(last, 429)
  })
})
