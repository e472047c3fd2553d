import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { aPlanner } from '#tests/scheduling/planner'

test.group('The first steps on Today', (group) => {
  group.each.setup(() => freshDatabase())

  test('an empty installation says what it lacks, with the way there', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    const page = await desk.get('/admin')
    assert.include(page.text, 'First steps')
    for (const path of [
      '/admin/platform/plugins',
      '/admin/settings?owner=messaging',
      '/admin/scheduling/resources/create',
      '/admin/scheduling/opening-rules/create',
      '/admin/scheduling/services/create',
    ]) {
      assert.include(page.text, `href="${path}"`)
      assert.equal((await desk.get(path)).status, 200, path)
    }
  })

  test('it is gone once something can be booked, and not for the desk', async ({ assert }) => {
    const clerk = await signedIn(await someStaff({ role: 'desk' }))
    assert.notInclude((await clerk.get('/admin')).text, 'First steps')
    await aPlanner()
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    assert.notInclude((await desk.get('/admin')).text, 'First steps')
    await db.from('scheduling_opening_rules').delete()
    const page = await desk.get('/admin')
    assert.include(page.text, 'First steps')
    assert.match(page.text, /[2-4] of 5 done/)
  })
})
