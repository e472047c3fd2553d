import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { migratePlugin, rollbackPlugin } from '#app/platform/migrate'
import {
  allContributions,
  contributions,
  forgetCaches,
  registry,
  routeTable,
  type Contributions,
  type RouteDeclaration,
} from '#core/platform'
import { staleRules, unmappedColumns } from '#core/privacy'
import { LANGUAGES, readCatalogue } from '../../bin/lint/languages/catalogue.js'
import { freshDatabase } from '#tests/kit/database'
import { addressOf } from '#tests/kit/matrix'
import { type HttpClient } from '#tests/kit/http'
import { massAssignment } from '#tests/kit/mass_assignment'
import { recordMatrix, type RecordMakers } from '#tests/kit/record_matrix'
import { ROOT } from '#tests/kit/processes'
import { schemaOf } from '#tests/kit/schema'
import { switchedServers } from '#tests/kit/switched_servers'

const KINDS = [
  ...['admin', 'home', 'jobs', 'schedules', 'channels', 'mails', 'settings', 'permissions'],
  ...['listens', 'health', 'events', 'devices'],
] as Array<keyof Contributions>
const SWITCH_DELAY = 1000

type Named = { id?: string; key?: string; name?: string }

/** Ids and names of everything a plugin declares, as they must carry its prefix. */
function declaredNames(id: string): string[] {
  const plugin = registry.plugins.find((candidate) => candidate.id === id)!
  const lists = [
    ...[plugin.permissions, plugin.settings, plugin.jobs, plugin.schedules, plugin.listens],
    ...[plugin.mails, plugin.events, plugin.channels, plugin.admin?.resources],
    ...[plugin.admin?.pages, plugin.admin?.widgets, plugin.health],
    plugin.devices,
  ] as Array<Named[] | undefined>
  const names = lists
    .flatMap((list) => list ?? [])
    .map(({ id: own, key, name }) => own ?? key ?? name ?? '')
  return [...names, ...routesOf(id).map(({ name }) => name)]
}

const routesOf = (id: string): RouteDeclaration[] =>
  routeTable().filter(({ owner }) => owner === id)

const tablePrefix = (id: string): string => `${id.replaceAll('-', '_')}_`

async function statuses(client: HttpClient, routes: RouteDeclaration[]): Promise<string[]> {
  const lines: string[] = []
  for (const route of routes) {
    const path = addressOf(route)
    const { status } = await (route.method === 'GET' ? client.get(path) : client.post(path, {}))
    lines.push(`${route.method} ${path} ${status}`)
  }
  return lines
}

async function rowCounts(
  tables: string[],
  count: (sql: string) => Promise<number>
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = await count(`select count(*) as n from ${table}`)
  return counts
}

function declarations(id: string): void {
  test('every name that it declares carries its prefix', ({ assert }) => {
    const names = declaredNames(id)
    assert.isNotEmpty(names)
    assert.deepEqual(
      names.filter((name) => !name.startsWith(`${id}.`)),
      []
    )
  })

  test('every staff route has a permission that somebody holds', ({ assert }) => {
    const held = new Set(
      allContributions('permissions').flatMap(({ value }) =>
        value.filter(({ roles }) => roles.length > 0).map((permission) => permission.id)
      )
    )
    const open = routesOf(id)
      .filter(({ area, permission }) => area === 'staff' && !held.has(permission ?? ''))
      .map(({ name }) => name)
    assert.deepEqual(open, [])
  })

  test('every device page is of a kind that it declares, and every kind has a page to start', ({
    assert,
  }) => {
    const pages = routesOf(id).filter(({ area }) => area === 'device')
    const kinds = allContributions('devices')
      .filter(({ owner }) => owner === id)
      .flatMap(({ value }) => value)
    const known = new Set(kinds.map((kind) => kind.id))
    assert.deepEqual(
      pages.filter(({ kind }) => !known.has(kind!)).map(({ name }) => name),
      []
    )
    for (const kind of kinds) {
      const start = pages.find(({ name }) => name === kind.start)
      assert.deepInclude(start, { method: 'GET', kind: kind.id }, kind.start)
      assert.notInclude(start!.pattern, ':')
    }
  })

  test('its texts are complete in eight languages', ({ assert }) => {
    const catalogue = readCatalogue(ROOT)
    const keys = (language: (typeof LANGUAGES)[number]) =>
      [...catalogue[language].keys()].filter((key) => key.startsWith(`${id}.`)).sort()
    assert.isNotEmpty(keys('en'))
    for (const language of LANGUAGES) {
      assert.deepEqual(keys(language), keys('en'), language)
      const blank = keys(language).filter((key) => catalogue[language].get(key)!.trim() === '')
      assert.deepEqual(blank, [], language)
    }
  })
}

function database(id: string): void {
  test('its tables carry its prefix; they go and come again without a trace', async ({
    assert,
  }) => {
    const before = await schemaOf(db.connection(), '')
    await rollbackPlugin(id)
    const without = await schemaOf(db.connection(), '')
    await migratePlugin(id)

    const own = Object.keys(before).filter((table) => !(table in without))
    assert.deepEqual(
      own.filter((table) => !table.startsWith(tablePrefix(id))),
      []
    )
    assert.deepEqual(await schemaOf(db.connection(), ''), before)
  })

  test('every column stands in the data map, and every rule has its column', async ({ assert }) => {
    const own = (columns: string[]) => columns.filter((name) => name.startsWith(tablePrefix(id)))
    assert.deepEqual(own(await unmappedColumns(db.connection())), [])
    assert.deepEqual(own(await staleRules(db.connection())), [])
  })

  test('demo data load twice without doubling', async ({ assert }) => {
    const schema = Object.keys(await schemaOf(db.connection(), ''))
    const tables = schema.filter((table) => !/_schema(_versions)?$/.test(table))
    const back = await freshDatabase()
    try {
      const load = async () => {
        for (const { value } of allContributions('demo')) await value()
        return rowCounts(tables, async (sql) => Number(firstRow(await db.rawQuery(sql)).n))
      }
      const once = await load()
      assert.deepEqual(await load(), once)
    } finally {
      await back()
    }
  }).timeout(120_000)
}

/** knex answers rows plainly on SQLite and inside an object on PostgreSQL. */
function firstRow(answer: { rows?: Array<{ n: number }> } & Array<{ n: number }>): { n: number } {
  return (answer.rows ?? answer)[0]
}

function theSwitch(id: string): void {
  test('while it is disabled nothing of it is left in menus, jobs and schedules', async ({
    assert,
  }) => {
    const back = await freshDatabase()
    try {
      await db.from('platform_plugins').where('id', id).update({ enabled: false })
      forgetCaches()
      for (const kind of KINDS) {
        const owners = (await contributions(kind)).map(({ owner }) => owner)
        assert.notInclude(owners, id, kind)
      }
    } finally {
      await back()
    }
  })

  test('switched off by the command line, every page is 404 within a second in all processes, and no row is lost', async ({
    assert,
  }) => {
    const servers = await switchedServers()
    const [first] = servers
    const routes = routesOf(id)
    const tables = Object.keys(await schemaOf(db.connection(), tablePrefix(id)))
    const rows = () =>
      rowCounts(tables, async (sql) => Number((await first.query<{ n: number }>(sql))[0].n))

    const before = await rows()
    const off = await first.ace('plugin:disable', id)
    assert.equal(off.code, 0, off.output)
    await wait(SWITCH_DELAY)
    for (const server of servers) {
      const answers = await statuses(server.client(), routes)
      assert.deepEqual(
        answers.filter((line) => !line.endsWith(' 404')),
        []
      )
    }
    assert.equal((await first.ace('plugin:enable', id)).code, 0)
    await wait(SWITCH_DELAY)
    const home = routes.find(({ area, method, pattern }) => {
      return area === 'site' && method === 'GET' && !pattern.includes(':')
    })
    for (const server of home ? servers : []) {
      assert.isBelow((await server.client().get(home!.pattern)).status, 400)
    }
    assert.deepEqual(await rows(), before)
  }).timeout(240_000)
}

/**
 * What every plugin promises, as tests; for `plugins/<id>/tests/contract.spec.ts`: names, guards,
 * texts, migrations, data map, demo data, the switch, and that records of other locations stay
 * hidden, and forms write what is theirs.
 *
 * @param records how to get a record for each of its staff routes about one
 */
export function pluginContract(id: string, records: RecordMakers = {}): void {
  test.group(`plugin contract | ${id}`, () => {
    test('is installed and was not set aside', ({ assert }) => {
      assert.deepEqual(registry.setAside, [])
      assert.isTrue(registry.isPlugin(id))
    })
    declarations(id)
    database(id)
    theSwitch(id)
  })
  recordMatrix([id], records)
  massAssignment([id], records)
}
