import type { Page } from 'playwright-core'
import { hashToken } from '#core/platform'
import type { HttpClient } from '#tests/kit/http'
import type { PageState } from '#tests/kit/page_states'
import type { TestServer } from '#tests/kit/servers'
import { PERSON, solved } from '#plugins/booking/tests/visit'

export type BookingState = PageState & {
  staff?: boolean
  /** Seen by the demo's customer, signed in. */
  account?: boolean
}

const CARD = '/booking/pisa/identity-card'
/** A Sunday: no such time is free. */
const CLOSED = Date.parse('2026-11-29T09:00:00Z')
const CARD_ANSWERS = { 'answers[occasion]': 'renewal', 'answers[privacy]': '1' }

/** Visits of people without JavaScript that leave the server's data in every state. */
class Maker {
  constructor(
    readonly server: TestServer,
    readonly client: HttpClient
  ) {}

  /** Holds one of the last free times of a day and returns the draft's address. */
  async chosen(day: string): Promise<{ draft: string; token: string }> {
    const page = await this.client.get(`${CARD}?day=${day}`)
    const startsAt = [...page.text.matchAll(/name="starts_at" value="(\d+)"/g)].at(-1)![1]
    const answer = await this.client.submit(page.form('/choices'), { starts_at: startsAt })
    const token = new URL(answer.location!, answer.url).searchParams.get('draft')!
    return { draft: `/booking/drafts/${token}`, token }
  }

  async complete(day: string, email: string) {
    const visit = await this.chosen(day)
    await this.client.post(visit.draft, { ...PERSON, ...CARD_ANSWERS, email })
    return visit
  }

  async booked(day: string, email: string) {
    const visit = await this.complete(day, email)
    const answer = await this.client.post(`${visit.draft}/confirmation`, { altcha: solved() })
    return { ...visit, manage: answer.location! }
  }

  async reservationOf({ token }: { token: string }): Promise<number> {
    const rows = await this.server.query<{ reservation_id: number }>(
      'select reservation_id from booking_drafts where token_hash = ?',
      [hashToken(token)]
    )
    return rows[0].reservation_id
  }
}

/** The mailed link of a booking that waits, out of the data that the mail is rendered from. */
async function mailedLink(server: TestServer, address: string): Promise<string> {
  const rows = await server.query<{ data: string }>(
    `select data from messaging_mails where to_address = ? and template = 'booking.confirm_link'`,
    [address]
  )
  return `/booking/confirm/${JSON.parse(rows[0].data).token}`
}

/** The last appointment of the demo's customer, which is in no hurry. */
async function ownAppointment(server: TestServer): Promise<string> {
  const [{ public_id: id }] = await server.query<{ public_id: string }>(
    `select a.public_id from booking_appointments a
     join customers_customers c on c.id = a.customer_id
     join scheduling_reservations r on r.id = a.reservation_id
     where c.email = 'customer@demo.invalid' order by r.starts_at desc limit 1`
  )
  return `/account/booking/${id}`
}

const send = (page: Page) => page.locator('main form button[type=submit]').last().click()

/** Every page of the plugin in every state, made once on a server with the demo. */
export async function pageStates(server: TestServer, client: HttpClient): Promise<BookingState[]> {
  const make = new Maker(server, client)
  const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']
  const chosen = await make.chosen(days[0])
  const complete = await make.complete(days[0], 'ada@gmial.com')
  const lapsed = await make.complete(days[1], 'lapsed@example.org')
  const booked = await make.booked(days[1], 'booked@example.org')
  const gone = await make.booked(days[2], 'gone@example.org')
  await client.post(`${gone.manage}/cancellation`, {})
  await server.query(`update scheduling_services set confirmation_mode = 'mail'`)
  const pending = await make.booked(days[3], 'pending@example.org')
  const expired = await make.booked(days[3], 'expired@example.org')
  await server.query(`update scheduling_services set confirmation_mode = 'instant'`)
  const set = async (visit: { token: string }, column: string, value: unknown) =>
    server.query(`update scheduling_reservations set ${column} = ? where id = ?`, [
      value,
      await make.reservationOf(visit),
    ])
  await set(lapsed, 'expires_at', 1)
  await set(expired, 'state', 'expired')
  await server.query(`update scheduling_services set horizon_days = 0 where slug = 'social-advice'`)
  const reservation = await make.reservationOf(booked)
  const none = '/booking/pisa/social-advice'
  const draft = `draft=${chosen.token}`

  const own = await ownAppointment(server)
  return [
    { name: 'menus', route: 'services.index', path: '/booking' },
    { name: 'menus-unknown', route: 'services.index', path: '/booking?service=gone' },
    { name: 'menus-fixed', route: 'services.index', path: '/booking?location=pisa' },
    {
      name: 'menus-not-there',
      route: 'services.index',
      path: '/booking?location=pisa&service=fitting',
    },
    { name: 'month', route: 'calendars.show', path: CARD },
    { name: 'month-whole', route: 'calendars.show', path: `${CARD}?days=month` },
    { name: 'month-corrected', route: 'calendars.show', path: `${CARD}?day=2020-01-01` },
    { name: 'month-none', route: 'calendars.show', path: none },
    {
      name: 'month-chosen',
      route: 'calendars.show',
      path: `${CARD}?${draft}&day=${days[0]}&told=pending`,
    },
    { name: 'month-embedded', route: 'calendars.show', path: `${CARD}?embed=1` },
    { name: 'week', route: 'weeks.show', path: '/booking/stuttgart/fitting/week' },
    { name: 'week-none', route: 'weeks.show', path: `${none}/week` },
    { name: 'week-chosen', route: 'weeks.show', path: `${CARD}/week?${draft}` },
    {
      name: 'taken',
      route: 'calendars.show',
      path: `${CARD}?draft=${lapsed.token}&day=${days[0]}`,
      act: (page) =>
        page
          .locator('.time-slot')
          .first()
          .evaluate((slot: HTMLButtonElement, closed) => {
            slot.value = String(closed)
            slot.click()
          }, CLOSED),
    },
    { name: 'details', route: 'details.edit', path: chosen.draft },
    { name: 'details-wrong', route: 'details.edit', path: chosen.draft, act: send },
    { name: 'details-lapsed', route: 'details.edit', path: lapsed.draft },
    { name: 'check-lapsed', route: 'confirmations.create', path: `${lapsed.draft}/confirmation` },
    { name: 'check', route: 'confirmations.create', path: `${complete.draft}/confirmation` },
    {
      name: 'check-wrong',
      route: 'confirmations.create',
      path: `${complete.draft}/confirmation`,
      act: (page) =>
        page.evaluate(() =>
          document.querySelector<HTMLFormElement>('form:has(.captcha)')!.submit()
        ),
    },
    { name: 'already-booked', route: 'details.edit', path: booked.draft },
    { name: 'ticket', route: 'manage.show', path: booked.manage },
    { name: 'ticket-pending', route: 'manage.show', path: pending.manage },
    { name: 'ticket-cancelled', route: 'manage.show', path: gone.manage },
    { name: 'ticket-expired', route: 'manage.show', path: expired.manage },
    { name: 'cancel', route: 'cancellations.create', path: `${booked.manage}/cancellation` },
    {
      name: 'cancel-wrong',
      route: 'cancellations.create',
      path: `${booked.manage}/cancellation`,
      act: async (page) => {
        await page.locator('textarea').fill('long '.repeat(200))
        await send(page)
      },
    },
    { name: 'move', route: 'moves.create', path: `${booked.manage}/move` },
    {
      name: 'mail-confirmation',
      route: 'mail_confirmations.create',
      path: await mailedLink(server, 'pending@example.org'),
    },
    { name: 'wrong-link', route: 'mail_confirmations.create', path: '/booking/confirm/wrong' },
    { name: 'desk-book', route: 'desk_bookings.create', path: '/admin/booking/book', staff: true },
    {
      name: 'desk-book-wrong',
      route: 'desk_bookings.create',
      path: '/admin/booking/book?offer=pisa%2Fidentity-card',
      act: send,
      staff: true,
    },
    {
      name: 'desk-book-known',
      route: 'desk_bookings.create',
      path: '/admin/booking/book?customer=1',
      staff: true,
    },
    {
      name: 'desk-move',
      route: 'desk_moves.create',
      path: `/admin/booking/moves/${reservation}`,
      staff: true,
    },
    { name: 'mine', route: 'mine.index', path: '/account/booking', account: true },
    { name: 'mine-past', route: 'mine.index', path: '/account/booking?when=past', account: true },
    { name: 'mine-show', route: 'mine.manage.show', path: own, account: true },
    { name: 'mine-move', route: 'mine.moves.create', path: `${own}/move`, account: true },
    {
      name: 'mine-cancel',
      route: 'mine.cancellations.create',
      path: `${own}/cancellation`,
      account: true,
    },
    {
      name: 'desk-list',
      route: 'appointments.index',
      path: '/admin/booking/appointments',
      staff: true,
    },
    {
      name: 'desk-show',
      route: 'appointments.show',
      path: `/admin/booking/appointments/${reservation}`,
      staff: true,
    },
    ...['arrived', 'served', 'no_show', 'undo_outcome', 'ticket'].map((action) => ({
      name: `desk-${action}`,
      route: `appointments.${action}.create`,
      path: `/admin/booking/appointments/${reservation}/${action.replaceAll('_', '-')}`,
      staff: true,
    })),
    {
      name: 'desk-bulk-cancel',
      route: 'appointments.cancel.bulk_create',
      path: `/admin/booking/appointments/bulk/cancel?ids[]=${reservation}`,
      staff: true,
    },
    {
      name: 'desk-bulk-ticket',
      route: 'appointments.ticket.bulk_create',
      path: `/admin/booking/appointments/bulk/ticket?ids[]=${reservation}`,
      staff: true,
    },
    {
      name: 'desk-cancel',
      route: 'appointments.cancel.create',
      path: `/admin/booking/appointments/${reservation}/cancel`,
      staff: true,
    },
  ]
}
