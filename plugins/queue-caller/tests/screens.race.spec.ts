import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { PASSWORD } from '#tests/accounts/people'
import type { HttpClient } from '#tests/kit/http'
import { inProcesses } from '#tests/kit/processes'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'
import { COUNTER } from '#plugins/queue-caller/tests/at_desk'
import type { Cookies, Ground, Task } from '#plugins/queue-caller/tests/race_process'
import { ScreenSocket } from '#plugins/queue-caller/tests/screen_sockets'

const PROCESS = 'plugins/queue-caller/tests/race_process.ts'
const SOCKETS_PER_DEVICE = 10
const RETRY_MS = 50

test.group('Screens and servers', (group) => {
  let server: TestServer
  let ground: Ground

  const run = async <Answer>(task: Task): Promise<Answer> => {
    const [answer] = await inProcesses<Task, Answer>(1, PROCESS, task, server.place.env)
    return answer
  }

  group.each.setup(async () => {
    server = await startServer({ env: { PLUGINS: 'queue-caller' } })
    ground = await run<Ground>({ kind: 'prepare', seats: 1 })
    await run({ kind: 'waiting', ground, count: 20 })
    return async () => void (await server.stop())
  })

  const own = (cookie: string) => ({
    cookie,
    location: ground.location,
    publicUrl: server.url,
  })

  /** Somebody at the counter who presses its buttons. */
  async function atCounter(): Promise<{ press: (action: string, step?: string) => Promise<void> }> {
    const client: HttpClient = server.client()
    await client.post('/sign-in', { email: ground.email, password: PASSWORD })
    const press = async (action: string, step?: string) => {
      const forms = (await client.get(COUNTER)).forms()
      const form = forms.find((one) => one.action.endsWith(action) && one.fields.step === step)
      if (!form) throw new Error(`No button for ${action} ${step}`)
      await client.submit(form)
    }
    return { press }
  }

  test('Q6 a call at one server is on the screens of the other within a second', async ({
    assert,
  }) => {
    const other = await startServer({ beside: server })
    const { cookies } = await run<Cookies>({ kind: 'screens', ground, count: 1 })
    const there = await ScreenSocket.open(other.url, own(cookies[0]))
    const desk = await atCounter()
    const took: number[] = []
    for (let nth = 0; nth < 5; nth++) {
      const told = there.next()
      const began = performance.now()
      await desk.press('/counter/calls')
      await told
      took.push(there.at - began)
      assert.equal(there.newest, `W${nth}`)
      await desk.press('/steps', 'start')
      await desk.press('/steps', 'finish')
      await wait(600)
    }
    there.close()
    await other.stop()
    const words = took.map((milliseconds) => Math.round(milliseconds)).join(', ')
    console.log(
      `      ${engineUnderTest()}: ${words} ms from the click to the other server’s screen`
    )
    assert.isBelow(Math.max(...took), 1000)
  }).timeout(180_000)

  test('Q6 all screens come back at once after kill -9, with what happened meanwhile', async ({
    assert,
  }) => {
    const count = repetitions('screens that come back at once', { test: 200, proof: 1000 })
    const devices = count / SOCKETS_PER_DEVICE
    const { cookies } = await run<Cookies>({ kind: 'screens', ground, count: devices })
    const open = (nth: number) => ScreenSocket.open(server.url, own(cookies[nth % devices]))
    const all = Array.from({ length: count }, (_, nth) => nth)
    const first = await Promise.all(all.map(open))
    assert.isTrue(first.every(({ newest }) => newest === undefined))
    await server.kill9()
    await run({ kind: 'click', ground, attempts: 1 })
    await server.start()
    const began = performance.now()
    const back = await Promise.all(all.map((nth) => stubbornly(() => open(nth))))
    const seconds = (performance.now() - began) / 1000
    console.log(`      ${engineUnderTest()}: ${count} screens were back in ${seconds.toFixed(1)} s`)
    assert.isTrue(back.every(({ newest }) => newest === 'W0'))
    for (const screen of back) screen.close()
  }).timeout(180_000)
})

/** Until the server takes it, as a page does. */
async function stubbornly<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch {
      await wait(RETRY_MS)
    }
  }
}
