import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { Location, Organisation } from '#core/organisation'
import { Block, Requirement, Resource, Service } from '#core/scheduling'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aPlanner, aResource, rome } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'

const lastEntry = () => AuditEntry.query().orderBy('id', 'desc').firstOrFail()

test.group('Forms of the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('create a record, say so once and note it in the trail', async ({ assert }) => {
    const location = await aLocation()
    const desk = await atDesk('manager')
    const answer = await save(desk, `${RESOURCES}/create`, {
      locationId: String(location.id),
      name: 'Cabin 9',
      units: '3',
    })
    assert.equal(answer.status, 303)
    const resource = await Resource.query().where('name', 'Cabin 9').firstOrFail()
    assert.deepInclude(resource.serialize(), { units: 3, kind: 'room', active: true, version: 1 })
    assert.include((await desk.get(answer.location!)).text, 'Added.')
    assert.notInclude((await desk.get(answer.location!)).text, 'Added.')
    const entry = await lastEntry()
    assert.deepInclude(entry.serialize(), {
      action: 'scheduling.resource_created',
      object: 'scheduling.resource',
      objectId: String(resource.id),
      actorKind: 'staff',
    })
    assert.deepEqual(entry.changes.units, [null, 3])
  })

  test('change what they own and nothing else, whatever is sent', async ({ assert }) => {
    const location = await aLocation()
    const other = await aLocation()
    const resource = await aResource(location, { name: 'Cabin 1' })
    const before = (await Resource.findOrFail(resource.id)).$attributes
    const desk = await atDesk('manager')
    const foreign = { id: '999', publicId: 'x', public_id: 'x', createdAt: '1', created_at: '1' }
    const kept = { locationId: String(other.id), location_id: String(other.id), updatedAt: '1' }
    const answer = await save(desk, `${RESOURCES}/${resource.id}/edit`, {
      ...foreign,
      ...kept,
      name: 'Cabin 2',
    })
    assert.equal(answer.status, 303)
    const after = (await Resource.findOrFail(resource.id)).$attributes
    const { updatedAt, ...rest } = after
    assert.notEqual(updatedAt, 1)
    assert.deepEqual(rest, { ...rest, ...omit(before), name: 'Cabin 2', version: 2 })
  })

  test('keep everything typed and say what is wrong, in the field and on top', async ({
    assert,
  }) => {
    await aLocation()
    const desk = await atDesk('manager')
    const answer = await save(desk, `${RESOURCES}/create`, {
      name: '',
      units: 'many',
      position: '7',
    })
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'Please fill in “Name”.')
    assert.include(answer.text, 'Please enter a number for “Units”.')
    assert.include(answer.text, 'href="#units"')
    assert.include(answer.text, 'value="many"')
    assert.equal(answer.form('/resources').fields.position, '7')
  })

  test('hand back hostile text escaped, and store it as it was', async ({ assert }) => {
    const location = await aLocation()
    const desk = await atDesk('manager')
    const refused = await save(desk, `${RESOURCES}/create`, { name: HOSTILE, units: HOSTILE })
    assert.equal(refused.status, 422)
    assert.isTrue(isClean(refused))
    const locationId = String(location.id)
    const stored = await save(desk, `${RESOURCES}/create`, { locationId, name: HOSTILE })
    const page = await desk.get(stored.location!)
    assert.isTrue(isClean(page))
    assert.equal((await Resource.query().firstOrFail()).name, HOSTILE)
    assert.isTrue(isClean(await desk.get(`${stored.location!}/edit`)))
  })

  test('write a service with its texts, locations and required resources', async ({ assert }) => {
    const { location, resource } = await aPlanner()
    const second = await aResource(location)
    const desk = await atDesk('manager')
    const answer = await save(desk, '/admin/scheduling/services/create', {
      'name[it]': 'Visita',
      'name[en]': 'Visit',
      'locationIds[]': [String(location.id)],
      'requirements[0][need]': '2',
      'requirements[0][resourceIds][]': [String(resource.id), String(second.id)],
      slug: 'visit',
      letter: 'B',
    })
    assert.equal(answer.status, 303)
    const service = await Service.query().where('slug', 'visit').preload('locations').firstOrFail()
    assert.deepEqual(service.name, { en: 'Visit', it: 'Visita' })
    assert.deepEqual(
      service.locations.map(({ id }) => id),
      [location.id]
    )
    const [need] = await Requirement.query().where('serviceId', service.id).preload('resources')
    assert.deepEqual([need.need, need.resources.length], [2, 2])
    const shown = await desk.get(`/admin/scheduling/services/${service.id}`)
    assert.include(shown.text, `2 of: ${resource.name}, ${second.name}`)
    assert.match(shown.text, /admin-record__text">Visit<[^]*Other languages \(1\)[^]*>Visita</)

    const edit = (await desk.get(`/admin/scheduling/services/${service.id}/edit`)).form('/services')
    const empty = { 'requirements[1][need]': '1', 'requirements[2][need]': '1' }
    await desk.submit(edit, { ...edit.fields, ...empty, horizonDays: '90' })
    const [changed] = await AuditEntry.query().orderBy('id', 'desc').limit(1)
    assert.deepEqual(changed.fields, ['horizon_days'])

    const taken = await save(desk, '/admin/scheduling/services/create', {
      'name[it]': 'Altra',
      'locationIds[]': [String(location.id)],
      slug: 'visit',
    })
    assert.include(taken.text, 'This is already in use. Please choose another.')
  })

  test('name all that is missing at once, from the top down', async ({ assert }) => {
    const desk = await atDesk('manager')
    const { text } = await save(desk, '/admin/scheduling/services/create', {})
    const fields = [...text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id)
    assert.deepEqual(fields, ['name-es', 'locationIds', 'slug'])
    const marked = text.match(/id="name-\w\w"[^>]*aria-invalid/g)
    assert.lengthOf(marked ?? [], 1, 'one language is enough')
  })

  test('read the times of a block off the clock of its location', async ({ assert }) => {
    const { location } = await aPlanner()
    const desk = await atDesk('manager')
    const answer = await save(desk, '/admin/scheduling/blocks/create', {
      locationId: String(location.id),
      'startsAt[local]': '2026-11-24T09:30',
      'endsAt[local]': '2026-11-24T11:00',
    })
    assert.equal(answer.status, 303)
    const block = await Block.firstOrFail()
    assert.equal(block.startsAt, rome('2026-11-24 09:30'))
    const page = await desk.get(`/admin/scheduling/blocks/${block.id}/edit`)
    assert.equal(page.form('/blocks').fields['endsAt[local]'], '2026-11-24T11:00')
    const gap = { 'startsAt[local]': '2027-03-28T02:30', 'endsAt[local]': '2027-03-28T05:00' }
    const skipped = await save(desk, '/admin/scheduling/blocks/create', {
      locationId: String(location.id),
      ...gap,
    })
    assert.include(skipped.text, '02:30 does not exist')
    const backwards = await save(desk, '/admin/scheduling/blocks/create', {
      locationId: String(location.id),
      'startsAt[local]': '2026-11-24T11:00',
      'endsAt[local]': '2026-11-24T09:30',
    })
    assert.include(backwards.text, 'The end must be after the start')
    assert.equal((await Block.query()).length, 1)
  })

  test('name the zones in which a block may be, each with its locations', async ({ assert }) => {
    await aLocation({ slug: 'pisa', name: 'Pisa' })
    await aLocation({ slug: 'lucca', name: 'Lucca' })
    const desk = await atDesk('manager')
    const zone = async () =>
      /Local time of ([^<]+)\./.exec((await desk.get('/admin/scheduling/blocks/create')).text)?.[1]
    assert.equal(await zone(), 'Europe/Rome')
    await aLocation({ slug: 'funchal', name: 'Funchal', zone: 'Atlantic/Madeira' })
    assert.equal(await zone(), 'Europe/Rome (Pisa, Lucca) · Atlantic/Madeira (Funchal)')
  })

  test('edit the one organisation in place', async ({ assert }) => {
    const desk = await atDesk('owner')
    const answer = await save(desk, '/admin/organisation/profile', {
      name: 'Sportello Civico',
      accent: '#AA3300',
      'legalNotice[it]': 'Note',
      allowedEmbedHosts: 'www.example.org\nother.example.org:8080',
    })
    assert.equal(answer.location, '/admin/organisation/profile')
    const saved = await Organisation.findOrFail(1)
    assert.deepInclude(saved.serialize(), {
      name: 'Sportello Civico',
      accent: '#aa3300',
      legalNotice: { it: 'Note' },
      allowedEmbedHosts: ['www.example.org', 'other.example.org:8080'],
    })
    const bad = await save(desk, '/admin/organisation/profile', {
      allowedEmbedHosts: `evil.example; script-src *`,
      'locales[]': ['it'],
      defaultLocale: 'de',
    })
    assert.equal(bad.status, 422)
  })

  test('search a relation without JavaScript, keeping what was typed', async ({ assert }) => {
    await Location.createMany(
      Array.from({ length: 205 }, (_, index) => ({
        slug: `p-${index}`,
        name: `Place ${String(index).padStart(3, '0')}`,
        zone: 'Europe/Rome',
      }))
    )
    const desk = await atDesk('manager')
    const form = (await desk.get(`${RESOURCES}/create`)).form('/resources')
    const answer = await desk.submit(form, {
      name: 'Cabin X',
      _lookup: 'locationId',
      _search_locationId: '204',
    })
    assert.equal(answer.status, 200)
    assert.include(answer.text, 'Place 204')
    assert.notInclude(answer.text, 'Place 100')
    assert.equal(answer.form('/resources').fields.name, 'Cabin X')
    assert.lengthOf(await Resource.all(), 0)
    const found = await desk.get(`${RESOURCES}/lookup/locationId?q=place+203`)
    assert.deepEqual(
      (JSON.parse(found.text) as { label: string }[]).map(({ label }) => label),
      ['Place 203']
    )
  })
})

/** What a save writes itself. */
const omit = ({ updatedAt: _, version: __, name: ___, ...rest }: Record<string, unknown>) => rest
