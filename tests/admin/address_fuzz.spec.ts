import { test } from '@japa/runner'
import { allContributions, routeTable, type RouteDeclaration } from '#core/platform'
import { namesOf } from '#app/admin/domain/list_state'
import { bookingRecords } from '#plugins/booking/tests/records'
import { helpdeskRecords } from '#plugins/helpdesk/tests/records'
import { visitRecords } from '#plugins/patient-visits/tests/records'
import { queueRecords } from '#plugins/queue-caller/tests/records'
import { someStaff, signedIn } from '#tests/accounts/people'
import { coreRecords } from '#tests/kit/core_records'
import { freshDatabase } from '#tests/kit/database'
import { chance, decodable, PATH_VALUES, SHAPES, VALUES } from '#tests/kit/nonsense'
import { makerOf, type RecordMakers } from '#tests/kit/record_matrix'
import { repetitions } from '#tests/kit/repetitions'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'
import { raw } from '#tests/web/visitor'

const LONGEST = 1000
const MAKERS: RecordMakers = {
  ...coreRecords,
  ...bookingRecords,
  ...queueRecords,
  ...visitRecords,
  ...helpdeskRecords,
}

/** What pages of the panel read out of their address, beside the filters of lists. */
const NAMES = [
  ...['q', 'sort', 'page', 'tab', 'columns', 'columns[]', 'density', 'lang', 'view', 'format'],
  ...['location', 'date', 'day', 'owner', 'offer', 'starts_at', 'search', 'ids', 'ids[]'],
  ...['_csrf', '_method', '__proto__', 'constructor[prototype][x]', 'extra'],
]

/** Nearly right, which is where checks are weak. */
const NEARLY = [
  ...['-', '--name', '-id', 'name,id', 'id; drop table audit_entries', 'password', 'user.password'],
  ...['2147483647', '2147483648', '99999999999999999999', '-2147483649', '1.5', ' 1', '1 or 1=1'],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '2026-11-24T25:61', 'yes', 'YES', '1,2,3', '%25'],
]
const ALL_VALUES = [...VALUES, ...NEARLY]

const filterNames = () =>
  allContributions('admin').flatMap(({ value }) =>
    (value.resources ?? []).flatMap(({ list }) => list.filters.flatMap(namesOf))
  )

const pages = () => routeTable().filter(({ area, method }) => area === 'staff' && method === 'GET')

test.group('addresses of the panel with nonsense in them', (group) => {
  group.each.setup(() => freshDatabase())

  test('no page of the panel breaks or is slow, whatever its address says', async ({ assert }) => {
    const cases = repetitions('nonsense addresses of every page of the panel', {
      test: 8,
      proof: 60,
    })
    const client = await signedIn(await someStaff({ role: 'owner' }))
    const location = await aLocation()
    const names = [...NAMES, ...filterNames()]
    const random = chance(20_261_128)
    const wrong: string[] = []
    let slowest = 0
    const answers: Record<number, number> = {}
    const visit = async (address: string) => {
      const first = await open(client, address)
      // Other processes share the machine: only what is slow twice is slow.
      const time = first.time > LONGEST ? (await open(client, address)).time : first.time
      slowest = Math.max(slowest, time)
      answers[first.status] = (answers[first.status] ?? 0) + 1
      if (first.status >= 500 || time > LONGEST) {
        wrong.push(`${first.status} in ${time} ms: ${address.slice(0, 300)}`)
      }
    }
    for (const route of pages()) {
      const params = (await makerOf(route, MAKERS)?.make(location)) ?? {}
      for (let i = 0; i < cases; i++) {
        await visit(`${pathFor(route, params, random)}?${queryFor(names, random)}`)
      }
      // A failed statement breaks the transaction of the test: what follows would tell nothing.
      if (wrong.length > 0) break
    }
    console.log(`    ${pages().length} pages, slowest ${slowest} ms, answers`, answers)
    assert.isAbove(answers[200], pages().length)
    assert.isAbove(pages().length, 40)
    assert.deepEqual(wrong, [])
  }).timeout(1_800_000)
})

type Random = (below: number) => number

function pathFor(
  { pattern }: RouteDeclaration,
  params: Record<string, string | number>,
  random: Random
): string {
  return pattern.replaceAll(/:(\w+)\??/g, (_, name: string) => {
    const known = name === 'field' ? 'locationId' : params[name]
    if (random(4) > 0) return String(known ?? 1)
    return encodeURI(decodable(PATH_VALUES[random(PATH_VALUES.length)]))
  })
}

function queryFor(names: string[], random: Random): string {
  const one = () => {
    const shape = random(3) === 0 ? SHAPES[random(SHAPES.length)] : ''
    const value = ALL_VALUES[random(ALL_VALUES.length)].slice(0, 2000)
    return `${names[random(names.length)]}${shape}=${value}`
  }
  const query = Array.from({ length: 1 + random(5) }, one).join('&')
  // What may not stand in the first line of a request is escaped; broken escapes stay.
  return query.replaceAll(/[^\x21-\x7e]/gu, (character) =>
    /[\ud800-\udfff]/.test(character) ? '%ED%A0%80' : encodeURIComponent(character)
  )
}

async function open(client: HttpClient, path: string): Promise<{ status: number; time: number }> {
  const began = performance.now()
  const { status } = await raw({ path, headers: client.headers() })
  return { status, time: Math.round(performance.now() - began) }
}
