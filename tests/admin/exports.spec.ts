import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { Customer } from '#core/customers'
import { randomId } from '#core/platform'
import { Resource } from '#core/scheduling'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'

async function someResources(count: number) {
  const location = await aLocation({ name: 'Pisa' })
  const rows = Array.from({ length: count }, (_, index) => ({
    locationId: location.id,
    kind: index % 3 === 0 ? ('counter' as const) : ('room' as const),
    name: `Room ${String(index % 7).padStart(3, '0')}`,
    position: index % 5,
    active: index % 4 !== 0,
  }))
  await Resource.createMany(rows)
  return location
}

const linesOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

/** First cells of every page of a list, in its order. */
async function listed(client: HttpClient, query: string): Promise<string[]> {
  const found: string[] = []
  for (let page = 1; ; page++) {
    const { text } = await client.get(`${RESOURCES}?${query}&page=${page}`)
    found.push(...[...text.matchAll(/class="table__link"[^>]*>([^<]+)</g)].map(([, name]) => name))
    if (!text.includes(`page=${page + 1}`)) return found
  }
}

test.group('Exports', (group) => {
  group.each.setup(() => freshDatabase())

  test('people of one surname stand by their first names, in the list and in the file', async ({
    assert,
  }) => {
    const people = Array.from({ length: 420 }, (_, nth) => ({
      publicId: randomId(),
      firstName: `Anna ${String((nth * 37) % 101).padStart(3, '0')}`,
      lastName: nth % 2 === 0 ? 'Feldstern' : 'Talmann',
      locale: 'en' as const,
    }))
    await Customer.createMany(people)
    const byName = people.map(({ firstName, lastName }) => `${lastName}, ${firstName}`).sort()
    const manager = await atDesk('manager')
    for (const [sort, names] of [
      ['lastName', byName],
      ['-lastName', byName.toReversed()],
    ] as const) {
      for (const query of [`sort=${sort}`, `sort=${sort}&q=a`]) {
        const { text } = await manager.get(`/admin/customers/customers?${query}`)
        const shown = [...text.matchAll(/class="table__link"[^>]*>([^<]+)</g)].map(([, one]) => one)
        assert.deepEqual(shown, names.slice(0, 50), query)
        const file = await manager.get(`/admin/customers/customers/export?${query}`)
        const written = linesOf(file.text).slice(1)
        assert.deepEqual(
          written.map((line) => /^"([^"]+)"/.exec(line)?.[1]),
          names,
          query
        )
      }
    }
  })

  test('hold exactly the rows of the list, for every filter and order', async ({ assert }) => {
    const location = await someResources(430)
    const manager = await atDesk('manager')
    for (const query of [
      '',
      'sort=-name',
      'sort=name',
      'sort=-position',
      'kind=counter&sort=name',
      'kind=counter,room&active=no',
      `locationId=${location.id}&q=006`,
      'q=nothing',
      'kind=dragon&sort=secret',
    ]) {
      const { text, status } = await manager.get(`${RESOURCES}/export?${query}`)
      assert.equal(status, 200, query)
      const names = linesOf(text)
        .slice(1)
        .map((line) => line.split(',')[0])
      assert.deepEqual(names, await listed(manager, query), query)
    }
  })

  test('keep to the rows and columns that the person sees', async ({ assert }) => {
    await someResources(5)
    const lucca = await aLocation({ name: 'Lucca' })
    await aResource(lucca, { name: 'Salone', kind: 'room', position: 3 })
    const manager = await atDesk('manager', [lucca])
    const csv = await manager.get(`${RESOURCES}/export?columns=kind,locationId`)
    assert.deepEqual(linesOf(csv.text), ['Name,Kind,Location', 'Salone,Room,Lucca'])
    assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.match(
      csv.headers.get('content-disposition')!,
      /^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.csv"$/
    )
    const { status } = await (await atDesk('desk')).get(`${RESOURCES}/export`)
    assert.equal(status, 403, 'it needs a permission of its own')
  })

  test('never hand a formula to a spreadsheet', async ({ assert }) => {
    const location = await aLocation()
    for (const [position, sign] of ['=', '+', '-', '@', '\t', '\r'].entries()) {
      await aResource(location, { name: `${sign}cmd|'/C calc'!A1`, position })
    }
    const manager = await atDesk('manager')
    const { text } = await manager.get(`${RESOURCES}/export?columns=kind`)
    assert.notMatch(text, /(^|[\n,]|")[=+\-@\t\r]cmd/)
    assert.lengthOf(text.match(/'[=+\-@\t\r]cmd/g)!, 6)
  })

  test('are written into the trail with their filters, not with what was searched', async ({
    assert,
  }) => {
    await someResources(3)
    const manager = await atDesk('manager')
    await manager.get(`${RESOURCES}/export?kind=counter&q=Rossi&format=xlsx`)
    const entry = await AuditEntry.query().where('action', 'admin.exported').firstOrFail()
    assert.deepInclude(entry.serialize(), { objectId: 'xlsx', fields: ['kind', 'search'] })
    assert.deepEqual(entry.changes, { kind: [null, 'counter'] })
  })
})
