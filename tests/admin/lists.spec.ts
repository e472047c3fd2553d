import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { randomId } from '#core/platform'
import { Resource } from '#core/scheduling'
import { atDesk, HOSTILE, isClean, statements } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'

async function manyResources(count: number) {
  const location = await aLocation()
  const rows = Array.from({ length: count }, (_, index) => ({
    locationId: location.id,
    kind: 'room' as const,
    name: `Room ${String(index).padStart(3, '0')}`,
    position: index,
  }))
  await Resource.createMany(rows)
  return location
}

const namesIn = (text: string) => [...text.matchAll(/>(Room \d{3})</g)].map(([, name]) => name)

test.group('Lists of the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('show 50 rows a page and lead to the next', async ({ assert }) => {
    await manyResources(60)
    const desk = await atDesk('desk')
    const first = await desk.get(RESOURCES)
    assert.deepEqual([namesIn(first.text).length, namesIn(first.text)[0]], [50, 'Room 000'])
    assert.include(first.text, '60 entries')
    const second = await desk.get(`${RESOURCES}?page=2`)
    assert.lengthOf(namesIn(second.text), 10)
  })

  test('sort, search and filter by their address', async ({ assert }) => {
    await manyResources(12)
    const location = await aLocation({ name: 'Lucca' })
    await aResource(location, { name: 'Room 900', kind: 'counter', active: false })
    const desk = await atDesk('desk')
    const names = async (query: string) => namesIn((await desk.get(`${RESOURCES}?${query}`)).text)
    assert.equal((await names('sort=-name'))[0], 'Room 900')
    assert.deepEqual(await names('q=room+11'), ['Room 011'])
    assert.deepEqual(await names('kind=counter'), ['Room 900'])
    assert.deepEqual(await names(`locationId=${location.id}&active=no`), ['Room 900'])
    assert.deepEqual(await names('q=r_om'), [], 'a wildcard is searched for as a sign')
  })

  test('what a filter offers is what there is, also just after a change', async ({ assert }) => {
    const location = await manyResources(1)
    const desk = await atDesk('owner')
    const offered = async (name: string) =>
      new RegExp(`<option value="\\d+" >${name}</option>`).test((await desk.get(RESOURCES)).text)
    assert.isTrue(await offered(location.name))
    await location.merge({ name: 'Lucca' }).save()
    assert.isTrue(await offered('Lucca'))
    await aLocation({ name: 'Siena' })
    assert.deepEqual([await offered('Lucca'), await offered('Siena')], [true, true])
  })

  test('a yes or no that is chosen says what of, in its menu and above the list', async ({
    assert,
  }) => {
    await manyResources(1)
    const { text } = await (await atDesk('desk')).get(`${RESOURCES}?active=yes`)
    assert.match(text, /<option value="yes" selected>Active is Yes<\/option>/)
    const [, chips] = text.split('class="filters')
    assert.include(chips, 'Active is Yes')
  })

  test('narrowed to few or to many rows go on page by page', async ({ assert }) => {
    const email = (index: number) => `person${String(index).padStart(4, '0')}@example.org`
    const people = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({
        publicId: randomId(),
        firstName: 'Ada',
        lastName: 'Mill',
        locale: 'en' as const,
        email: email(from + index),
      }))
    await Customer.createMany(people(60, 0))
    const desk = await atDesk('desk')
    const seen = async (query: string) => {
      const { text } = await desk.get(`/admin/customers/customers?q=person&${query}`)
      const emails = [...text.matchAll(/>(person\d{4}@example\.org)</g)].map(([, found]) => found)
      return { emails, text }
    }
    const [first, second] = [await seen('sort=-email'), await seen('sort=-email&page=2')]
    assert.deepEqual([first.emails.length, first.emails[0]], [50, email(59)])
    assert.deepEqual([second.emails.length, second.emails.at(-1)], [10, email(0)])
    for (const { text } of [first, second]) assert.include(text, '60 entries')
    const beyond = await seen('sort=-email&page=3')
    assert.include(beyond.text, 'Nothing matches', 'no page beyond the last')

    await Customer.createMany(people(960, 60))
    const many = await seen('sort=-email')
    assert.deepEqual([many.emails.length, many.emails[0]], [50, email(1019)])
    assert.include(many.text, 'More than 1,000 entries')
    const last = await seen('sort=-email&page=21')
    assert.deepEqual([last.emails.length, last.emails.at(-1)], [20, email(0)])
  })

  test('take only what they declare from the address', async ({ assert }) => {
    await manyResources(3)
    const desk = await atDesk('desk')
    const usual = namesIn((await desk.get(RESOURCES)).text)
    for (const query of [
      'sort=publicId',
      'sort=name;drop table scheduling_resources',
      'sort[]=name',
      'kind=dragon',
      'kind[a]=room',
      'active=maybe',
      'publicId=x',
      'locationId=1 or 1=1',
      'page=-1',
      'page=99999999999',
      'page=abc',
      `q[]=${encodeURIComponent(HOSTILE)}`,
    ]) {
      const page = await desk.get(`${RESOURCES}?${query}`)
      assert.equal(page.status, 200, query)
      if (!query.startsWith('page=9')) assert.deepEqual(namesIn(page.text), usual, query)
    }
  })

  test('never write a search or a record unescaped', async ({ assert }) => {
    const location = await aLocation({ name: HOSTILE })
    await aResource(location, { name: HOSTILE })
    const desk = await atDesk('manager')
    for (const address of [
      RESOURCES,
      `${RESOURCES}?q=${encodeURIComponent(HOSTILE)}`,
      `${RESOURCES}?locationId=${location.id}`,
      '/admin/scheduling/day',
      '/admin',
    ]) {
      assert.isTrue(isClean(await desk.get(address)), address)
    }
  })

  test('show the way on when they are empty, and when nothing is found', async ({ assert }) => {
    const desk = await atDesk('manager')
    const empty = await desk.get('/admin/scheduling/blocks')
    assert.include(empty.text, 'There is nothing here yet.')
    assert.include(empty.text, '/admin/scheduling/blocks/create')
    const found = await desk.get('/admin/scheduling/blocks?q=nothing')
    assert.include(found.text, 'Nothing matches the search and the filters.')
    const reader = await (await atDesk('desk')).get('/admin/scheduling/blocks')
    assert.notInclude(reader.text, '/create')
  })

  test('need at most 8 statements, however many rows they show', async ({ assert, cleanup }) => {
    standStill(cleanup)
    const location = await manyResources(60)
    const desk = await atDesk('manager', [location])
    const open = (query: string) => statements(() => desk.get(`${RESOURCES}?${query}`))
    await open('')
    assert.isAbove(await open(''), 2)
    assert.isAtMost(await open(''), 8)
    assert.isAtMost(await open(`q=room&locationId=${location.id}&sort=-name&page=2`), 8)
    for (const page of ['/admin', '/admin/scheduling/day', '/admin/audit/entries']) {
      await desk.get(page)
      assert.isAtMost(await statements(() => desk.get(page)), 8, page)
    }
  })
})
