import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { forgetCaches, isPluginEnabled, registry, waitingMigrations } from '#core/platform'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { withDisabledPlugin } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'

const LIST = '/admin/platform/plugins'

async function enable(id: string) {
  await db.table('platform_plugins').insert({ id, version: '1.2.3', enabled: true, changed_at: 0 })
  forgetCaches()
}

test.group('The plugins page', (group) => {
  group.each.setup(() => freshDatabase())

  test('P2 tells what a plugin brings, read from its declarations', async ({ assert }) => {
    const page = await (await atDesk('owner')).get(`${LIST}/booking`)
    assert.equal(page.status, 200)
    for (const text of [
      'Book an appointment',
      '/booking/:location',
      'booking_appointments',
      'Delete unfinished bookings and expired links',
      'Up to date',
      '^0.1.0',
    ]) {
      assert.include(page.text, text)
    }
    assert.equal(await waitingMigrations('booking'), 0)
  })

  test('on whose pages it adds something is told by their names', async ({ assert, cleanup }) => {
    const additions = [{ to: 'customers.customers', permission: 'customers.view' }]
    cleanup(withDisabledPlugin('sample', { admin: { additions } }))
    const page = await (await atDesk('owner')).get(`${LIST}/sample`)
    assert.match(page.text, /On the pages of these records[\s\S]{0,200}Customers/)
  })

  test('what waits for a plugin is told before it is switched off', async ({ assert, cleanup }) => {
    const rests = async () => [
      { text: 'booking.rests.appointments', count: 3 },
      { text: 'booking.rests.appointments', count: 0 },
    ]
    cleanup(withDisabledPlugin('sample', { rests }))
    await enable('sample')
    const owner = await atDesk('owner')
    const list = await owner.get(LIST)
    assert.notInclude(
      list.forms().map(({ action }) => action),
      `${LIST}/sample`
    )
    const page = await owner.get(`${LIST}/sample`)
    assert.include(page.text, '3 appointments to come')
    assert.notInclude(page.text, '0 appointments')

    const form = page.form('/sample')
    const unasked = await owner.post(form.action, { _csrf: form.fields._csrf, enabled: 'no' })
    assert.equal(unasked.location, `${LIST}/sample`)
    assert.isTrue(await isPluginEnabled('sample'))
    await owner.submit(form, { enabled: 'no' })
    assert.isFalse(await isPluginEnabled('sample'))
  })

  test('a plugin that others need shows who, and no button', async ({ assert, cleanup }) => {
    cleanup(withDisabledPlugin('base', {}))
    registry.plugins.push({ id: 'tower', requires: ['base'], enhances: ['booking'] })
    cleanup(() => void registry.plugins.pop())
    await enable('base')
    const owner = await atDesk('owner')
    const tower = await owner.get(`${LIST}/tower`)
    assert.include(tower.text, 'Appointments')
    await enable('tower')
    const page = await owner.get(`${LIST}/base`)
    assert.include(page.text, 'Still needed by: tower')
    assert.lengthOf(
      page.forms().filter(({ action }) => action.includes('/base')),
      0
    )
  })

  test('P3 a plugin set aside is shown calmly, its error folded away and escaped', async ({
    assert,
    cleanup,
  }) => {
    registry.setPluginAside('broken', new Error(HOSTILE))
    cleanup(() => void registry.setAside.pop())
    const page = await (await atDesk('owner')).get(LIST)
    assert.include(page.text, 'Set aside')
    assert.match(page.text, /<details[^>]*>\s*<summary>Why/)
    assert.isTrue(isClean(page))
  })

  test('an unknown plugin is not found, neither its page nor its switch', async ({ assert }) => {
    const owner = await atDesk('owner')
    const { _csrf } = (await owner.get(LIST)).form(LIST).fields
    for (const id of ['nothing', '__proto__', 'x'.repeat(3000)]) {
      assert.equal((await owner.get(`${LIST}/${id}`)).status, 404)
      assert.equal((await owner.post(`${LIST}/${id}`, { _csrf, enabled: 'yes' })).status, 404)
    }
  })
})
