import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import {
  anOffer,
  easyCaptcha,
  EMAIL,
  linkOf,
  mailsTo,
  NOW,
  property,
  Visit,
} from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const DAY = 86_400_000

test.group('The page behind the mailed link', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked(fields: Record<string, string> = {}) {
    const visit = new Visit(visitor(), await anOffer())
    await visit.book(NINE, fields)
    const [mail] = await mailsTo(EMAIL)
    return { visit, mail, manage: linkOf(mail, '/booking/manage/') }
  }

  test('B10 shows number, service, place, time and what to bring', async ({ assert }) => {
    const { manage } = await booked()
    const page = await visitor({ language: 'de' }).get(manage)
    for (const text of ['AA001', 'Anpassung', 'Ottica Prova', 'Via Lunga 1', '19. Januar 2027']) {
      assert.include(page.text, text)
    }
    assert.match(page.text, /09:00\s?[–-]\s?10:00/)
    assert.include(page.text, 'Bringen Sie Ihre Brille mit.')
    assert.isNull(page.headers.get('set-cookie'))
  })

  test('B10 no personal data stand on any page of the link', async ({ assert }) => {
    const { manage } = await booked({ first_name: 'Zenobia', phone: '+39 050 98765' })
    for (const path of [manage, `${manage}/cancellation`, `${manage}/move`]) {
      const { text, headers } = await visitor().get(path)
      for (const secret of ['Zenobia', 'Vornberg', EMAIL, '98765']) {
        assert.notInclude(text, secret, path)
      }
      assert.equal(headers.get('referrer-policy'), 'no-referrer')
    }
    const file = await visitor().get(`${manage}/calendar.ics`)
    assert.notMatch(file.text, /Zenobia|Vornberg|98765/)
  })

  test('B10 opening pages changes nothing', async ({ assert }) => {
    const { manage } = await booked()
    const before = [await Reservation.firstOrFail(), await Appointment.firstOrFail()]
    for (const rest of ['', '/cancellation', '/move', '/calendar.ics', '/ticket.pdf']) {
      assert.equal((await visitor().get(manage + rest)).status, 200, rest)
    }
    const after = [await Reservation.firstOrFail(), await Appointment.firstOrFail()]
    assert.deepEqual(JSON.stringify(after), JSON.stringify(before))
    assert.lengthOf(await mailsTo(EMAIL), 1)
  })

  test('B10 adds the appointment to a calendar under the UID of the mail', async ({ assert }) => {
    const { manage, mail } = await booked()
    const file = await visitor().get(`${manage}/calendar.ics`)
    assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8')
    assert.match(file.headers.get('content-disposition')!, /attachment/)
    assert.equal(property(file.text, 'UID'), property(mail.invite!.content, 'UID'))
    assert.equal(property(file.text, 'DTSTART'), '20270119T080000Z')
    assert.equal(property(file.text, 'SEQUENCE'), '0')
  })

  test('a wrong, mistaken or expired link is one page with a way on', async ({ assert }) => {
    const { manage, visit } = await booked()
    const other = `/booking/manage/${visit.token}`
    for (const path of ['/booking/manage/x', `${manage}x`, other, '/booking/confirm/x']) {
      for (const rest of ['', '/cancellation', '/move', '/calendar.ics', '/ticket.pdf']) {
        if (path.includes('/confirm/') && rest) continue
        const page = await visitor().get(path + rest)
        assert.equal(page.status, 410, path + rest)
        assert.include(page.text, 'href="/booking"')
      }
      const post = path.includes('/confirm/') ? path : `${path}/cancellation`
      assert.equal((await visitor().post(post, {})).status, 410)
    }
    clock.freeze(NINE + 32 * DAY)
    assert.equal((await visitor().get(manage)).status, 410)
    assert.equal((await Reservation.firstOrFail()).state, 'confirmed')
  })

  test('every mail has a link of its own, only hashes are stored', async ({ assert }) => {
    const { manage, visit } = await booked()
    const page = (await visit.confirm()).location!
    assert.notEqual(page, manage)
    assert.equal((await visitor().get(page)).status, 200)
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const rows = await db.from('booking_links').select('*')
    assert.notInclude(JSON.stringify(rows), manage.split('/').at(-1)!)
  })
})
