import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { resource, withinLocations } from '#core/admin'
import { Job } from '#core/jobs'
import { OutboxMail } from '#core/messaging'
import { clock, forgetCaches, transaction } from '#core/platform'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { forgetCounts, navigationCounts } from '#app/admin/queries/navigation_counts'
import { viewerFor } from '#app/admin/viewer'
import { Resource } from '#app/scheduling/models/resource'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { withModule } from '#tests/jobs/kit'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { statementsOf } from '#tests/kit/statements'
import { queueVisit } from '#tests/messaging/mails'
import { aLocation, aResource } from '#tests/scheduling/planner'

const COUNTING = /\bcount\(.*\) as .?n_/

test.group('Counts in the navigation', (group) => {
  group.each.setup(() => freshDatabase())
  const start = frozenAt(group, '2027-01-18T09:00:00Z')

  async function failed() {
    await queueVisit()
    await queueVisit({ to: 'bodo@example.org' })
    await OutboxMail.query().update({ state: 'failed' })
    await Job.query().where('id', '>', 0).limit(1).update({ state: 'failed' })
    forgetCaches()
  }

  /** What the entries say besides their names. */
  const said = ({ text }: Answer) =>
    [...text.matchAll(/desk-nav__count[^>]*>(\d+)<\/span>\s*<span[^>]*>([^<]+)</g)].map(
      ([, number, words]) => `${number}: ${words}`
    )

  test('say in words what has failed, to who may see it, and nothing where all is well', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    assert.deepEqual(said(await owner.get('/admin/keys')), [])
    await failed()
    assert.sameMembers(said(await owner.get('/admin/keys')), [
      '2: 2 mails could not be delivered',
      '2: 2 jobs have failed',
    ])
    assert.deepEqual(said(await (await atDesk('desk')).get('/admin/keys')), [
      '2: 2 mails could not be delivered',
    ])
  })

  test('are one statement for all of them, and for five seconds none', async ({ assert }) => {
    await failed()
    const owner = await atDesk('owner')
    const counting = async () => {
      const sent = await statementsOf(() => owner.get('/admin/keys'))
      return sent.filter((sql) => COUNTING.test(sql)).length
    }
    assert.equal(await counting(), 1)
    clock.freeze(start + 4999)
    assert.equal(await counting(), 0)
    clock.freeze(start + 5000)
    assert.equal(await counting(), 1)
  })

  test('leave "Today" at eight statements, which says the same of them', async ({ assert }) => {
    await failed()
    const user = await someStaff({ role: 'owner' })
    const owner = await signedIn(user)
    assert.include((await owner.get('/admin')).text, 'href="/admin/jobs/jobs?state=failed"')
    forgetCounts(user.id)
    const sent = await statementsOf(() => owner.get('/admin'))
    assert.lengthOf(
      sent.filter((sql) => COUNTING.test(sql)),
      1
    )
    assert.isAtMost(sent.length, 8)
  })

  test('keep to the places of each person', async ({ assert, cleanup }) => {
    const counted = resource({
      id: 'testing_counts.resources',
      model: Resource,
      permission: { view: 'scheduling.view', manage: null },
      scope: withinLocations(),
      count: { words: 'jobs.admin.jobs.failed', keep: (query) => void query.where('units', 1) },
    })
    cleanup(withModule('testing_counts', { admin: { resources: [counted] } }))
    const [here, there] = [await aLocation(), await aLocation()]
    await aResource(here, { units: 1 })
    await aResource(here, { units: 2 })
    await aResource(there, { units: 1 })
    const all = await someStaff({ role: 'manager' })
    const limited = await someStaff({ role: 'manager' })
    await transaction((trx) => setLocationsOf(limited.id, [here.id], trx))
    const countFor = async ({ id }: User) => {
      const viewer = await viewerFor(await User.findOrFail(id))
      return (await navigationCounts(viewer)).get(counted.id)
    }
    assert.equal(await countFor(all), 2)
    assert.equal(await countFor(limited), 1)
  })
})
