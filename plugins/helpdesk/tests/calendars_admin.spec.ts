import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { Job } from '#core/jobs'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'
import { aCalendar, aLevel, agree } from '#plugins/helpdesk/tests/set_up'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const CALENDARS = '/admin/helpdesk/calendars'
const CREATE = `${CALENDARS}/create`
const NOW = '2026-11-30T08:00:00Z'

const MONDAY = { 'hours[1][0][opens]': '9', 'hours[1][0][closes]': '13' }

test.group('Calendars of the helpdesk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const daysOf = async ({ id }: Calendar) =>
    (await CalendarDay.query().where('calendarId', id).orderBy('day')).map(
      ({ day, name, hours }) => ({ day, name, hours })
    )

  test('a week, and days that differ: closed, or open at hours of their own', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    const created = await save(desk, CREATE, {
      ...{ name: 'Office', zone: 'Europe/Rome', ...MONDAY },
      ...{ 'days[0][day]': '2026-12-24', 'days[0][name]': 'Christmas Eve' },
      ...{ 'days[0][hours][0][opens]': '9', 'days[0][hours][0][closes]': '12' },
      ...{ 'days[0][hours][1][opens]': '', 'days[0][hours][1][closes]': '' },
      ...{ 'days[1][day]': '2026-12-08', 'days[1][name]': HOSTILE },
    })
    assert.equal(created.status, 303)
    const calendar = await Calendar.firstOrFail()
    assert.deepEqual(calendar.hours[1], [{ opens: '09:00', closes: '13:00' }])
    assert.deepEqual(await daysOf(calendar), [
      { day: '2026-12-08', name: HOSTILE, hours: [] },
      { day: '2026-12-24', name: 'Christmas Eve', hours: [{ opens: '09:00', closes: '12:00' }] },
    ])
    const pages = [CALENDARS, `${CALENDARS}/${calendar.id}`, `${CALENDARS}/${calendar.id}/edit`]
    for (const page of pages) assert.isTrue(isClean(await desk.get(page)), page)
    assert.include((await desk.get(pages[1])).text, '09:00–12:00')
    // In the order of the year, whoever wrote them down when.
    const { fields } = (await desk.get(pages[2])).form(`${CALENDARS}/${calendar.id}`)
    assert.equal(fields['days[0][day]'], '2026-12-08')
    assert.equal(fields['days[1][hours][0][closes]'], '12:00')
  })

  test('a calendar that is never open is refused', async ({ assert }) => {
    const desk = await atDesk('manager')
    const refused = await save(desk, CREATE, { name: 'Never', zone: 'Europe/Rome' })
    assert.equal(refused.status, 422)
    assert.lengthOf(await Calendar.all(), 0)
  })

  test('one day twice, and hours that end before they begin, are refused at their line', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    const refused = await save(desk, CREATE, {
      ...{ name: 'Office', zone: 'Europe/Rome', ...MONDAY },
      ...{ 'days[0][day]': '2026-12-08', 'days[0][name]': 'One' },
      ...{ 'days[0][hours][0][opens]': '12:00', 'days[0][hours][0][closes]': '9:00' },
      ...{ 'days[1][day]': '2026-12-08', 'days[1][name]': 'Other' },
    })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'This day stands further up already.')
    assert.include(refused.text, 'Hours close after they open')
    assert.include(refused.text, 'value="Other"')
    assert.lengthOf(await Calendar.all(), 0)
  })

  test('what is no time is shown again', async ({ assert }) => {
    const refused = await save(await atDesk('manager'), CREATE, {
      ...{ name: 'Office', zone: 'Europe/Rome', ...MONDAY },
      ...{ 'days[0][day]': '2026-12-08', 'days[0][name]': 'One' },
      ...{ 'days[0][hours][0][opens]': 'noon', 'days[0][hours][0][closes]': '15' },
    })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'value="noon"')
  })

  test('public holidays of a region are copied; days that are there already stay', async ({
    assert,
  }) => {
    const calendar = await aCalendar()
    const stays = { calendarId: calendar.id, day: '2026-12-25', name: 'Short', hours: [] }
    await CalendarDay.create({ ...stays, hours: [{ opens: '09:00', closes: '10:00' }] })
    const desk = await atDesk('manager')
    const edit = await desk.get(`${CALENDARS}/${calendar.id}/edit`)
    const path = `${CALENDARS}/${calendar.id}/add-holidays`
    const done = await agree(desk, path, { place: 'DE-BY', 'years[]': '2026' })
    assert.match(done.text, /\d+ holidays have been added/)
    const days = await daysOf(calendar)
    assert.isTrue(days.some(({ day, hours }) => day === '2026-01-06' && hours.length === 0))
    assert.equal(days.find(({ day }) => day === '2026-12-25')!.name, 'Short')
    assert.isNotNull(await AuditEntry.findBy('action', 'helpdesk.holidays_added'))
    const again = await agree(desk, path, { place: 'DE-BY', 'years[]': '2026' })
    assert.include(again.text, 'The calendar has all these holidays already.')
    // A form from before would take them away again.
    const late = await desk.submit(edit.form(`${CALENDARS}/${calendar.id}`), { name: 'Late' })
    assert.equal(late.status, 409)
    assert.deepEqual(await daysOf(calendar), days)
  })

  test('an unknown place, and no year, are refused', async ({ assert }) => {
    const calendar = await aCalendar()
    const desk = await atDesk('manager')
    const path = `${CALENDARS}/${calendar.id}/add-holidays`
    const asked = (await desk.get(path)).form(path)
    const answers: Record<string, string>[] = [{ place: 'XX', 'years[]': '2026' }, { place: 'IT' }]
    for (const answer of answers) {
      assert.equal((await desk.submit(asked, answer)).status, 422)
    }
    assert.deepEqual(await daysOf(calendar), [])
  })

  test('a change has open targets computed anew, once', async ({ assert }) => {
    const calendar = await aCalendar()
    const desk = await atDesk('manager')
    const edit = `${CALENDARS}/${calendar.id}/edit`
    for (const name of ['One', 'Two']) assert.equal((await save(desk, edit, { name })).status, 303)
    const jobs = await Job.query().where('kind', 'helpdesk.recompute_targets')
    assert.deepEqual(
      jobs.map(({ payload }) => payload),
      [{ calendarId: calendar.id }]
    )
  })

  test('a calendar stays while a service level uses it', async ({ assert }) => {
    const { calendarId } = await aLevel()
    const desk = await atDesk('manager')
    const kept = await agree(desk, `${CALENDARS}/${calendarId}/remove`)
    assert.include(kept.text, 'still in use')
    const free = await aCalendar()
    await agree(desk, `${CALENDARS}/${free.id}/remove`)
    assert.isNull(await Calendar.find(free.id))
    assert.isNotNull(await Calendar.find(calendarId))
  })

  test('who does not set up the helpdesk sees no calendar', async ({ assert }) => {
    const { id } = await aCalendar()
    const desk = await atDesk('desk')
    for (const path of [CALENDARS, `${CALENDARS}/${id}`, CREATE, '/admin/helpdesk/intake']) {
      assert.equal((await desk.get(path)).status, 403, path)
    }
  })
})
