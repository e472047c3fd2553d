import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import { clock } from '#core/platform'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { ServiceTarget } from '#plugins/helpdesk/models/service_target'
import { Target } from '#plugins/helpdesk/models/target'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { aHelpdesk, asStaff, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { aCalendar, agree } from '#plugins/helpdesk/tests/set_up'
import { atDesk, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const LEVELS = '/admin/helpdesk/service-levels'

test.group('Service levels', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const promises = async () =>
    (await ServiceTarget.query().orderBy('priority')).map(
      ({ priority, firstAnswerMinutes, solutionMinutes }) => [
        ...[priority, firstAnswerMinutes, solutionMinutes],
      ]
    )

  const dueOf = async (ticketId: number) => {
    const targets = await Target.query().where({ ticketId }).orderBy('kind')
    return Object.fromEntries(targets.map(({ kind, dueAt, metAt }) => [kind, dueAt ?? metAt]))
  }

  test('what is promised by priority; what stays empty is not promised', async ({ assert }) => {
    const calendar = await aCalendar({ name: 'Office' })
    const desk = await atDesk('manager')
    const created = await save(desk, `${LEVELS}/create`, {
      ...{ name: 'Usual', calendarId: String(calendar.id) },
      ...{ 'targets[p1][firstAnswerMinutes]': '30', 'targets[p1][solutionMinutes]': '90' },
      ...{ 'targets[p3][firstAnswerMinutes]': '', 'targets[p3][solutionMinutes]': '480' },
    })
    assert.equal(created.status, 303)
    assert.deepEqual(await promises(), [
      [1, 30, 90],
      [3, null, 480],
    ])
    const { id } = await ServiceLevel.firstOrFail()
    const shown = await desk.get(`${LEVELS}/${id}`)
    assert.include(shown.text, 'Priority 1: answer in 30 min, solution in 1 h 30 min')
    assert.include((await desk.get(LEVELS)).text, 'Office')
    const edit = { 'targets[p1][firstAnswerMinutes]': '', 'targets[p1][solutionMinutes]': '' }
    assert.equal((await save(desk, `${LEVELS}/${id}/edit`, edit)).status, 303)
    assert.deepEqual(await promises(), [[3, null, 480]])
  })

  test('no time, and none that anybody could keep, is refused', async ({ assert }) => {
    const calendar = await aCalendar()
    const desk = await atDesk('manager')
    for (const wrong of ['0', '-5', '1.5', 'soon', '9999999']) {
      const refused = await save(desk, `${LEVELS}/create`, {
        ...{ name: 'Usual', calendarId: String(calendar.id) },
        'targets[p2][solutionMinutes]': wrong,
      })
      assert.equal(refused.status, 422, wrong)
      assert.include(refused.text, `value="${wrong}"`)
    }
    assert.lengthOf(await ServiceLevel.all(), 0)
  })

  test('another promise moves open targets; what was met stays as it was judged', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const [open, answered] = [await aTicket(desk), await aTicket(desk)]
    const said = { word: 'answer', text: 'We look at it.', by: await asStaff() } as const
    await new AnswerTicket().handle({ ticketId: answered.id, ...said })
    const priority = `p${open.priority}`
    await save(await atDesk('manager'), `${LEVELS}/${desk.level.id}/edit`, {
      [`targets[${priority}][firstAnswerMinutes]`]: '60',
      [`targets[${priority}][solutionMinutes]`]: '120',
    })
    await runDueJobs()
    assert.deepEqual(await dueOf(open.id), {
      first_answer: rome('2027-01-12 10:00'),
      solution: rome('2027-01-12 11:00'),
    })
    assert.deepEqual(await dueOf(answered.id), {
      first_answer: clock.now(),
      solution: rome('2027-01-12 11:00'),
    })
  })

  test('a holiday that is written down moves what is due', async ({ assert }) => {
    const desk = await aHelpdesk()
    const ticket = await aTicket(desk)
    await save(await atDesk('manager'), `/admin/helpdesk/calendars/${desk.calendar.id}/edit`, {
      ...{ 'days[0][day]': '2027-01-12', 'days[0][name]': 'Closed today' },
    })
    await runDueJobs()
    const { first_answer: firstAnswer } = await dueOf(ticket.id)
    assert.equal(firstAnswer, rome('2027-01-13 13:00'))
  })

  test('a service level stays while the menu leads to it', async ({ assert }) => {
    const { level } = await aHelpdesk()
    const kept = await agree(await atDesk('manager'), `${LEVELS}/${level.id}/remove`)
    assert.include(kept.text, 'The guided menu leads here.')
    assert.isNotNull(await ServiceLevel.find(level.id))
  })
})
