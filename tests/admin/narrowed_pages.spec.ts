import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { LOCALES, type Location } from '#core/organisation'
import { transaction } from '#core/platform'
import { Requirement, type Service } from '#core/scheduling'
import { locationsOf, setLocationsOf } from '#app/accounts/admin/user_locations'
import { someStaff } from '#tests/accounts/people'
import { atDesk, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aLocation, aResource, aService } from '#tests/scheduling/planner'

const CHOICE = '/admin/location'
const RESOURCES = '/admin/scheduling/resources'
const SETTINGS = '/admin/settings?owner=organisation'
const RIGHTS = 'changed by people who work for all places'
const ONLY = 'You are only seeing one location now: North hall.'

test.group('While the panel is narrowed to one location', (group) => {
  let north: Location
  let south: Location
  let service: Service

  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    north = await aLocation({ name: 'North hall' })
    south = await aLocation({ name: 'South hall' })
    service = await aService(north, [{ of: [await aResource(north, { name: 'Cabin north' })] }])
  })

  async function narrowed(desk: HttpClient) {
    const { fields } = (await desk.get(RESOURCES)).form(CHOICE)
    await desk.post(CHOICE, { ...fields, location: String(north.id) })
    return desk
  }

  const narrowedAs = async (role: string, locations: Location[] = []) =>
    narrowed(await atDesk(role, locations))

  /** The button beside the sentence, whose form stands in the frame. */
  async function showAll(desk: HttpClient, page: Answer) {
    const [, id] = /<button[^>]*form="([^"]+)"\s*>[\s\S]*?Show all locations/.exec(page.text) ?? []
    const [, form] = new RegExp(`(<form id="${id}"[\\s\\S]*?</form>)`).exec(page.text) ?? []
    const fields = [...form!.matchAll(/name="([^"]+)" value="([^"]*)"/g)]
    return desk.post(CHOICE, Object.fromEntries(fields.map(([, name, value]) => [name, value])))
  }

  test('settings of the whole organisation say what to do, and the way leads back to them', async ({
    assert,
  }) => {
    const owner = await narrowedAs('owner')
    const page = await owner.get(SETTINGS)
    assert.include(page.text, ONLY)
    assert.include(page.text, 'it is changed while all locations are shown')
    assert.notInclude(page.text, RIGHTS)
    const back = await showAll(owner, page)
    assert.deepEqual([back.status, back.location], [303, SETTINGS])
    const open = await owner.follow(back)
    assert.notInclude(open.text, ONLY)
    assert.isNotEmpty(open.form('/admin/settings/organisation').fields)
  })

  test('a form of settings that was opened before is saved, or comes back with its errors', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    const page = '/admin/settings?owner=messaging'
    const form = (await owner.get(page)).form('/admin/settings/messaging')
    await narrowed(owner)
    const name = 'messaging_reply_to'
    assert.property(form.fields, name)
    const wrong = await owner.submit(form, { [name]: 'nobody' })
    assert.equal(wrong.status, 422)
    const again = wrong.form('/admin/settings/messaging')
    assert.equal(again.fields[name], 'nobody')
    assert.equal((await owner.submit(again, { [name]: 'a@example.org' })).status, 303)
    assert.include((await owner.get(page)).text, 'a@example.org')
  })

  test('who works for some locations only reads of their rights', async ({ assert }) => {
    const west = await aLocation({ name: 'West hall' })
    const manager = await narrowedAs('manager', [north, west])
    const { text } = await manager.get(`/admin/scheduling/services/${service.id}/edit`)
    assert.include(text, 'Resources are chosen by somebody who sees all locations.')
    const settings = await (await narrowedAs('owner', [north, west])).get(SETTINGS)
    assert.include(settings.text, RIGHTS)
  })

  test('a service says how to choose its places and resources, which stay', async ({ assert }) => {
    const owner = await narrowedAs('owner')
    const edit = `/admin/scheduling/services/${service.id}/edit`
    const page = await owner.get(edit)
    assert.lengthOf(page.text.split(ONLY), 3)
    assert.notInclude(page.text, 'Resources are chosen by somebody')
    assert.equal((await save(owner, edit, { capacity: '2' })).status, 303)
    assert.lengthOf(await Requirement.all(), 1)
    assert.equal((await showAll(owner, page)).location, edit)
    assert.notInclude((await owner.get(edit)).text, ONLY)
  })

  test('a person of more locations is changed once all are shown', async ({ assert }) => {
    const other = await someStaff({ role: 'desk' })
    await transaction((trx) => setLocationsOf(other.id, [north.id, south.id], trx))
    const owner = await narrowedAs('owner')
    const edit = `/admin/accounts/staff/${other.id}/edit`
    const refused = await save(owner, edit, { lastName: 'Nova' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Show them all to change this person.')
    await showAll(owner, await owner.get(edit))
    assert.equal((await save(owner, edit, { lastName: 'Nova' })).status, 303)
    assert.equal((await User.findOrFail(other.id)).lastName, 'Nova')
    const places = await transaction((trx) => locationsOf(trx, other.id))
    assert.sameMembers(places, [north.id, south.id])
  })

  test('an address of another location says so, and shows it with one press', async ({
    assert,
  }) => {
    const { id } = await aResource(south, { name: 'Cabin south' })
    const owner = await narrowedAs('owner')
    const pages = [
      `${RESOURCES}/${id}`,
      `${RESOURCES}/${id}/edit`,
      `/admin/scheduling/day?location=${south.id}`,
      `${SETTINGS}&location=${south.id}`,
    ]
    for (const page of pages) {
      const away = await owner.get(page)
      assert.equal(away.status, 404, page)
      assert.include(away.text, `${ONLY} What you are looking for may belong to another location.`)
      assert.notInclude(away.text, 'Cabin south')
      const json = await owner.get(page, { accept: 'application/json' })
      assert.deepEqual([json.status, json.text], [404, '{"error":404}'])
      const shown = await owner.follow(await showAll(owner, away))
      assert.equal(shown.status, 200, page)
      await narrowed(owner)
    }
    const limited = await atDesk('manager', [north])
    assert.notInclude((await limited.get(pages[0])).text, 'Show all locations')
  })

  test('an empty list says that other locations may have some', async ({ assert }) => {
    const owner = await narrowedAs('owner')
    const more = `${ONLY} There may be some at other locations.`
    for (const list of ['/admin/scheduling/blocks', `${RESOURCES}?q=nothing`]) {
      const page = await owner.get(list)
      assert.include(page.text, more, list)
      assert.equal((await showAll(owner, page)).location, list)
      await narrowed(owner)
    }
    for (const list of [RESOURCES, '/admin/messaging/mails']) {
      assert.notInclude((await owner.get(list)).text, more, list)
    }
  })

  test('every language has the sentences', async ({ assert }) => {
    const owner = await narrowedAs('owner')
    const seen = new Set<string>()
    for (const locale of LOCALES) {
      const { text } = await owner.get(`${SETTINGS}&lang=${locale}`)
      seen.add(/class="admin-narrowed">\s*<p>([^<]*North hall[^<]*)</.exec(text)?.[1] ?? '')
    }
    assert.lengthOf([...seen].filter(Boolean), 8)
  })
})
