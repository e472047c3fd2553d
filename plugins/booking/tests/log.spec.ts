import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { audit } from '#core/audit'
import { Customer } from '#core/customers'
import { disablePlugin, enablePlugin, SYSTEM, transaction, type Actor } from '#core/platform'
import { Reservation, Service } from '#core/scheduling'
import { atDesk, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'

const LOG = '/admin/audit/entries'

const KINDS = [
  ...['accounts.user', 'accounts.role', 'organisation.location', 'scheduling.resource'],
  ...['scheduling.opening_rule', 'jobs.job', 'messaging.mail'],
]

const note = (object: string, objectId: number, actor: Actor = SYSTEM) =>
  transaction((trx) => audit(trx, { actor, action: 'booking.moved', object, objectId }))

const wordsOf = async (client: HttpClient) =>
  (await client.get(LOG)).text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test.group('Appointments in the log', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked() {
    await new Visit(visitor(), await anOffer()).book(rome('2027-01-14 09:00'))
    const { id, number } = await Reservation.query().where('owner', 'booking').firstOrFail()
    const { name } = await Customer.firstOrFail()
    return { id, name: `${number} · ${name}` }
  }

  test('B11 are named by number and customer, their place and time too', async ({ assert }) => {
    const { id, name } = await booked()
    await note('scheduling.reservation', id)
    const words = await wordsOf(await atDesk('owner'))
    assert.include(words, `Appointment ${name}`)
    assert.include(words, `Reservation ${name}`)
  })

  test('keep their id for who may not see them, and once they are gone', async ({
    assert,
    cleanup,
  }) => {
    const { id, name } = await booked()
    const elsewhere = await aLocation({ name: 'Lucca', slug: 'lucca' })
    const words = await wordsOf(await atDesk('manager', [elsewhere]))
    assert.include(words, `Appointment ${id}`)
    assert.notInclude(words, name)

    await note('booking.appointment', 4711)
    const owner = await atDesk('owner')
    assert.include(await wordsOf(owner), 'Appointment 4711')
    cleanup(async () => void (await enablePlugin('booking')))
    await disablePlugin('booking')
    assert.include(await wordsOf(owner), `Appointment ${id}`)
  })

  test('a page names records of many kinds in eight statements', async ({ assert }) => {
    const { id, name } = await booked()
    const owner = await atDesk('owner')
    const { id: actorId } = await User.firstOrFail()
    const open = () => statements(() => owner.get(LOG))
    await open()
    const few = await open()
    for (let i = 0; i < 20; i++) await note('booking.appointment', id)
    assert.equal(await open(), few)
    for (let i = 0; i < 30; i++)
      await note('booking.appointment', id, { kind: 'staff', id: actorId })
    for (const object of KINDS) await note(object, 1)
    await note('scheduling.service', (await Service.firstOrFail()).id)
    assert.isAtMost(await open(), 8)
    const words = await wordsOf(owner)
    for (const text of [name, 'Role Owner', 'Service Fitting']) assert.include(words, text)
  })
})
