import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { runDueJobs } from '#core/jobs'
import { rows } from '#core/platform'
import { MoveVisit } from '#plugins/patient-visits/actions/move_visit'
import { offerOf } from '#plugins/patient-visits/queries/visit_offers'
import { aPractice, MARKERS, NOW, type Practice } from '#plugins/patient-visits/tests/clinic'
import { booked, does } from '#plugins/patient-visits/tests/unit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const TEN = rome('2027-01-12 10:00')
const NOON = rome('2027-01-12 12:00')
const TOMORROW = rome('2027-01-13 10:00')

type Row = { code: string; state: string }

/** Plugins know one another by the core’s events alone, so the line is laid out in its tables. */
async function aLineFor({ location, service }: Practice): Promise<void> {
  const at = Date.parse(NOW)
  const name = JSON.stringify({ en: 'Doctors' })
  const line = {
    ...{ location_id: location.id, letter: 'D', name, created_at: at, updated_at: at },
    ...{ first_number: 1, last_number: 999, extra_calls: 3, interval_minutes: 10 },
    ...{ grace_seconds: 90, early_minutes: 0, late_minutes: 15, most_in_a_row: 2 },
    ...{ longest_wait_minutes: 60, target_minutes: 20, service_minutes: 10, position: 0 },
    ...{ active: true, version: 1 },
  }
  const [known] = await rows<{ id: number }>(
    db.connection(),
    `insert into queue_caller_lines (${Object.keys(line).join(', ')})
     values (${Object.keys(line)
       .map(() => '?')
       .join(', ')}) returning id`,
    Object.values(line)
  )
  const feeds = { location_id: location.id, service_id: service.id, line_id: known.id }
  await db.table('queue_caller_line_services').insert(feeds)
}

/** The queue as it stands once the events of the core have been heard. */
async function tickets(): Promise<string[]> {
  await runDueJobs()
  const sql = 'select code, state from queue_caller_tickets order by id'
  const found = await rows<Row>(db.connection(), sql)
  return found.map(({ code, state }) => `${code} ${state}`)
}

test.group('Visits in the queue', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const practiceInQueue = async (type: Parameters<typeof aPractice>[0] = {}) => {
    const practice = await aPractice({ service: { minNoticeMinutes: 0 }, ...type })
    await aLineFor(practice)
    return practice
  }

  test('a visit of today waits under its number; cancelled, it is gone', async ({ assert }) => {
    const practice = await practiceInQueue()
    const visit = await booked(practice, { startsAt: TEN })
    await booked(practice, { startsAt: TOMORROW })
    assert.deepEqual(await tickets(), ['VV001 waiting'])
    await does(await atDesk('desk'), visit.path, 'cancel')
    assert.deepEqual(await tickets(), ['VV001 left'])
  })

  test('a request is not in the queue until it is confirmed', async ({ assert }) => {
    const practice = await practiceInQueue({ type: { confirmedBy: 'unit' } })
    const visit = await booked(practice, { startsAt: TEN })
    assert.deepEqual(await tickets(), [])
    await does(await atDesk('desk'), visit.path, 'confirm')
    assert.deepEqual(await tickets(), ['VV001 waiting'])
  })

  test('a move that waits for the unit takes it out, its answer brings it back', async ({
    assert,
  }) => {
    const practice = await practiceInQueue({ type: { confirmedBy: 'unit' } })
    const visit = await booked(practice, { startsAt: TEN })
    const desk = await atDesk('desk')
    await does(desk, visit.path, 'confirm')
    assert.deepEqual(await tickets(), ['VV001 waiting'])
    const by = { kind: 'customer', id: 0 } as const
    const wish = { visitId: visit.visit.id, offer: await offerOf(visit.reservation), by }
    assert.isTrue((await new MoveVisit().handle({ ...wish, startsAt: NOON })).ok)
    assert.deepEqual(await tickets(), ['VV001 left'])
    await does(desk, visit.path, 'confirm')
    const last = (await tickets()).filter((ticket) => ticket.endsWith('waiting'))
    assert.lengthOf(last, 1)
  })

  test('V2 phone, print and screen show the number and nothing of what it is about', async ({
    assert,
  }) => {
    const practice = await practiceInQueue()
    await booked(practice, { startsAt: TEN })
    await tickets()
    const [ticket] = await rows<{ id: number; public_id: string }>(
      db.connection(),
      'select id, public_id from queue_caller_tickets'
    )
    const screen = {
      ...{ location_id: practice.location.id, name: 'Waiting room', preset: 'lines' },
      ...{ line_ids: '[]', locales: '["en"]', notice: '{}', sound: false, version: 1 },
      ...{ created_at: Date.parse(NOW), updated_at: Date.parse(NOW) },
    }
    const [{ id }] = await rows<{ id: number }>(
      db.connection(),
      `insert into queue_caller_screens (${Object.keys(screen).join(', ')})
       values (${Object.keys(screen)
         .map(() => '?')
         .join(', ')}) returning id`,
      Object.values(screen)
    )
    const desk = await atDesk('desk')
    const phone = await visitor().get(`/queue/tickets/${ticket.public_id}`)
    const print = await desk.get(`/admin/queue-caller/tickets/${ticket.id}/print`)
    const shown = await desk.get(`/admin/queue-caller/screens/${id}/preview`)
    for (const page of [phone, print, shown]) {
      assert.equal(page.status, 200, page.url)
      for (const word of Object.values(MARKERS)) assert.notInclude(page.text, word, page.url)
    }
    for (const page of [phone, print]) assert.include(page.text, 'VV001')
  })
})
