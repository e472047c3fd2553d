import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { routeTable, type RouteDeclaration } from '#core/platform'
import { captcha } from '#core/web'
import { firstRunToken, forgetFirstRunToken } from '#app/accounts/drivers/first_run_token'
import { Visit } from '#tests/journeys/visit'
import { freshDatabase } from '#tests/kit/database'
import { chance, decodable, PATH_VALUES, SHAPES, VALUES } from '#tests/kit/nonsense'
import { repetitions } from '#tests/kit/repetitions'
import { aPlanner } from '#tests/scheduling/planner'
import { raw, visitor } from '#tests/web/visitor'

/** Every form that anybody can send, with the fields that its validator knows. */
const FIELDS: Record<string, string[]> = {
  'accounts.sign_in.store': ['email', 'password', 'next'],
  'accounts.sign_in_codes.store': ['code', 'next'],
  'accounts.sign_out.store': [],
  'accounts.password_resets.store': ['email'],
  'accounts.new_passwords.update': ['password', 'password_confirmation'],
  'accounts.registrations.store': [
    ...['first_name', 'last_name', 'email', 'locale', 'altcha', '_seal', 'next'],
  ],
  'accounts.registration_links.update': ['password', 'password_confirmation', 'next'],
  'accounts.invitations.update': [
    ...['first_name', 'last_name', 'password', 'password_confirmation'],
  ],
  'accounts.first_run.store': [
    ...['name', 'locale', 'location', 'address', 'zone'],
    ...['first_name', 'last_name', 'email', 'password', 'password_confirmation'],
  ],
  'consent.choices.update': ['choice', 'purposes', 'purposes[]', 'next', 'from'],
  'devices.pairings.store': [],
  'feedback.barriers.store': [
    ...['page', 'problem', 'full_name', 'email', 'form_key', 'altcha', '_seal', 'website'],
  ],
  'reading.aids.update': ['text', 'on', 'on[]', 'none'],
  'booking.details.update': ['first_name', 'last_name', 'email', 'phone', 'answers', 'answers[a]'],
  'booking.choice_extensions.store': [],
  'booking.choices.destroy': [],
  'booking.choices.store': ['starts_at', 'draft', 'view'],
  'booking.confirmations.store': ['altcha', '_seal', 'website'],
  'booking.mail_confirmations.store': [],
  'booking.cancellations.store': ['reason'],
  'booking.moves.store': ['starts_at'],
  'helpdesk.links.store': [],
  'queue-caller.departures.store': [],
  'shop-quotes.lines.store': ['form_key', 'quantity', 'answers', 'answers[a]'],
  'shop-quotes.lines.update': ['seen', 'quantity', 'answers', 'answers[a]'],
  'shop-quotes.quantities.update': ['quantity'],
  'shop-quotes.lines.destroy': [],
  'shop-quotes.stripe_messages.store': [],
}
const ALWAYS = ['_csrf', '_method', 'lang', '__proto__', 'constructor[prototype][x]', 'extra']

const HUGE = 'x'.repeat(1_000_000)
const LONGEST = 1000

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
  return pattern.replaceAll(/:(\w+)\??/g, (_, parameter: string) =>
    random(4) > 0 ? known[parameter] : encodeURI(decodable(PATH_VALUES[random(PATH_VALUES.length)]))
  )
}

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
