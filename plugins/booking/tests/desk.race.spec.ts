import { test } from '@japa/runner'
import { deskForm } from '#plugins/booking/tests/desk'
import { layOut } from '#tests/journeys/planners'
import type { HttpClient } from '#tests/kit/http'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'

const BOOK = '/admin/booking/book?offer=desk%2Fdesk'
const EMAIL = 'desk@example.org'
/** In the evening a day has no two times left to move to. */
const MORNING = Date.parse('2027-01-18T07:00:00Z')

type Row = { starts_at: number | string; sequence: number }

test.group('Two at the desk, on two server processes', (group) => {
  let servers: TestServer[]
  let desks: HttpClient[]

  group.setup(async () => {
    const first = await startServer({ env: { PLUGINS: 'booking' }, clock: MORNING })
    servers = [first, await startServer({ beside: first })]
    await layOut(first, [{ name: 'desk', resources: 40 }])
    const { output } = await first.ace(
      'user:create',
      `--email=${EMAIL}`,
      '--role=desk',
      '--locale=en'
    )
    const password = /Password: (\S+)/.exec(output)![1]
    desks = servers.map((server) => server.client())
    for (const desk of desks) await desk.post('/sign-in', { email: EMAIL, password })
    return async () => {
      for (const server of servers.toReversed()) await server.stop()
    }
  })

  const rounds = (what: string) => repetitions(what, { test: 5, proof: 40 })
  const mails = async (email: string) => {
    const sql = 'select template from messaging_mails where to_address = ? order by id'
    const rows = await servers[0].query<{ template: string }>(sql, [email])
    return rows.map(({ template }) => template)
  }
  const reservation = async (id: string) => {
    const sql = 'select starts_at, sequence from scheduling_reservations where id = ?'
    const [row] = await servers[0].query<Row>(sql, [id])
    return { startsAt: Number(row.starts_at), sequence: row.sequence }
  }
  const timesOf = (text: string) =>
    [...text.matchAll(/value="(\d{13})"/g)].map(([, value]) => Number(value))

  /** The form as it stands in both windows, filled in for one caller. */
  async function filledIn(email: string) {
    const forms = await Promise.all(desks.map(async (desk) => deskForm(await desk.get(BOOK))))
    const person = { first_name: 'Zora', last_name: 'Lindqvist', email }
    return { forms, fields: { ...forms[0].fields, ...person } }
  }

  async function booked(email: string): Promise<string> {
    const { forms, fields } = await filledIn(email)
    const { location } = await desks[0].submit(forms[0], fields)
    return location!.split('/').at(-1)!
  }

  test('a form sent twice at once books once', async ({ assert }) => {
    const count = rounds('double clicks of the desk’s form')
    for (let round = 0; round < count; round++) {
      const email = `twice${round}@example.org`
      const { forms, fields } = await filledIn(email)
      const { _csrf } = forms[1].fields
      const answers = await Promise.all([
        desks[0].submit(forms[0], fields),
        desks[1].submit(forms[1], { ...fields, _csrf }),
        desks[0].submit(forms[0], fields),
      ])
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 303, 303]
      )
      assert.lengthOf([...new Set(answers.map(({ location }) => location))], 1)
      assert.deepEqual(await mails(email), ['booking.ticket'])
    }
    console.log(`      ${engineUnderTest()}: ${count} forms sent three times, ${count} bookings`)
  }).timeout(120_000)

  test('two move one appointment at once: one has it, the other is told', async ({ assert }) => {
    const count = rounds('appointments that two move at once')
    for (let round = 0; round < count; round++) {
      const email = `moved${round}@example.org`
      const id = await booked(email)
      const path = `/admin/booking/moves/${id}`
      const pages = await Promise.all(desks.map((desk) => desk.get(path)))
      const own = (await reservation(id)).startsAt
      const wishes = timesOf(pages[0].text)
        .filter((time) => time !== own)
        .slice(0, 2)
      const answers = await Promise.all(
        desks.map((desk, index) =>
          desk.submit(pages[index].form(path), { starts_at: String(wishes[index]) })
        )
      )
      const winner = answers.findIndex(
        ({ location }) => location === `/admin/booking/appointments/${id}`
      )
      assert.include([0, 1], winner)
      assert.deepEqual(await reservation(id), { startsAt: wishes[winner], sequence: 1 })
      assert.deepEqual(await mails(email), ['booking.ticket', 'booking.moved'])
      const told = await desks[1 - winner].follow(answers[1 - winner])
      assert.include(told.text, 'Somebody else has moved this appointment meanwhile.')
    }
    console.log(`      ${engineUnderTest()}: ${count} appointments moved by two, ${count} moves`)
  }).timeout(120_000)

  test('a double click on another time moves once', async ({ assert }) => {
    const count = rounds('double clicks on another time')
    for (let round = 0; round < count; round++) {
      const email = `click${round}@example.org`
      const id = await booked(email)
      const path = `/admin/booking/moves/${id}`
      const pages = await Promise.all(desks.map((desk) => desk.get(path)))
      const own = (await reservation(id)).startsAt
      const wish = timesOf(pages[0].text).find((time) => time !== own)!
      const answers = await Promise.all(
        desks.map((desk, index) =>
          desk.submit(pages[index].form(path), { starts_at: String(wish) })
        )
      )
      assert.deepEqual(
        answers.map(({ location }) => location),
        [`/admin/booking/appointments/${id}`, `/admin/booking/appointments/${id}`]
      )
      assert.deepEqual(await reservation(id), { startsAt: wish, sequence: 1 })
      assert.deepEqual(await mails(email), ['booking.ticket', 'booking.moved'])
    }
    console.log(`      ${engineUnderTest()}: ${count} double clicks, ${count} moves`)
  }).timeout(120_000)
})
