// Lays out as many tickets as it is told to, of which the newest still run, and somebody of their
// team who looks at them; says how to sign in.
import { layOut, PASSWORD, somebody } from './laid_out.js'

const TICKETS = Number(process.argv[2])
const MOST_RUNNING = 3000
const RUNNING = Math.min(MOST_RUNNING, TICKETS * 0.8)
const CUSTOMERS = TICKETS / 5
const A_DAY = 70
const HOUR = 3_600_000
const DAY = 24 * HOUR
const BATCH = 400
const WHAT = ['printer', 'scanner', 'key', 'invoice', 'parking permit', 'heating', 'door', 'badge']
const HOW = ['does nothing', 'is missing', 'is wrong again', 'was never sent', 'makes a noise']

await layOut(async () => {
  const { clock, randomId, transaction } = await import('#core/platform')
  const { fold } = await import('#core/customers')
  const { wordsOfTicket } = await import('#plugins/helpdesk/domain/ticket_words')
  const { aHelpdesk } = await import('#plugins/helpdesk/tests/helpdesk')
  const { TeamMember } = await import('#plugins/helpdesk/models/team_member')
  const now = clock.now()
  const desk = await aHelpdesk()
  const viewer = await somebody('staff', 'desk@example.org', 'desk')
  const other = await somebody('staff', 'other@example.org', 'desk')
  for (const { id: userId } of [viewer, other]) {
    await TeamMember.create({ teamId: desk.team.id, userId })
  }

  /** Of four that run one waits for the customer, one is the viewer's, one nobody's. */
  const running = (nth: number) => ({
    ...{ state: nth % 4 === 0 ? 'waiting_customer' : 'in_progress', closed_at: null },
    ...{ assignee_id: [other.id, viewer.id, null, other.id][nth % 4], closed_by: null },
  })
  const over = (nth: number, at: number) => ({
    ...{ state: nth % 20 === 0 ? 'cancelled' : 'closed', assignee_id: other.id },
    ...(nth % 20 === 0
      ? { closed_at: null, closed_by: null }
      : { closed_at: at, closed_by: 'customer' }),
  })
  const runs = (nth: number) => nth >= TICKETS - RUNNING
  /** Of three that the team has to solve one is late, one soon due. */
  const due = (nth: number) => {
    if (nth % 4 === 0) return { due_at: null, warn_at: null, left_seconds: 3600 }
    const due_at = now + [-DAY, DAY, 30 * DAY][nth % 3] + (nth % 1000) * 1000
    return { due_at, warn_at: due_at - 2 * DAY, left_seconds: null }
  }
  const ticket = (nth: number, customer_id: number) => {
    const created_at = now - Math.floor(((TICKETS - nth) / A_DAY) * DAY)
    const changed_at = runs(nth) ? created_at + (nth % 37) * HOUR : created_at + 5 * DAY
    return {
      ...{
        id: nth + 1,
        public_id: randomId(),
        number: `T-2026-${String(nth + 1).padStart(5, '0')}`,
      },
      ...{ customer_id, locale: 'en', kind: 'incident', impact: 'one', urgency: 'medium' },
      subject: `The ${WHAT[nth % 8]} in room ${nth % 211} ${HOW[nth % 5]}`,
      ...{ priority: 1 + (nth % 5), priority_is_set: false, team_id: desk.team.id },
      ...{ intake_version_id: desk.version.id, need: desk.key, service_level_id: desk.level.id },
      ...{ reopened: 0, rejected: 0, changed_at, created_at, updated_at: changed_at, version: 3 },
      ...(runs(nth) ? running(nth) : over(nth, changed_at)),
      next_due_at: runs(nth) ? due(nth).due_at : null,
    }
  }
  const entries = (nth: number, { created_at, changed_at, state }: ReturnType<typeof ticket>) => {
    const shared = { ticket_id: nth + 1, text: 'What somebody writes about it, in some words.' }
    const opened = { deed: 'opened', from_state: null, to_state: 'new', actor_kind: 'customer' }
    const last = { deed: 'answered', from_state: 'new', to_state: state, actor_kind: 'staff' }
    return [
      { public_id: randomId(), ...shared, ...opened, actor_id: null, created_at },
      { public_id: randomId(), ...shared, ...last, actor_id: other.id, created_at: changed_at },
    ]
  }
  const words = ({ id: ticket_id, number, subject }: ReturnType<typeof ticket>) =>
    wordsOfTicket({ number: fold(number), subject: fold(subject) }).map((word) => ({
      ...{ word, ticket_id },
    }))
  /** Else the watch over deadlines would write mails while lists are measured. */
  const told = { warned_at: now, missed_at: now }
  const targets = (nth: number, { changed_at }: ReturnType<typeof ticket>) => {
    const met = { due_at: null, warn_at: null, left_seconds: null, met_at: changed_at }
    const solution = runs(nth) ? { ...due(nth), met_at: null } : met
    return [
      { ticket_id: nth + 1, kind: 'first_answer', minutes: 240, ...met, ...told },
      { ticket_id: nth + 1, kind: 'solution', minutes: 840, ...solution, ...told },
    ]
  }

  await transaction(async (trx) => {
    const insert = async (table: string, rows: object[]) => {
      for (let at = 0; at < rows.length; at += BATCH) {
        await trx.table(table).multiInsert(rows.slice(at, at + BATCH))
      }
    }
    const people = Array.from({ length: CUSTOMERS }, (_, i) => ({
      ...{ public_id: randomId(), email: `guest${i}@example.org`, locale: 'en' },
      ...{ first_name: `Ada${i % 97}`, last_name: `Brandt${i % 1013}` },
      ...{ created_at: now, updated_at: now, version: 1 },
      search: ` ada${i % 97} brandt${i % 1013} guest${i}@example.org`,
    }))
    await insert('customers_customers', people)
    const { id: first } = await trx.from('customers_customers').min('id as id').first()
    const tickets = Array.from({ length: TICKETS }, (_, nth) =>
      ticket(nth, first + (nth % CUSTOMERS))
    )
    await insert('helpdesk_tickets', tickets)
    await insert('helpdesk_ticket_words', tickets.flatMap(words))
    await insert(
      'helpdesk_entries',
      tickets.flatMap((row, nth) => entries(nth, row))
    )
    await insert(
      'helpdesk_targets',
      tickets.flatMap((row, nth) => targets(nth, row))
    )
  })
  return { email: viewer.email, password: PASSWORD }
})
