import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { allContributions, routeTable, type RouteDeclaration } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { schemaOf } from '#tests/kit/schema'
import { addressOf } from '#tests/kit/matrix'
import { raw, visitor } from '#tests/web/visitor'

/** One fingerprint a table, so that a failure names the table that changed. */
async function fingerprints(tables: string[]): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const table of tables) {
    const rows = (await db.from(table)).map((row) => JSON.stringify(row)).sort()
    prints[table] = createHash('sha256').update(rows.join('\n')).digest('hex')
  }
  return prints
}

async function loadDemo(): Promise<void> {
  for (const { value } of allContributions('demo')) await value()
}

/** Addresses of the demo's own things, where a route names one. */
async function demoAddress(): Promise<(route: RouteDeclaration) => string> {
  const location = await db.from('organisation_locations').firstOrFail()
  const offered = await db
    .from('scheduling_services')
    .join('scheduling_service_locations', 'scheduling_services.id', 'service_id')
    .where('location_id', location.id)
    .firstOrFail()
  return (route) => {
    const pattern = route.pattern
      .replace(':location', location.slug)
      .replace(':service', offered.slug)
      .replace(':id', '1')
    return addressOf({ ...route, pattern })
  }
}

test.group('What a look at a page does', (group) => {
  let tables: string[]

  // Lists of tables are asked of the bare connection, which the transaction of a test occupies.
  group.setup(async () => {
    const all = Object.keys(await schemaOf(db.connection(), ''))
    // Guesses at a secret address are counted, which is no effect that anybody could want.
    tables = all.filter((table) => table !== 'web_limits')
  })
  group.each.setup(() => freshDatabase())
  const reads = () => routeTable().filter(({ method }) => method === 'GET')

  test('no page changes the database, whoever looks at it', async ({ assert }) => {
    await loadDemo()
    const address = await demoAddress()
    const clients = [
      visitor(),
      await signedIn(await someCustomer()),
      await signedIn(await someStaff({ role: 'owner' })),
    ]
    const kept = tables.filter((table) => table !== 'audit_entries')
    const before = await fingerprints(kept)
    const last = await AuditEntry.query().orderBy('id', 'desc').first()
    const opened: number[] = []
    for (const client of clients) {
      for (const route of reads()) opened.push((await client.get(address(route))).status)
    }
    assert.deepEqual(await fingerprints(kept), before)
    // The trail alone notes who looked at people and who took a list away.
    const noted = await AuditEntry.query().where('id', '>', last?.id ?? 0)
    const others = noted.filter(({ action }) => !/_viewed$|^admin\.exported$/.test(action))
    assert.deepEqual(others, [])
    const shown = opened.filter((status) => status === 200).length
    assert.isAbove(shown, reads().length / 2)
    console.log(`    ${opened.length} pages asked for, ${shown} shown`)
  }).timeout(120_000)

  test('a visitor finds nobody’s name, address or number on any page', async ({ assert }) => {
    await loadDemo()
    const address = await demoAddress()
    const people = await db.from('customers_customers')
    assert.isAbove(people.length, 5)
    const staff = await db.from('accounts_users')
    const published = new Set<string>(
      [
        ...(await db.from('organisation_profiles')),
        ...(await db.from('organisation_locations')),
      ].map(({ email }) => email)
    )
    const words = [...people, ...staff]
      .flatMap(({ email, last_name: name }) => [email, name])
      .filter((word) => !published.has(word))
    const leaks: string[] = []
    for (const route of reads().filter(({ area }) => area === 'site')) {
      const { text } = await visitor().get(address(route))
      for (const word of words) {
        if (word && text.split(/[^\p{L}\d@.+-]+/u).includes(word)) {
          leaks.push(`${route.pattern}: ${word}`)
        }
      }
    }
    assert.deepEqual(leaks, [])
  }).timeout(120_000)

  test('other methods are refused, and a form’s address is none to look at')
    .with(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
    .run(async ({ assert }, method) => {
      for (const path of ['/', '/sign-in', '/admin', '/sign-out']) {
        const { status } = await raw({ method, path, headers: { 'sec-fetch-site': 'same-origin' } })
        assert.include([400, 404, 405], status, `${method} ${path}`)
      }
    })
})

test.group('Other spellings of an address', (group) => {
  group.each.setup(() => freshDatabase())

  test('none leads past the guard of the panel')
    .with([
      '//admin',
      '/%2fadmin',
      '/%61dmin',
      '/admin;x',
      '/ADMIN',
      '/./admin',
      '/x/../admin',
      '/admin/',
      '/admin/.',
      '/admin%00',
      '/admin%2f',
      '/\\admin',
      '/admin?next=//evil.example',
      '/admin//accounts/staff',
      '/brand/..%2fadmin',
    ])
    .run(async ({ assert }, path) => {
      const { status, headers, text } = await raw({ path, headers: { accept: 'text/html' } })
      assert.include([303, 400, 404], status)
      assert.notInclude(text, 'desk-nav')
      if (headers.location) assert.match(headers.location, /^\/sign-in\?next=%2F/)
    })
})
