import { test } from '@japa/runner'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { openTickets } from '#plugins/helpdesk/tests/race_ground'
import { engineUnderTest } from '#tests/kit/servers'

const TICKETS = 60
/** One minute after the first answer to each of them was due. */
const TOO_LATE = rome('2027-01-12 13:01')

test.group('Three workers watch the deadlines while somebody answers', (group) => {
  let ground: Awaited<ReturnType<typeof openTickets>>

  group.setup(async () => {
    ground = await openTickets(TICKETS)
    return () => ground.close()
  })

  test('each missed one is told to the lead of the team once', async ({ assert }) => {
    const { count, crew } = ground
    const watch = { kind: 'watch', at: TOO_LATE } as const
    const answer = { kind: 'act', who: 'staff', attempts: 40, seed: 7, at: TOO_LATE } as const
    await crew.run([watch, watch, watch, answer])
    const targets = `select count(*) as n from helpdesk_targets where kind = 'first_answer'`
    const mails = `select count(*) as n from messaging_mails where template = 'helpdesk.deadline_missed'`
    const lead = `to_address = (select u.email from accounts_users u
      join helpdesk_team_members m on m.user_id = u.id)`
    const missed = await count(`${targets} and missed_at is not null`)
    const met = await count(`${targets} and met_at is not null`)
    console.log(`      ${engineUnderTest()}: ${missed} missed, ${met} answered, of ${TICKETS}`)
    assert.isAbove(missed, 0)
    assert.isAbove(met, 0)
    assert.equal(await count(`${targets} and missed_at is null and met_at is null`), 0)
    assert.equal(await count(`${mails} and ${lead}`), missed)
    assert.equal(
      await count(`select count(*) as n from messaging_mails
      where template = 'helpdesk.deadline_near'`),
      0
    )
  }).timeout(120_000)
})
