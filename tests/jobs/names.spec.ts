import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { Job } from '#core/jobs'
import { LOCALES } from '#core/organisation'
import { allContributions, clock, disablePlugin, enablePlugin, randomId } from '#core/platform'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { withModule } from '#tests/jobs/kit'

const JOBS = '/admin/jobs/jobs'

const aJob = (kind: string) =>
  Job.create({
    ...{ publicId: randomId(), kind, owner: kind.split('.')[0], payload: {}, state: 'done' },
    ...{ attempts: 1, version: 1, runAt: clock.now(), createdAt: clock.now() },
  })

/** The kind of work in each row of the list. */
const listed = (text: string) =>
  [...text.matchAll(/href="\/admin\/jobs\/jobs\/\d+"[^>]*>([^<]*)</g)].map(([, name]) =>
    name.trim()
  )

test.group('Names of jobs', (group) => {
  group.each.setup(() => freshDatabase())

  test('every job and schedule has one in eight languages', ({ assert }) => {
    const declared = (['jobs', 'schedules'] as const).flatMap((key) =>
      allContributions(key).flatMap(({ value }) => (value as { id: string }[]).map(({ id }) => id))
    )
    assert.isAtLeast(declared.length, 30)
    const unnamed = LOCALES.flatMap((locale) =>
      declared
        .map((id) => id.replace('.', '.jobs.'))
        .filter((key) => !i18nManager.locale(locale).hasMessage(key))
        .map((key) => `${locale} lacks ${key}`)
    )
    assert.deepEqual(unnamed, [])
  })

  test('stand in the list, its filter and the choice of a schedule', async ({ assert }) => {
    await aJob('messaging.deliver')
    await aJob('booking.purge_drafts')
    const manager = await atDesk('manager')
    const page = await manager.get(JOBS)
    const [sent, purged] = ['Send an e-mail', 'Delete unfinished bookings and expired links']
    assert.sameMembers(listed(page.text), [sent, purged])
    assert.match(page.text, /value="messaging\.deliver"[\s\S]{0,160}Send an e-mail/)
    const found = await manager.get(`${JOBS}?kind=messaging.deliver`)
    assert.deepEqual(listed(found.text), [sent])
    const form = await manager.get(`${JOBS}/actions/run-schedule`)
    assert.match(form.text, /value="audit\.verify"[^>]*>\s*Check that nobody changed the log/)
  })

  test('on its page what the logs call it stands below', async ({ assert }) => {
    const { id } = await aJob('messaging.deliver')
    const page = await (await atDesk('manager')).get(`${JOBS}/${id}`)
    assert.match(
      page.text,
      /Send an e-mail[^<]*(<\/\w+>\s*)*<span class="table__note">messaging\.deliver</
    )
  })

  test('schedules of a plugin that rests are not offered', async ({ assert, cleanup }) => {
    const manager = await atDesk('manager')
    const form = async () => (await manager.get(`${JOBS}/actions/run-schedule`)).text
    assert.include(await form(), 'value="booking.purge_drafts"')
    cleanup(async () => void (await enablePlugin('booking')))
    await disablePlugin('booking')
    assert.notInclude(await form(), 'booking.purge_drafts')
    assert.include(await form(), 'value="audit.verify"')
  })

  test('a job without one keeps its own', async ({ assert, cleanup }) => {
    cleanup(withModule('nameless', { jobs: [{ id: 'nameless.work', handle: async () => {} }] }))
    const { id } = await aJob('nameless.work')
    const manager = await atDesk('manager')
    assert.deepEqual(listed((await manager.get(JOBS)).text), ['nameless.work'])
    const page = await manager.get(`${JOBS}/${id}`)
    assert.notInclude(page.text, 'table__note')
  })
})
