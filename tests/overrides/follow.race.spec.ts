import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { startServer, type TestServer } from '#tests/kit/servers'

const PATIENCE_MS = 3000

async function seen(server: TestServer, text: string): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < PATIENCE_MS) {
    if ((await server.client().get('/')).text.includes(text)) return performance.now() - began
    await wait(50)
  }
  return Number.POSITIVE_INFINITY
}

test.group('Overrides in several processes', () => {
  test('P6 both servers follow a change within about a second', async ({ assert }) => {
    const first = await startServer({ env: { DEMO: '0' } })
    const second = await startServer({ beside: first })
    try {
      const folder = join(
        String(first.place.env.DATA_DIR),
        'overrides',
        'views',
        'core',
        'web',
        'pages'
      )
      mkdirSync(folder, { recursive: true })
      for (const text of ['the first version', 'the second one']) {
        writeFileSync(join(folder, 'home.edge'), `<p>${text}</p>`)
        const took = await Promise.all([first, second].map((server) => seen(server, text)))
        console.log(`    seen after ${took.map(Math.round).join(' and ')} ms`)
        for (const ms of took) assert.isBelow(ms, 1500)
      }
    } finally {
      await second.stop()
      await first.stop()
    }
  }).timeout(120_000)
})
