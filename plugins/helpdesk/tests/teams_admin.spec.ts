import { test } from '@japa/runner'
import { Team } from '#plugins/helpdesk/models/team'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import { Template } from '#plugins/helpdesk/models/template'
import { aHelpdesk } from '#plugins/helpdesk/tests/helpdesk'
import { aDraft, agree, aTeam } from '#plugins/helpdesk/tests/set_up'
import { someCustomer, someStaff } from '#tests/accounts/people'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const TEAMS = '/admin/helpdesk/teams'
const TEMPLATES = '/admin/helpdesk/templates'

test.group('Teams and templates of the helpdesk', (group) => {
  group.each.setup(() => freshDatabase())

  const membersOf = async ({ id }: Team) =>
    (await TeamMember.query().where('teamId', id).orderBy('id')).map(({ userId, leads }) => [
      ...[userId, leads],
    ])

  test('a team has members, some of whom lead it', async ({ assert }) => {
    const [ada, bea] = [await someStaff({ firstName: HOSTILE }), await someStaff()]
    const desk = await atDesk('manager')
    const created = await save(desk, `${TEAMS}/create`, {
      ...{ name: 'First line', position: '1' },
      ...{ 'members[0][userId]': String(ada.id), 'members[0][leads]': 'on' },
      'members[1][userId]': String(bea.id),
    })
    assert.equal(created.status, 303)
    const team = await Team.firstOrFail()
    assert.deepEqual(await membersOf(team), [
      [ada.id, true],
      [bea.id, false],
    ])
    for (const page of [TEAMS, `${TEAMS}/${team.id}`, `${TEAMS}/${team.id}/edit`]) {
      assert.isTrue(isClean(await desk.get(page)), page)
    }
    await agree(desk, `${TEAMS}/${team.id}/remove`)
    assert.lengthOf(await Team.all(), 0)
  })

  test('nobody is in a team twice, and no customer is in it', async ({ assert }) => {
    const [staff, customer] = [await someStaff(), await someCustomer()]
    const desk = await atDesk('manager')
    const twice = { 'members[0][userId]': String(staff.id), 'members[1][userId]': String(staff.id) }
    const refused = await save(desk, `${TEAMS}/create`, { name: 'One', ...twice })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'This person stands further up already.')
    const outside = { name: 'One', 'members[0][userId]': String(customer.id) }
    assert.equal((await save(desk, `${TEAMS}/create`, outside)).status, 422)
    assert.lengthOf(await Team.all(), 0)
  })

  test('two teams have two names', async ({ assert }) => {
    await aTeam({ name: 'First line' })
    const refused = await save(await atDesk('manager'), `${TEAMS}/create`, { name: 'First line' })
    assert.equal(refused.status, 422)
  })

  test('a team to which the published or the edited menu leads stays, and stays active', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    const [live, drafted] = [(await aHelpdesk()).team, (await aDraft()).team]
    for (const team of [live, drafted]) {
      const kept = await agree(desk, `${TEAMS}/${team.id}/remove`)
      assert.include(kept.text, 'The guided menu leads here.')
      const name = `Team ${team.id}`
      const off = await save(desk, `${TEAMS}/${team.id}/edit`, { name, active: undefined })
      assert.equal(off.status, 422)
      assert.isTrue((await Team.findOrFail(team.id)).active)
    }
    const free = await aTeam()
    const off = await save(desk, `${TEAMS}/${free.id}/edit`, { active: undefined })
    assert.equal(off.status, 303)
    assert.isFalse((await Team.findOrFail(free.id)).active)
  })

  test('a template is written in several languages, for one team or for all', async ({
    assert,
  }) => {
    const team = await aTeam()
    const desk = await atDesk('manager')
    const texts = {
      'text[en]': 'Hello {customer}, {number}.',
      'text[de]': `{agent} ${HOSTILE.slice(0, 27)}`,
    }
    const created = await save(desk, `${TEMPLATES}/create`, {
      ...{ name: 'Hello', teamId: String(team.id), ...texts },
    })
    assert.equal(created.status, 303)
    const template = await Template.firstOrFail()
    assert.equal(template.text.en, 'Hello {customer}, {number}.')
    assert.equal(template.teamId, team.id)
    for (const page of [TEMPLATES, `${TEMPLATES}/${template.id}`]) {
      assert.isTrue(isClean(await desk.get(page)), page)
    }
  })

  test('a placeholder that nobody fills is refused in its language', async ({ assert }) => {
    const refused = await save(await atDesk('manager'), `${TEMPLATES}/create`, {
      ...{ name: 'Hello', 'text[en]': 'Hello {customer}', 'text[it]': 'Ciao {nome}' },
    })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Nothing fills “nome”.')
    assert.include(refused.text, '#text-it')
    assert.lengthOf(await Template.all(), 0)
  })
})
