import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { transaction } from '#core/platform'
import { OpeningException, OpeningRule } from '#core/scheduling'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { channels } from '#app/scheduling/channels'
import { someCustomer, someStaff } from '#tests/accounts/people'
import { atDesk, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { hub } from '#app/live/live'
import { aLocation, isOpen } from '#tests/scheduling/planner'

const RULES = '/admin/scheduling/opening-rules'
const EXCEPTIONS = '/admin/scheduling/opening-exceptions'

/** Names of the channels that `work` publishes. */
async function published(work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = []
  const changed = hub.changed
  hub.changed = (name) => void names.push(name)
  try {
    await work()
  } finally {
    hub.changed = changed
  }
  return names
}

test.group('Open day views', (group) => {
  group.each.setup(() => freshDatabase())

  test('are followed by staff of their location only', async ({ assert }) => {
    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const limited = await someStaff({ role: 'desk' })
    await transaction((trx) => setLocationsOf(limited.id, [here.id], trx))
    await limited.refresh()
    const people = [
      limited,
      await (await someStaff({ role: 'owner' })).refresh(),
      await someCustomer(),
      null,
    ]
    for (const { id, authorise } of channels) {
      const may = (location: string) =>
        Promise.all(
          people.map(async (user) => authorise(user, { location, day: '2026-11-24' }, null))
        )
      assert.deepEqual(await may(String(here.id)), [true, true, false, false], id)
      assert.deepEqual(await may(String(there.id)), [false, true, false, false], id)
      assert.isFalse(await authorise(limited, {}, null), id)
    }
  })

  test('learn of opening hours that are added, moved and removed', async ({ assert }) => {
    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const rule = await isOpen(here)
    const desk = await atDesk('manager')
    const [ofHere, ofThere] = [here, there].map(({ id }) => `scheduling.hours?location=${id}`)

    const moved = await published(() =>
      save(desk, `${RULES}/${rule.id}/edit`, { locationId: String(there.id) })
    )
    assert.sameMembers(moved, [ofHere, ofThere])
    assert.equal((await OpeningRule.findOrFail(rule.id)).locationId, there.id)

    const closed = await published(() =>
      save(desk, `${EXCEPTIONS}/create`, {
        locationId: String(here.id),
        fromDay: '2026-12-24',
        toDay: '2026-12-26',
      })
    )
    assert.deepEqual(closed, [ofHere])

    const { id } = await OpeningException.firstOrFail()
    const page = await desk.get(`${EXCEPTIONS}/${id}/remove`)
    assert.deepEqual(await published(() => desk.submit(page.form('/remove'))), [ofHere])
    assert.equal((await db.from('scheduling_opening_exceptions')).length, 0)
  })
})
