import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { routeTable, type RouteDeclaration } from '#core/platform'
import { captcha } from '#core/web'
import { firstRunToken, forgetFirstRunToken } from '#app/accounts/drivers/first_run_token'
import { Visit } from '#tests/journeys/visit'
import { freshDatabase } from '#tests/kit/database'
import { repetitions } from '#tests/kit/repetitions'
import { aPlanner } from '#tests/scheduling/planner'
import { raw, visitor } from '#tests/web/visitor'

/** Every form that anybody can send, with the fields that its validator knows. */
const FIELDS: Record<string, string[]> = {
  'accounts.sign_in.store': ['email', 'password', 'next'],
  'accounts.sign_out.store': [],
  'accounts.password_resets.store': ['email'],
  'accounts.new_passwords.update': ['password', 'password_confirmation'],
  'accounts.registrations.store': ['first_name', 'last_name', 'email', 'locale', 'altcha', '_seal'],
  'accounts.registration_links.update': ['password', 'password_confirmation'],
  'accounts.first_run.store': [
    ...['name', 'locale', 'location', 'address', 'zone'],
    ...['first_name', 'last_name', 'email', 'password', 'password_confirmation'],
  ],
  'booking.details.update': ['first_name', 'last_name', 'email', 'phone', 'answers', 'answers[a]'],
  'booking.choice_extensions.store': [],
  'booking.choices.destroy': [],
  'booking.choices.store': ['starts_at', 'draft', 'view'],
  'booking.confirmations.store': ['altcha', '_seal', 'website'],
  'booking.mail_confirmations.store': [],
  'booking.cancellations.store': ['reason'],
  'booking.moves.store': ['starts_at'],
}
const ALWAYS = ['_csrf', '_method', 'lang', '__proto__', 'constructor[prototype][x]', 'extra']

/** Already encoded, so that broken escapes and single halves of characters arrive as they are. */
const VALUES = [
  '',
  '0',
  '-1',
  'NaN',
  '1e400',
  '0x10',
  '8640000000000',
  '9007199254740993',
  'null',
  'true',
  '[object Object]',
  'ada%40example.org',
  'ada@example.org%0D%0ABcc: eve@example.org',
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%C0%AF',
  '%',
  '%zz',
  '%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80',
  '%E2%80%AEevil',
  '../../../../etc/passwd',
  "'; drop table booking_drafts; --",
  '" or 1=1 --',
  '{{ 7*7 }}${7*7}',
  '<script>alert(1)</script>',
  '//evil.example',
  'solved:1',
  'eyJjaGFsbGVuZ2UiOnt9fQ==',
  'a'.repeat(5000),
  'é'.repeat(300),
  '%41'.repeat(1000),
]
const HUGE = 'x'.repeat(1_000_000)
const SHAPES = ['', '[]', '[0]', '[a]', '[__proto__]', '[a][b][c]', '.a', '%00', '[']
const LONGEST = 1000

/** The same sequence in every run, so that a failing case can be run again. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test.group('public forms with nonsense in them', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => forgetFirstRunToken)
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })
  const forms = () =>
    routeTable().filter(({ area, method }) => area === 'site' && method === 'POST')

  test('every public form has its fields listed here', ({ assert }) => {
    assert.sameMembers(
      forms().map(({ name }) => name),
      Object.keys(FIELDS)
    )
  })

  for (const name of Object.keys(FIELDS)) {
    test(`${name} never breaks and is never slow`, async ({ assert }) => {
      const cases = repetitions('nonsense posts to every public form', { test: 15, proof: 200 })
      const route = forms().find((candidate) => candidate.name === name)!
      const random = chance(name.length * 7919 + name.charCodeAt(name.length - 7))
      const visit = await aVisit()
      const secret = name.startsWith('accounts.first_run') ? await firstRunToken() : null
      const wrong: string[] = []
      let slowest = 0
      for (let i = 0; i < cases; i++) {
        const path = addressFor(route, { visit, secret }, random)
        const body = i % 50 === 7 ? `extra=${HUGE}` : bodyFor(FIELDS[name], random)
        const first = await post(path, body)
        // Other processes share the machine: only what is slow twice is slow.
        const time = first.time > LONGEST ? (await post(path, body)).time : first.time
        slowest = Math.max(slowest, time)
        if (first.status >= 500 || time > LONGEST) {
          wrong.push(`${first.status} in ${time} ms: ${path} ${body.slice(0, 300)}`)
        }
      }
      console.log(`    ${name}: ${cases} posts, slowest ${slowest} ms`)
      assert.deepEqual(wrong, [])
    }).timeout(300_000)
  }
})

/** A visitor with a draft that is filled in and a booked appointment. */
async function aVisit(): Promise<Visit> {
  const place = await aPlanner({ units: 3 })
  const [first, second] = await new Visit(place).starts()
  const booked = new Visit(place)
  const person = { first_name: 'Ada', last_name: 'Brandt', email: 'ada@example.org' }
  await booked.choose(first)
  await booked.fillIn(person)
  await booked.confirm(randomUUID())
  const visit = new Visit(place)
  await visit.choose(second)
  await visit.fillIn(person)
  visit.manage = booked.manage
  if (visit.draft === '0' || visit.manage === '0') throw new Error('The visit was not laid out')
  return visit
}

function addressFor(
  { pattern, name }: RouteDeclaration,
  { visit, secret }: { visit: Visit; secret: string | null },
  random: (n: number) => number
) {
  const token = secret ?? (/manage|cancellations|moves/.test(name) ? visit.manage : visit.draft)
  const known: Record<string, string> = {
    token,
    location: visit.place.location.slug,
    service: visit.place.service.slug,
  }
  const nonsense = VALUES.filter(
    (value) => value !== '' && value.length < 200 && !/^\.|\/|%$|%z/.test(value)
  )
  return pattern.replaceAll(/:(\w+)\??/g, (_, parameter: string) =>
    random(4) > 0 ? known[parameter] : encodeURI(decodable(nonsense[random(nonsense.length)]))
  )
}

/** Raw spaces and quotes may not stand in the first line of a request. */
const decodable = (value: string) => value.replaceAll('%', '%25')

function bodyFor(fields: string[], random: (n: number) => number): string {
  const names = [...fields, ...fields, ...ALWAYS]
  return Array.from({ length: 1 + random(6) }, () => {
    const shape = random(3) === 0 ? SHAPES[random(SHAPES.length)] : ''
    return `${names[random(names.length)]}${shape}=${VALUES[random(VALUES.length)]}`
  }).join('&')
}

async function post(path: string, body: string): Promise<{ status: number; time: number }> {
  const { base, address } = visitor()
  const began = performance.now()
  const { status } = await raw({
    method: 'POST',
    path,
    body,
    headers: {
      origin: base,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': address,
    },
  })
  return { status, time: Math.round(performance.now() - began) }
}
