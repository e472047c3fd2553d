import { test } from '@japa/runner'
import type { Location } from '#core/organisation'
import { forgetCaches, transaction } from '#core/platform'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, aResource } from '#tests/scheduling/planner'

const CHOICE = '/admin/location'
const RESOURCES = '/admin/scheduling/resources'

test.group('One location for the whole panel', (group) => {
  let north: Location
  let south: Location

  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    north = await aLocation({ name: 'North hall' })
    south = await aLocation({ name: 'South hall' })
    await aResource(north, { name: 'Cabin north' })
    await aResource(south, { name: 'Cabin south' })
  })

  async function choose(desk: HttpClient, location: number | '', page = RESOURCES) {
    const { fields } = (await desk.get(page)).form(CHOICE)
    return desk.post(CHOICE, { ...fields, location: String(location) })
  }

  async function seen(desk: HttpClient, page = RESOURCES) {
    const { text } = await desk.get(page)
    return ['Cabin north', 'Cabin south'].filter((name) => text.includes(name))
  }

  test('lists, search and "Today" follow it, until all are shown again', async ({ assert }) => {
    const desk = await atDesk('manager')
    assert.lengthOf(await seen(desk), 2)
    const answer = await choose(desk, south.id, `${RESOURCES}?q=cab`)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, RESOURCES)
    assert.deepEqual(await seen(desk), ['Cabin south'])
    assert.deepEqual(await seen(desk, `${RESOURCES}/export?format=csv`), ['Cabin south'])
    const search = await desk.get('/admin/search?q=cabin', { accept: 'application/json' })
    assert.notInclude(search.text, 'north')
    const today = (await desk.get('/admin')).text.split('<main')[1]
    assert.include(today, 'South hall')
    assert.notInclude(today, 'North hall')

    await choose(desk, '')
    assert.lengthOf(await seen(desk), 2)
  })

  test('every page says which one it is', async ({ assert }) => {
    const desk = await atDesk('manager')
    const summary = async () =>
      /map-pin[\s\S]*?tool__label">([^<]+)</.exec((await desk.get('/admin/keys')).text)?.[1]
    assert.equal(await summary(), 'All locations')
    await choose(desk, north.id)
    assert.equal(await summary(), 'North hall')
  })

  test('is that of the session alone', async ({ assert }) => {
    const user = await someStaff({ role: 'manager' })
    const here = await signedIn(user)
    const elsewhere = await signedIn(user)
    await choose(here, north.id)
    assert.deepEqual(await seen(here), ['Cabin north'])
    assert.lengthOf(await seen(elsewhere), 2)
  })

  test('never widens what a person sees', async ({ assert }) => {
    const west = await aLocation({ name: 'West hall' })
    const user = await someStaff({ role: 'manager' })
    await transaction((trx) => setLocationsOf(user.id, [north.id, west.id], trx))
    const desk = await signedIn(user)
    assert.notInclude((await desk.get('/admin/keys')).text, 'South hall')
    for (const location of [south.id, 9999, -1, 2 ** 31]) {
      assert.equal((await choose(desk, location)).status, 404)
    }
    assert.deepEqual(await seen(desk), ['Cabin north'])

    await choose(desk, north.id)
    await transaction((trx) => setLocationsOf(user.id, [south.id, west.id], trx))
    assert.deepEqual(await seen(desk), ['Cabin south'])
  })

  test('is over once the location is closed', async ({ assert }) => {
    const desk = await atDesk('manager')
    await choose(desk, north.id)
    await north.merge({ active: false }).save()
    forgetCaches()
    const page = await desk.get(RESOURCES)
    assert.notInclude(page.text, `action="${CHOICE}"`)
    assert.lengthOf(await seen(desk), 2)
  })

  test('is not asked of who works for one, and leads to no other site', async ({ assert }) => {
    const limited = await atDesk('desk', [north])
    assert.notInclude((await limited.get(RESOURCES)).text, `action="${CHOICE}"`)
    const desk = await atDesk('desk')
    const { fields } = (await desk.get(RESOURCES)).form(CHOICE)
    const sent = { ...fields, location: String(north.id), back: '//evil.example' }
    assert.equal((await desk.post(CHOICE, sent)).location, '/admin')
  })
})
