import { test } from '@japa/runner'
import { deskForm } from '#plugins/booking/tests/desk'
import { layOut } from '#tests/journeys/planners'
import type { HttpClient } from '#tests/kit/http'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'

const BOOK = '/admin/booking/book?offer=desk%2Fdesk'
const CANCEL = '/admin/booking/appointments/bulk/cancel'
const EMAIL = 'desk@example.org'
const ROWS = 8

test.group('Two cancel the same rows, on two server processes', (group) => {
  let servers: TestServer[]
  let desks: HttpClient[]

  group.setup(async () => {
    const first = await startServer({ env: { PLUGINS: 'booking' } })
    servers = [first, await startServer({ beside: first })]
    await layOut(first, [{ name: 'desk', resources: 40 }])
    const person = [`--email=${EMAIL}`, '--role=desk', '--locale=en']
    const { output } = await first.ace('user:create', ...person)
    const password = /Password: (\S+)/.exec(output)![1]
    desks = servers.map((server) => server.client())
    for (const desk of desks) await desk.post('/sign-in', { email: EMAIL, password })
    return async () => {
      for (const server of servers.toReversed()) await server.stop()
    }
  })

  async function booked(email: string): Promise<string[]> {
    const ids = []
    for (let i = 0; i < ROWS; i++) {
      const form = deskForm(await desks[0].get(BOOK))
      const person = { first_name: 'Zora', last_name: 'Lindqvist', email }
      const { location } = await desks[0].submit(form, { ...form.fields, ...person })
      ids.push(location!.split('/').at(-1)!)
    }
    return ids
  }

  const mailsTo = (email: string) =>
    servers[0].query<{ template: string }>(
      `select template from messaging_mails where to_address = ? and template = 'booking.cancelled'`,
      [email]
    )

  const ask = async (desk: HttpClient, ids: string[]) =>
    (await desk.get(`${CANCEL}?ids=${ids.join(',')}`)).form('/bulk/cancel')

  test('each is cancelled and each customer told once, and both are told the truth', async ({
    assert,
  }) => {
    const count = repetitions('lists that two cancel at once', { test: 3, proof: 20 })
    for (let round = 0; round < count; round++) {
      const email = `rows${round}@example.org`
      const ids = await booked(email)
      const forms = [await ask(desks[0], ids), await ask(desks[1], ids)]
      const answers = await Promise.all(desks.map((desk, i) => desk.submit(forms[i])))
      const pages = await Promise.all(answers.map((answer, i) => desks[i].follow(answer)))
      const done = pages.map(({ text }) => Number(/done for (\d+) entr/.exec(text)?.[1] ?? 0))
      assert.equal(done[0] + done[1], ROWS)
      assert.lengthOf(await mailsTo(email), ROWS)
    }
    console.log(`      ${engineUnderTest()}: ${count} lists of ${ROWS}, each row cancelled once`)
  }).timeout(180_000)

  test('a form sent three times at once, to both processes, cancels once', async ({ assert }) => {
    const count = repetitions('bulk forms sent three times', { test: 3, proof: 20 })
    for (let round = 0; round < count; round++) {
      const email = `thrice${round}@example.org`
      const form = await ask(desks[0], await booked(email))
      const { _csrf } = (await desks[1].get('/admin')).form('/sign-out').fields
      const answers = await Promise.all([
        desks[0].submit(form),
        desks[1].submit(form, { _csrf }),
        desks[0].submit(form),
      ])
      assert.isTrue(answers.every(({ status }) => status === 303))
      assert.lengthOf(await mailsTo(email), ROWS)
    }
    const [{ n }] = await servers[0].query<{ n: number | string }>(
      `select count(*) as n from admin_action_runs where refused <> '[]'`
    )
    console.log(
      `      ${engineUnderTest()}: ${count} forms sent three times, ${n} runs with refusals`
    )
  }).timeout(180_000)
})
