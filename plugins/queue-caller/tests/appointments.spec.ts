import { test } from '@japa/runner'
import { clock, SYSTEM, transaction } from '#core/platform'
import { move, recordOutcome, release, Reservation, reserve } from '#core/scheduling'
import db from '@adonisjs/lucid/services/db'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'
import { CheckIn } from '#plugins/queue-caller/actions/check_in'
import { CloseDays } from '#plugins/queue-caller/actions/close_days'
import { KeepCalling } from '#plugins/queue-caller/actions/keep_calling'
import { UndoStep } from '#plugins/queue-caller/actions/undo_step'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aResource, aService, isOpen, rome } from '#tests/scheduling/planner'

const MINUTE = 60_000
const at = (time: string) => rome(`2027-01-19 ${time}`)

/** A queue of a location whose service feeds its line. */
async function aFedQueue(values: Parameters<typeof Queue.open>[0] = {}) {
  const queue = await Queue.open(values)
  const { location, line } = queue
  const resource = await aResource(location, { units: 9 })
  await isOpen(location, { opens: '00:00', closes: '24:00' })
  const service = await aService(location, [{ of: [resource] }], {
    minNoticeMinutes: 0,
    letter: 'A',
  })
  await db.table('queue_caller_line_services').insert({
    location_id: location.id,
    service_id: service.id,
    line_id: line.id,
  })
  const book = async (time: string) => {
    const booked = await transaction((trx) =>
      reserve(trx, {
        service,
        location,
        startsAt: at(time),
        owner: 'visits',
        customerId: null,
        audience: 'staff',
      })
    )
    if (!booked.ok) throw new Error(booked.reason)
    return booked.reservation
  }
  const bring = () => new BringAppointments().handle(location)
  return { ...queue, queue, service, book, bring }
}

const ticketOf = (reservation: Reservation) =>
  Ticket.query().where('reservationId', reservation.id).firstOrFail()
const outcomeOf = async ({ id }: Reservation) => (await Reservation.findOrFail(id)).outcome

test.group('Appointments in the queue', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T06:00:00Z')

  test('Q2 the day’s appointments of any plugin have their own numbers, once however often they are brought', async ({
    assert,
  }) => {
    const { book, bring, queue } = await aFedQueue()
    const reservation = await book('10:00')
    await book('08:00')
    clock.freeze(at('09:30'))
    await bring()
    await bring()
    assert.deepEqual(await queue.codes('waiting'), [reservation.number!])
    assert.match(reservation.number!, /^AA\d{3}$/)
    const ticket = await ticketOf(reservation)
    assert.deepInclude(ticket.serialize(), { among: 'appointments', orderAt: at('10:00') })
  })

  test('Q2 moved within the day the ticket moves along, to another day it leaves, back it comes back', async ({
    assert,
  }) => {
    const { book, bring } = await aFedQueue()
    const reservation = await book('10:00')
    await bring()
    const to = async (time: string) => {
      const startsAt = rome(time)
      const moved = await transaction((trx) =>
        move(trx, reservation, { startsAt, audience: 'staff' })
      )
      assert.isTrue(moved.ok)
      await bring()
      return ticketOf(reservation)
    }
    assert.equal((await to('2027-01-19 12:00')).dueFrom, at('12:00'))
    const gone = await to('2027-01-20 12:00')
    assert.deepInclude(gone.serialize(), { state: 'left', leftBy: 'reservation' })
    const back = await to('2027-01-19 11:00')
    assert.deepInclude(back.serialize(), { state: 'waiting', orderAt: at('11:00') })
  })

  test('Q2 given back, it leaves the queue; settled at the desk, it waits no longer', async ({
    assert,
  }) => {
    const { book, bring, location } = await aFedQueue()
    const [one, other] = [await book('10:00'), await book('08:30')]
    await bring()
    clock.freeze(at('09:30'))
    await transaction((trx) => release(trx, one, { by: SYSTEM }))
    await transaction((trx) =>
      recordOutcome(trx, other, { outcome: 'no_show', by: SYSTEM, zone: location.zone })
    )
    await bring()
    assert.equal((await ticketOf(one)).leftBy, 'reservation')
    assert.equal((await ticketOf(other)).leftBy, 'staff')
  })

  test('Q2 arrived at the desk is a check-in, and a check-in is arrived', async ({ assert }) => {
    const { book, bring, location } = await aFedQueue()
    const [one, other] = [await book('10:00'), await book('10:30')]
    await bring()
    await transaction((trx) =>
      recordOutcome(trx, one, { outcome: 'arrived', by: SYSTEM, zone: location.zone })
    )
    await bring()
    assert.equal((await ticketOf(one)).checkedInAt, clock.now())
    const ticket = await ticketOf(other)
    assert.isTrue((await new CheckIn().handle(ticket, SYSTEM)).ok)
    assert.equal(await outcomeOf(other), 'arrived')
    assert.deepEqual(await new CheckIn().handle(ticket, SYSTEM), { ok: false, reason: 'already' })
  })

  test('Q4 Q6 served and no-show go back to the reservation, and so does a wrong click', async ({
    assert,
  }) => {
    const { book, bring, desk } = await aFedQueue({ extraCalls: 0 })
    const [one, other] = [await book('09:00'), await book('09:00')]
    await bring()
    clock.freeze(at('09:00'))
    await desk.call()
    await desk.does('start')
    assert.equal(await outcomeOf(one), 'arrived')
    await desk.does('finish')
    assert.equal(await outcomeOf(one), 'served')
    await desk.call()
    await desk.does('absent')
    assert.equal(await outcomeOf(other), 'no_show')
    assert.equal((await ticketOf(other)).state, 'no_show')
  })

  test('Q2 Q5 who checked in and then does not come is a no-show too; undone, they have arrived', async ({
    assert,
  }) => {
    const { book, bring, desk } = await aFedQueue({ extraCalls: 0 })
    const reservation = await book('09:00')
    await bring()
    await new CheckIn().handle(await ticketOf(reservation), SYSTEM)
    assert.equal(await outcomeOf(reservation), 'arrived')
    clock.freeze(at('09:00'))
    await desk.call()
    await desk.does('absent')
    assert.equal(await outcomeOf(reservation), 'no_show')
    const there = { counterId: desk.counter.id, by: SYSTEM }
    assert.isTrue((await new UndoStep().handle(await ticketOf(reservation), there)).ok)
    assert.equal(await outcomeOf(reservation), 'arrived')
  })

  test('Q3 from its time on an appointment comes before walk-ins, not before', async ({
    assert,
  }) => {
    const { book, bring, desk, queue } = await aFedQueue()
    const reservation = await book('10:00')
    await bring()
    clock.freeze(at('09:59'))
    await queue.walkIn()
    assert.equal(await desk.called(), 'A001 walk_in')
    await desk.does('start')
    await desk.does('finish')
    await queue.walkIn()
    clock.freeze(at('10:00'))
    assert.equal(await desk.called(), `${reservation.number} appointment`)
  })

  test('Q4 Q5 a counter on automatic calls at the time, and again every ten minutes, until no-show', async ({
    assert,
  }) => {
    const { book, bring, location, line } = await aFedQueue()
    const auto = await Desk.open(location, [line], true)
    const reservation = await book('10:00')
    await bring()
    const calls: string[] = []
    for (let minute = 0; minute <= 60; minute++) {
      clock.freeze(at('09:45') + minute * MINUTE)
      await new KeepCalling().handle(location)
      const ticket = await ticketOf(reservation)
      if (ticket.calledAt === clock.now()) calls.push(`${ticket.calls} at ${45 + minute}`)
      if (ticket.state === 'called') assert.equal(ticket.counterId, auto.counter.id)
    }
    assert.deepEqual(calls, ['1 at 60', '2 at 70', '3 at 80', '4 at 90'])
    assert.equal((await ticketOf(reservation)).state, 'no_show')
    assert.equal(await outcomeOf(reservation), 'no_show')
  })

  test('Q5 a server that was down for an hour calls who became due meanwhile, no call is doubled', async ({
    assert,
  }) => {
    const { book, bring, location, line } = await aFedQueue()
    await Desk.open(location, [line], true)
    const reservation = await book('10:00')
    await bring()
    clock.freeze(at('10:00'))
    await new KeepCalling().handle(location)
    clock.freeze(at('11:02'))
    await new KeepCalling().handle(location)
    await new KeepCalling().handle(location)
    const ticket = await ticketOf(reservation)
    assert.deepInclude(ticket.serialize(), { state: 'called', calls: 2, calledAt: at('11:02') })
  })

  test('at midnight of the location what is left is closed, and staff have left', async ({
    assert,
  }) => {
    const { book, bring, location, desk, queue } = await aFedQueue()
    const reservation = await book('09:00')
    await bring()
    clock.freeze(at('09:00'))
    const walkIn = await queue.walkIn()
    await desk.call()
    await walkIn.merge({ note: 'wheelchair' }).save()
    clock.freeze(at('23:59'))
    await new CloseDays().handle(location)
    assert.deepEqual(await queue.codes('waiting'), ['A001'])
    clock.freeze(at('23:59') + MINUTE)
    await new CloseDays().handle(location)
    assert.equal((await ticketOf(reservation)).state, 'no_show')
    assert.deepInclude((await walkIn.refresh()).serialize(), { state: 'closed', note: null })
    assert.equal(await desk.called(), 'left_counter')
    assert.equal((await queue.walkIn()).code, 'A001')
  })
})
