import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { clock, forgetCaches, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { Purge } from '#app/feedback/jobs/purge'
import { Report } from '#app/feedback/models/report'
import { keepDays } from '#app/feedback/settings'
import { atDesk, HOSTILE, isClean, statements } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const LIST = '/admin/feedback/reports'
const DAY = 86_400_000

const aReport = (values: Partial<Report> = {}) =>
  Report.create({ problem: 'No focus on the times.', page: '/booking', locale: 'de', ...values })

test.group('V5 Reports of barriers in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('staff read them, answer, and say so; the trail tells who', async ({ assert }) => {
    const { id } = await aReport({ name: 'Ada', email: 'ada@example.org' })
    const client = await atDesk('manager')
    const list = await client.get(LIST)
    assert.include(list.text, 'No focus on the times.')
    assert.include(list.text, '1 report to be answered')
    const page = await client.get(`${LIST}/${id}`)
    for (const words of ['/booking', 'Ada', 'ada@example.org', 'Deutsch', 'To be answered'])
      assert.include(page.text, words)
    const answered = await client.follow(await client.submit(page.form(`${LIST}/${id}/answer`)))
    assert.include(answered.text, 'The report is marked as answered.')
    const report = await Report.findOrFail(id)
    assert.deepEqual([report.state, report.version], ['answered', 2])
    assert.isNotNull(report.answeredAt)
    const entry = await AuditEntry.query().where('action', 'feedback.answered').firstOrFail()
    assert.equal(entry.objectId, String(id))
    assert.notInclude((await client.get(LIST)).text, 'to be answered</')

    const reopen = (await client.get(`${LIST}/${id}`)).form(`${LIST}/${id}/reopen`)
    await client.submit(reopen)
    await client.submit(reopen, { form_key: undefined })
    const again = await Report.findOrFail(id)
    assert.deepEqual([again.state, again.answeredAt, again.version], ['open', null, 3])
  })

  test('who lacks the right reads none and answers none', async ({ assert }) => {
    const { id } = await aReport()
    const client = await atDesk('desk')
    for (const path of [LIST, `${LIST}/${id}`])
      assert.equal((await client.get(path)).status, 403, path)
    assert.equal((await Report.findOrFail(id)).state, 'open')
  })

  test('hostile words are only words', async ({ assert }) => {
    const hostile = { problem: HOSTILE, page: HOSTILE, name: HOSTILE, email: HOSTILE }
    const { id } = await aReport(hostile)
    const client = await atDesk('owner')
    for (const path of [LIST, `${LIST}/${id}`, `${LIST}?q=script`])
      assert.isTrue(isClean(await client.get(path)), path)
  })

  test('the list takes no more statements with more reports', async ({ assert, cleanup }) => {
    standStill(cleanup)
    const client = await atDesk('owner')
    await client.get(LIST)
    const few = await statements(() => client.get(LIST))
    for (let i = 0; i < 30; i++) await aReport()
    assert.isAtMost(few, 8)
    assert.isAtMost(await statements(() => client.get(LIST)), 8)
  })

  test('they are deleted after the days that the operator set', async ({ assert }) => {
    const now = clock.now()
    const old = await aReport({ createdAt: now - 366 * DAY, state: 'answered' })
    const young = await aReport({ createdAt: now - 100 * DAY })
    const ids = async () => (await Report.query().orderBy('id')).map(({ id }) => id)
    await Purge.handle({}, { attempt: 1 })
    assert.deepEqual(await ids(), [young.id])
    assert.notEqual(old.id, young.id)
    await transaction((trx) => saveSetting(trx, keepDays, 90, SYSTEM))
    forgetCaches()
    await Purge.handle({}, { attempt: 1 })
    assert.isEmpty(await ids())
  })
})
