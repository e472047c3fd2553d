import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { freeStarts, layOut, type Planner } from '#tests/journeys/planners'
import { eventually } from '#tests/jobs/processes'
import { linksIn, openMailbox, type Mailbox } from '#tests/kit/mailbox'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'

/** Values that occur nowhere else, so that any of them in the output is a leak. */
const PERSON = {
  first_name: 'Canarina',
  last_name: 'Canarelli',
  email: 'canary.bird@nest.example',
  phone: '+39 050 8675309',
}
const PASSWORD = 'yellow canary 8675309'
const ADDRESS = '10.86.75.30'
const AGENT = 'CanaryBrowser/8675309'

/** Every value that the server saw and nobody may read in its log. */
class Secrets {
  readonly #values = new Set([PERSON.first_name, PERSON.last_name, 'canary.bird', '8675309'])

  constructor() {
    for (const value of [PASSWORD, ADDRESS, AGENT]) this.#values.add(value)
  }

  add(value: string | null | undefined): string {
    if (!value) throw new Error('There is no secret to look for')
    this.#values.add(value)
    return value
  }

  foundIn(output: string): string[] {
    return [...this.#values].filter((value) => output.toLowerCase().includes(value.toLowerCase()))
  }
}

test.group('What the log tells', (group) => {
  let server: TestServer
  let mailbox: Mailbox
  let planner: Planner
  const secrets = new Secrets()

  group.setup(async () => {
    mailbox = await openMailbox()
    server = await startServer({
      env: { ...mailbox.env, LOG_LEVEL: 'trace', PLUGINS: 'booking', TEST_CAPTCHA: 'fake' },
    })
    planner = (await layOut(server, [{ name: 'canary' }])).canary
    return async () => {
      await server.stop()
      await mailbox.close()
    }
  })

  const visitor = () => server.client({ address: ADDRESS })
  const output = () => server.process.output()

  /** The log is written by a thread of its own, a little after the answer. */
  async function leaks(): Promise<string[]> {
    await sleep(500)
    return secrets.foundIn(output())
  }

  /** The whole way to an appointment; the status of the last answer. */
  async function book(startsAt: number, proof: string) {
    const client = visitor()
    const headers = { 'user-agent': AGENT }
    const chosen = await client.post(
      `${planner.path}/choices`,
      { starts_at: String(startsAt) },
      headers
    )
    const { searchParams } = new URL(chosen.location!, client.base)
    const draft = secrets.add(searchParams.get('draft'))
    await client.post(`/booking/drafts/${draft}`, PERSON, headers)
    const path = `/booking/drafts/${draft}/confirmation`
    return client.post(path, { altcha: `solved:${proof}` }, headers)
  }

  test('nothing of a booking, its mail and its manage link', async ({ assert }) => {
    const [first] = await freeStarts(server, planner)
    mailbox.refuse(451, `Greylisted: <${PERSON.email}> of ${PERSON.last_name}`)
    const booked = await book(first, 'canary-one')
    assert.equal(booked.status, 303)
    secrets.add(booked.location?.split('/')[3])
    await eventually(() => output().includes('A job failed'), 15_000)
    await server.query(`update jobs_jobs set run_at = 0 where state = 'waiting'`)
    mailbox.accept()
    const mail = await mailbox.next(PERSON.email)
    const link = linksIn(mail).find((url) => url.includes('/booking/manage/'))
    secrets.add(link?.split('/').at(-1))
    assert.equal((await visitor().get(new URL(link!).pathname)).status, 200)
    assert.deepEqual(await leaks(), [])
  }).timeout(60_000)

  test('nothing of a failed sign-in, a real one and a forgotten password', async ({ assert }) => {
    const email = PERSON.email
    await visitor().post('/sign-in', { email, password: PASSWORD })
    const created = await server.ace('user:create', `--email=${email}`, '--first-name=Canarina')
    const password = secrets.add(/Password: (\S+)/.exec(created.output)?.[1])
    const client = visitor()
    await client.post('/sign-in', { email, password: PASSWORD })
    await eventually(async () => {
      return (await client.post('/sign-in', { email, password })).status === 303
    }, 15_000)
    secrets.add(client.cookie('sportello'))
    await client.get('/admin')
    await visitor().post('/password', { email, altcha: 'solved:canary-two' })
    const [link] = linksIn(await mailbox.next(email, 2))
    const token = secrets.add(link.split('/').at(-1))
    await visitor().get(`/password/${token}`)
    await visitor().get(`/password/${token}x?email=${encodeURIComponent(email)}`)
    assert.deepEqual(await leaks(), [])
  }).timeout(60_000)

  test('nothing of the secret of a device and of the code that it shows', async ({ assert }) => {
    const client = visitor()
    const page = await client.follow(await client.post('/device/pairings', {}))
    secrets.add(client.cookie('sportello_device'))
    secrets.add(/[A-Z\d]{4}-[A-Z\d]{4}/.exec(page.text)?.[0])
    assert.deepEqual(await leaks(), [])
  }).timeout(60_000)

  test('nothing of errors whose messages quote what people typed', async ({ assert }) => {
    const starts = await freeStarts(server, planner)
    const [one, another] = [starts[0], starts.at(-1)!]
    // Somebody else of this address, so that the guest is not known but written anew.
    await server.query(`update customers_customers set first_name = 'Zelma'`)
    // PostgreSQL says "Key (email)=(…) already exists", SQLite prints the statement.
    await server.query('create unique index canary on customers_customers (email)')
    assert.equal((await book(one, 'canary-three')).status, 500)
    await server.query('drop index canary')
    await server.query('alter table customers_customers rename to canary_customers')
    assert.equal((await book(another, 'canary-four')).status, 500)
    await server.query('alter table canary_customers rename to customers_customers')
    await eventually(() => output().split('A request failed').length > 2, 5_000)
    assert.deepEqual(await leaks(), [])
    console.log(`    ${engineUnderTest()}: ${output().length} characters of log looked through`)
  }).timeout(60_000)
})
