import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'
import { TransferTicket } from '#plugins/queue-caller/actions/transfer_ticket'
import type { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { aLine } from '#plugins/queue-caller/tests/queue'
import { someStaff } from '#tests/accounts/people'
import { atDesk, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { aReservation } from '#tests/kit/core_records'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const editOf = ({ id }: Line) => `/admin/queue-caller/lines/${id}/edit`

test.group('Services that feed a line', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  /** A location with an appointment today, and a line that its service may feed. */
  async function today() {
    const location = await aLocation()
    const { reservation, service } = await aReservation(location)
    clock.freeze(reservation.startsAt - 3_600_000)
    return { location, line: await aLine(location), services: [String(service.id)] }
  }

  const states = async ({ id }: Location) =>
    (await Ticket.query().where('locationId', id)).map(({ code, state }) => `${code} ${state}`)

  test('bring their appointments of the day as soon as they are chosen', async ({ assert }) => {
    const { location, line, services } = await today()
    const desk = await atDesk('manager')
    assert.deepEqual(await states(location), [])
    assert.equal((await save(desk, editOf(line), { 'serviceIds[]': services })).status, 303)
    await runDueJobs()
    assert.deepEqual(await states(location), ['AA001 waiting'])
  })

  test('lead them to the line that the service feeds now, but not whom staff transferred', async ({
    assert,
  }) => {
    const { location, line: from, services } = await today()
    const to = await aLine(location, { letter: 'B' })
    const desk = await atDesk('manager')
    await save(desk, editOf(from), { 'serviceIds[]': services })
    await new BringAppointments().handle(location)
    const feed = async (line: Line, serviceIds: string[]) => {
      await save(desk, editOf(line), { 'serviceIds[]': serviceIds })
    }
    const swap = async (out: Line, into: Line) => {
      await feed(out, [])
      await feed(into, services)
      await runDueJobs()
      return Ticket.query().where('locationId', location.id).firstOrFail()
    }
    const ticket = await swap(from, to)
    assert.deepInclude(ticket.serialize(), { lineId: to.id, state: 'waiting', code: 'AA001' })
    const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
    await new TransferTicket().handle(ticket, { line: to, counterId: null, place: 'last', by })
    assert.equal((await swap(to, from)).lineId, to.id)
    const { version } = await ticket.refresh()
    await new BringAppointments().handle(location)
    assert.equal((await ticket.refresh()).version, version)
  })

  test('take them out again, also with the last line that is switched off', async ({ assert }) => {
    for (const change of [{ 'serviceIds[]': [] }, { active: undefined }]) {
      const { location, line, services } = await today()
      const desk = await atDesk('manager')
      await save(desk, editOf(line), { 'serviceIds[]': services })
      await new BringAppointments().handle(location)
      assert.deepEqual(await states(location), ['AA001 waiting'])
      assert.equal((await save(desk, editOf(line), change)).status, 303)
      await runDueJobs()
      assert.deepEqual(await states(location), ['AA001 left'])
      clock.freeze(Date.parse('2027-01-19T09:00:00Z'))
    }
  })
})
