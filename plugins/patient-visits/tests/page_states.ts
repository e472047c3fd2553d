import type { Page } from 'playwright-core'
import type { PageState } from '#tests/kit/page_states'
import type { TestServer } from '#tests/kit/servers'

const MINE = '/account/patient-visits'

type OwnVisit = { public_id: string; id: number }
type Offered = { public_id: string; starts_at: number | string }

const send = (page: Page) => page.locator('main .form button[type=submit]').click()

/** Every page of a patient in every state, out of the demo's visits. */
export async function pageStates(server: TestServer): Promise<PageState[]> {
  const own = await server.query<OwnVisit>(
    `select v.public_id, r.id from patient_visits_visits v
     join scheduling_reservations r on r.id = v.reservation_id
     join customers_customers c on c.id = v.customer_id
     where c.email = 'customer@demo.invalid' and r.state = 'confirmed' order by r.starts_at desc`
  )
  if (own.length < 3) throw new Error(`The demo's customer has ${own.length} visits`)
  const [open, lost, over] = own
  const types = await server.query<{ public_id: string }>(
    'select public_id from patient_visits_visit_types order by id'
  )
  const [{ starts_at: taken }] = await server.query<Offered>(
    'select starts_at from scheduling_reservations where id = ?',
    [open.id]
  )
  const ended = `update scheduling_reservations set state = 'released' where id = ?`
  await server.query(ended, [lost.id])
  await server.query(`update patient_visits_visits set ended_by = 'unit' where id = ?`, [lost.id])
  await server.query(`update scheduling_reservations set outcome = 'served' where id = ?`, [
    over.id,
  ])
  await server.query(
    `update patient_visits_visit_types set self_service = ?, confirmed_by = 'unit', reason_mode = 'required', cancel_until_hours = 0, change_until_hours = 0, most_changes = null`,
    [true]
  )
  const wanted = `visit=${types[0].public_id}&unit=torun`
  const visit = `${MINE}/${open.public_id}`
  return [
    { name: 'start', route: 'start.show', path: '/visits' },
    { name: 'list', route: 'mine.index', path: MINE },
    { name: 'list of the past', route: 'mine.index', path: `${MINE}?when=past` },
    { name: 'empty page of the list', route: 'mine.index', path: `${MINE}?page=9` },
    { name: 'types', route: 'types.index', path: `${MINE}/new` },
    { name: 'unknown type', route: 'types.index', path: `${MINE}/new?visit=none` },
    { name: 'times', route: 'times.index', path: `${MINE}/times?${wanted}` },
    { name: 'times of a month', route: 'times.index', path: `${MINE}/times?${wanted}&days=month` },
    { name: 'check', route: 'mine.create', path: `${MINE}/check?${wanted}&starts_at=${taken}` },
    {
      name: 'taken',
      route: 'mine.create',
      path: `${MINE}/check?${wanted}&starts_at=${Number(taken) + 60_000}`,
      act: send,
    },
    { name: 'visit', route: 'mine.show', path: visit },
    { name: 'cancelled visit', route: 'mine.show', path: `${MINE}/${lost.public_id}` },
    { name: 'visit that took place', route: 'mine.show', path: `${MINE}/${over.public_id}` },
    { name: 'move', route: 'moves.create', path: `${visit}/move` },
    { name: 'cancel', route: 'cancellations.create', path: `${visit}/cancellation` },
    {
      name: 'cancel without the reason',
      route: 'cancellations.create',
      path: `${visit}/cancellation`,
      act: send,
    },
  ]
}
