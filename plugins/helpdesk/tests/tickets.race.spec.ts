import { test } from '@japa/runner'
import { NOW } from '#plugins/helpdesk/tests/helpdesk'
import { openTickets } from '#plugins/helpdesk/tests/race_ground'
import { summed } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest } from '#tests/kit/servers'

const TICKETS = 12

const VIOLATIONS = {
  'an entry does not begin where the one before it ended': `
    select e.id from helpdesk_entries e where e.from_state <> (
      select b.to_state from helpdesk_entries b
      where b.ticket_id = e.ticket_id and b.id < e.id order by b.id desc limit 1)`,
  'a ticket is not in the state that its last entry tells': `
    select t.id from helpdesk_tickets t where t.state <> (
      select e.to_state from helpdesk_entries e where e.ticket_id = t.id order by e.id desc limit 1)`,
  'a change left no entry, or an entry no change': `
    select t.id from helpdesk_tickets t where t.version <> (
      select count(*) from helpdesk_entries e where e.ticket_id = t.id)`,
  'a solution was answered twice': `
    select e.id from helpdesk_entries e where e.deed in ('accepted', 'rejected')
    and e.from_state <> 'solution_proposed'`,
  'something was said twice': `
    select text from helpdesk_entries where deed <> 'opened' group by text having count(*) > 1`,
}
/** Steps of which the customer reads in a mail. */
const MAILED = ['answer ok', 'ask ok', 'propose ok', 'accept ok']

test.group('Two of the staff and two customers on the same tickets, in four processes', (group) => {
  let ground: Awaited<ReturnType<typeof openTickets>>

  group.setup(async () => {
    ground = await openTickets(TICKETS)
    return () => ground.close()
  })

  test('H5 one of them wins each time, and nothing that was said is lost', async ({ assert }) => {
    const { count, crew, rows } = ground
    const attempts = repetitions('words on the same tickets', { test: 400, proof: 4000 })
    const task = { kind: 'act', attempts: attempts / 4, seed: 41_203, at: Date.parse(NOW) } as const
    const people = ['staff', 'staff', 'customer', 'customer'] as const
    const sum = summed(await crew.run(people.map((who) => ({ ...task, who }))))
    const told = Object.entries(sum).map(([outcome, n]) => `${n} ${outcome}`)
    console.log(`      ${engineUnderTest()}, ${attempts} words: ${told.toSorted().join(', ')}`)

    const outcomes = Object.keys(sum)
    assert.isEmpty(outcomes.filter((one) => !/ (ok|not_now|changed_meanwhile)$/.test(one)))
    for (const step of ['propose', 'accept', 'reject', 'add']) assert.isAbove(sum[`${step} ok`], 0)
    const well = outcomes.filter((one) => one.endsWith(' ok'))
    const taken = well.reduce((all, one) => all + sum[one], 0)
    assert.equal(await count('select count(*) as n from helpdesk_entries'), TICKETS + taken)
    for (const [what, sql] of Object.entries(VIOLATIONS)) {
      assert.isEmpty(await rows.query(sql), what)
    }
    const mails = await count(
      `select count(*) as n from messaging_mails where template in ('helpdesk.answered', 'helpdesk.asked', 'helpdesk.proposed', 'helpdesk.accepted')`
    )
    assert.equal(
      mails,
      MAILED.reduce((all, one) => all + (sum[one] ?? 0), 0)
    )
  }).timeout(600_000)
})
