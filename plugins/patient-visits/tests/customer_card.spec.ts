import { test } from '@japa/runner'
import { aPractice, NOW } from '#plugins/patient-visits/tests/clinic'
import { aCustomer, booked, does, onlyViewing } from '#plugins/patient-visits/tests/unit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'

const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')

test.group('Visits on the card of a patient', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('V2 visits to all clinics of the own units, with what happened to them', async ({
    assert,
    cleanup,
  }) => {
    const [one, two, elsewhere] = [
      await aPractice(),
      await aPractice({ service: { letter: 'W' } }),
      await aPractice({ service: { letter: 'X' } }),
    ]
    const customer = await aCustomer()
    const first = await booked(one, { startsAt: NINE, customer })
    await booked(two, { startsAt: TEN, customer })
    await booked(elsewhere, { startsAt: rome('2027-01-19 12:00'), customer })
    const card = `/admin/customers/customers/${customer.id}`
    const desk = await atDesk('desk', [one.location, two.location])
    await does(desk, first.path, 'cancel')
    const { text } = await desk.get(card)
    for (const word of ['VV001', 'WW001', one.doctors[0].name, two.doctors[0].name]) {
      assert.include(text, word)
    }
    assert.include(text, 'Visit VV001 cancelled by the unit')
    assert.notInclude(text, 'XX001')
    assert.include((await (await atDesk('desk')).get(card)).text, 'XX001')
    assert.include(text, `/admin/patient-visits/book?customer=${customer.id}`)
    cleanup(onlyViewing())
    assert.notInclude((await desk.get(card)).text, '/admin/patient-visits/book')
  })

  test('"Today" tells how far the day is and which requests wait, of the own units', async ({
    assert,
  }) => {
    const service = { minNoticeMinutes: 0 }
    const [one, two] = [
      await aPractice({ service, type: { confirmedBy: 'unit' } }),
      await aPractice({ service }),
    ]
    await booked(one, { startsAt: NINE })
    const today = await booked(two, { startsAt: rome('2027-01-12 10:00') })
    await booked(two, { startsAt: rome('2027-01-12 11:00') })
    await does(await atDesk('desk'), today.path, 'arrived')
    const { text } = await (await atDesk('desk')).get('/admin')
    assert.include(text, '1 request waits for an answer')
    assert.include(text, '1 expected · 1 here · 0 done')
    assert.include(text, today.path, 'the core’s list of the day leads to the visit')
    const narrow = (await (await atDesk('desk', [two.location])).get('/admin')).text
    assert.notInclude(narrow, '1 request waits for an answer')
    assert.notInclude(narrow, one.location.name)
  })
})
