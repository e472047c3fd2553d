import { test } from '@japa/runner'
import { clock, isPluginEnabled, transaction, urlFor } from '#core/platform'
import { AuditEntry } from '#core/audit'
import { enqueue, Job } from '#core/jobs'
import { OutboxMail, queueMail, TestMail } from '#core/messaging'
import { Block, reserve } from '#core/scheduling'
import { setting } from '#core/settings'
import { keepDays } from '#app/messaging/settings'
import { atDesk, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { aPlanner, rome } from '#tests/scheduling/planner'

async function aTuesday() {
  clock.freeze(rome('2026-11-24 08:00'))
  const planner = await aPlanner({ units: 2, service: { name: { en: 'Fitting' } } })
  const { location, resource, service } = planner
  const book = (text: string) =>
    transaction((trx) =>
      reserve(trx, {
        service,
        location,
        startsAt: rome(text),
        audience: 'staff',
        owner: 'booking',
        customerId: null,
      })
    )
  await book('2026-11-24 09:30')
  await book('2026-11-24 09:30')
  await Block.create({
    locationId: location.id,
    resourceId: resource.id,
    startsAt: rome('2026-11-24 15:00'),
    endsAt: rome('2026-11-24 18:00'),
    reason: 'Repair <b>now</b>',
  })
  return planner
}

test.group('Work in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('the day shows a column for each place, what is taken, blocked and closed', async ({
    assert,
  }) => {
    const { location } = await aTuesday()
    const desk = await atDesk('desk')
    const page = await desk.get(`/admin/scheduling/day?location=${location.id}`)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Tuesday, 24 November 2026')
    assert.include(page.text, 'colspan="2"')
    assert.lengthOf(page.text.match(/AA00[12] · Fitting/g) ?? [], 2)
    assert.include(page.text, 'Blocked: Repair &lt;b&gt;now&lt;/b&gt;')
    const sunday = await desk.get('/admin/scheduling/day?date=2026-02-30')
    assert.equal(sunday.status, 200, 'a day that is none is today')
  })

  test('the day marks the present time in the zone of the place, and no other day does', async ({
    assert,
  }) => {
    const { location } = await aTuesday()
    const markAt = async (now: string, day: string) => {
      clock.freeze(rome(now))
      const desk = await atDesk('desk')
      const { text } = await desk.get(`/admin/scheduling/day?location=${location.id}&date=${day}`)
      const mark = /<span class="admin-day__mark[^>]*>[^]*?<\/time>/.exec(text)?.[0] ?? ''
      return [mark.replace(/<[^>]*>|\s/g, ''), /data-tenth="(\d)" hidden/.test(mark)]
    }
    assert.deepEqual(await markAt('2026-11-24 10:07', '2026-11-24'), ['Now:10:07', false])
    assert.deepEqual(await markAt('2026-11-24 10:07', '2026-11-25'), ['', false])
    // In UTC it is still the 24th.
    assert.deepEqual(await markAt('2026-11-25 00:30', '2026-11-24'), ['', false])
    assert.deepEqual(await markAt('2026-11-25 00:30', '2026-11-25'), ['Now:00:30', true])
  })

  test('Today lists the appointments and counts them', async ({ assert }) => {
    await aTuesday()
    const page = await (await atDesk('desk')).get('/admin')
    assert.include(page.text, '2 appointments to come')
    assert.include(page.text, 'AA001')
    assert.include(page.text, '09:30')
    assert.include(page.text, 'data-channel="scheduling.day?day=2026-11-24')
  })

  test('failed mails and jobs call for somebody, and can be sent and run again', async ({
    assert,
  }) => {
    const to = { to: 'ada@example.org', toName: 'Ada', locale: 'en' as const }
    await transaction((trx) => queueMail(trx, TestMail, { ...to, data: {} }))
    await transaction((trx) => enqueue(trx, { id: 'messaging.purge' }, {}))
    await OutboxMail.query().update({ state: 'failed' })
    await Job.query().update({ state: 'failed' })
    const desk = await atDesk('manager')
    const today = await desk.get('/admin')
    assert.include(today.text, '1 mail could not be delivered')
    assert.include(today.text, 'jobs have failed')

    const mail = await OutboxMail.firstOrFail()
    const page = await desk.get(urlFor('messaging.mails.resend.create', { id: mail.id }))
    await desk.submit(page.form('/resend'))
    assert.equal((await mail.refresh()).state, 'queued')

    const job = await Job.query().where('kind', 'messaging.purge').firstOrFail()
    const form = (await desk.get(`/admin/jobs/jobs/${job.id}`)).form('/run-again')
    await desk.submit(form)
    assert.equal((await job.refresh()).state, 'waiting')
  })

  test('a mail is shown in a frame that runs nothing', async ({ assert }) => {
    const to = { to: 'ada@example.org', toName: 'Ada', locale: 'de' as const }
    await transaction((trx) => queueMail(trx, TestMail, { ...to, data: {} }))
    const mail = await OutboxMail.firstOrFail()
    const desk = await atDesk('desk')
    const page = await desk.get(`/admin/messaging/mails/${mail.id}`)
    assert.include(page.text, `/admin/messaging/mails/${mail.id}/preview`)
    const preview = await desk.get(`/admin/messaging/mails/${mail.id}/preview`)
    assert.include(preview.headers.get('content-security-policy')!, 'sandbox')
    assert.include(preview.headers.get('content-security-policy')!, "default-src 'none'")
    assert.isTrue(isClean(preview))
  })

  test('settings are saved together or not at all', async ({ assert }) => {
    const desk = await atDesk('manager')
    const page = '/admin/settings?owner=messaging'
    const bad = await save(desk, page, { messaging_keep_days: 'forever' })
    assert.equal(bad.status, 422)
    assert.include(bad.text, 'value="forever"')
    assert.include(bad.text, 'Please enter a number.')
    assert.equal((await save(desk, page, { messaging_keep_days: '30' })).status, 303)
    assert.equal(await setting(keepDays), 30)
  })

  test('a setting that a variable sets is shown, and no field', async ({ assert, cleanup }) => {
    process.env.SETTING_MESSAGING_KEEP_DAYS = '45'
    cleanup(() => void delete process.env.SETTING_MESSAGING_KEEP_DAYS)
    const page = await (await atDesk('manager')).get('/admin/settings?owner=messaging')
    assert.match(page.text, /admin-setting__value">45</)
    assert.include(page.text, 'SETTING_MESSAGING_KEEP_DAYS')
    assert.notInclude(page.text, 'name="messaging_keep_days"')
  })

  test('a plugin is switched off and on by an owner, with a line in the trail', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    const page = await owner.get('/admin/platform/plugins')
    const off = await owner.submit(page.form('/booking'), { enabled: 'no' })
    assert.equal(off.status, 303)
    assert.include((await owner.follow(off)).text, 'Disabled: Appointments')
    assert.isFalse(await isPluginEnabled('booking'))
    assert.notInclude((await owner.get('/admin')).text, '/admin/booking')
    const entry = await AuditEntry.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(entry.action, 'platform.plugin_disabled')
  })

  test('the trail shows who did what', async ({ assert }) => {
    const owner = await atDesk('owner')
    const changed = { name: 'Before and after', phone: '+39 050 1234' }
    await save(owner, '/admin/organisation/profile', changed)
    const list = await owner.get('/admin/audit/entries?q=organisation.profile')
    assert.match(list.text, /Changed\s*<\/a>/)
    assert.notInclude(list.text, 'organisation.profile_changed')
    assert.include(list.text, 'Ada Brandt')
    const [, id] = /entries\/(\d+)"/.exec(list.text)!
    const entry = await owner.get(`/admin/audit/entries/${id}`)
    assert.include(entry.text, 'Before and after')
    assert.include(entry.text, 'organisation.profile_changed')
    const cells = [...entry.text.matchAll(/<td[^>]*>\s*<span>([^<]*)<\/span>/g)].map(
      ([, text]) => text
    )
    assert.includeMembers(cells, ['Phone', '–', '+39 050 1234'])
  })
})
